//! The mailroom as API clients read it.

use async_graphql::{Context, ID, Object};
use folkmoot_common::PostedMail;

use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::{count, ids};

/// What leaves by mail, and what didn't. Only admins ever get one.
pub(crate) struct Mailroom;

/// What leaves by mail, and what didn't.
#[Object]
impl Mailroom {
    /// How many letters wait to leave, counted up to 1,000.
    async fn waiting(&self, ctx: &Context<'_>) -> Result<i32, ApiError> {
        let waiting = ctx.services()?.mailroom.waiting(&ctx.viewer()).await?;
        Ok(count(i64::try_from(waiting).unwrap_or(i64::MAX)))
    }

    /// The letters that were given up after the last try, the newest first; at most 100.
    #[graphql(complexity = "20 + 100 * child_complexity")]
    async fn dead_letters(&self, ctx: &Context<'_>) -> Result<Vec<DeadLetter>, ApiError> {
        let dead = ctx.services()?.mailroom.dead(&ctx.viewer()).await?;
        Ok(dead.into_iter().map(DeadLetter).collect())
    }
}

/// A letter that was given up.
pub(crate) struct DeadLetter(PostedMail);

/// A letter that was given up after the last try. What it said is shown to nobody.
#[Object]
impl DeadLetter {
    /// Opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// The address that it was to.
    async fn to(&self) -> &str {
        &self.0.mail.to
    }

    /// Its subject; plain text.
    async fn subject(&self) -> &str {
        &self.0.mail.subject
    }

    /// How often sending it was tried.
    async fn attempts(&self) -> i32 {
        count(i64::from(self.0.attempts))
    }

    /// What the last try met, in the mail server's own words; null when nobody knows.
    async fn last_error(&self) -> Option<&str> {
        self.0.last_error.as_deref()
    }

    /// When its reason happened.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }
}
