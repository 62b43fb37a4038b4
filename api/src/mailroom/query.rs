//! Looking into the mailroom.

use async_graphql::{Context, Object};

use super::object::Mailroom;
use crate::context::Reach as _;
use crate::error::ApiError;

/// The questions about letters.
#[derive(Default)]
pub(crate) struct MailroomQueries;

#[Object]
impl MailroomQueries {
    /// What leaves by mail, and what didn't. For admins.
    async fn mailroom(&self, ctx: &Context<'_>) -> Result<Mailroom, ApiError> {
        ctx.admin()?;
        Ok(Mailroom)
    }
}
