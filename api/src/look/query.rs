//! Reading the look: every page wears it, so everybody may.

use async_graphql::{Context, Object};

use super::object::{SiteLook, worn};
use crate::error::ApiError;

/// The questions about the look.
#[derive(Default)]
pub(crate) struct LookQueries;

#[Object]
impl LookQueries {
    /// What the site is called and wears.
    async fn site_look(&self, ctx: &Context<'_>) -> Result<SiteLook, ApiError> {
        worn(ctx).await
    }
}
