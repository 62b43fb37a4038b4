//! `/dev/trouble/{status}`: the calm page for a status, to be looked at without anything going wrong. It exists in `demo`
//! only, like the page of components.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;

use crate::edge::Path;
use crate::error::PageError;
use crate::site::Site;

/// `GET /dev/trouble/{status}`
pub(crate) async fn show(State(site): State<Arc<Site>>, Path(status): Path<u16>) -> PageError {
    if !site.config.dev {
        return PageError::NotFound;
    }
    match StatusCode::from_u16(status) {
        Ok(StatusCode::PAYLOAD_TOO_LARGE) => PageError::TooLarge(site.config.limits.form_bytes),
        Ok(StatusCode::TOO_MANY_REQUESTS) => PageError::TooMany { retry_after: Duration::from_secs(20) },
        Ok(status) if status.is_client_error() || status.is_server_error() => PageError::of_status(status),
        _ => PageError::NotFound,
    }
}
