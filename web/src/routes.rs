//! Every route there is, in one table: what is not in it is not served.

use std::sync::Arc;

use axum::Router;

use crate::site::Site;

/// The whole program as one service.
pub(crate) fn router(_site: &Arc<Site>) -> Router {
    Router::new()
}
