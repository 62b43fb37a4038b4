//! How the numbers of an idea grew, for those who answer it. It tells nothing to anybody else, and of nobody who voted.

use async_graphql::{Context, Object};
use folkmoot_common::IdeaId;
use folkmoot_replies::Growth;

use crate::context::Reach as _;
use crate::count;
use crate::date_time::Date;
use crate::error::ApiError;

/// How they grew; nothing for whoever doesn't answer ideas.
pub(crate) async fn growth(ctx: &Context<'_>, idea: IdeaId) -> Result<Option<Vec<GrowthDay>>, ApiError> {
    if !ctx.is_officer() {
        return Ok(None);
    }
    let days = ctx.services()?.replies.growth(&ctx.viewer(), idea).await?;
    Ok(Some(days.into_iter().map(GrowthDay).collect()))
}

/// The numbers of an idea at the end of a day.
pub(crate) struct GrowthDay(Growth);

/// The numbers of an idea at the end of a day.
#[Object]
impl GrowthDay {
    /// The day, in UTC.
    async fn on(&self) -> Date {
        Date(self.0.on())
    }

    /// Who supports it now, and had said so last by then.
    async fn support(&self) -> i32 {
        count(self.0.support)
    }

    /// Who opposes it now, and had said so last by then.
    async fn oppose(&self) -> i32 {
        count(self.0.oppose)
    }

    /// Comments that stand under it now, and had been written by then.
    async fn comments(&self) -> i32 {
        count(self.0.comments)
    }
}
