//! Who asks.

use async_graphql::{Context, Object};

use super::object::Person;
use crate::context::Reach as _;
use crate::error::ApiError;

/// The questions about people.
#[derive(Default)]
pub(crate) struct PersonQueries;

#[Object]
impl PersonQueries {
    /// The account that asks; null when nobody has signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Option<Person>, ApiError> {
        Ok(ctx.services()?.people.person(&ctx.viewer()).await?.map(Person))
    }
}
