//! The questions about answers that anybody may ask.

use std::time::Duration;

use async_graphql::connection::{Connection, EmptyFields};
use async_graphql::{Context, ID, Object};
use folkmoot_common::{DepartmentId, Timestamp};
use folkmoot_replies::ANSWERED;

use super::answers::{AnswerFilter, AnsweredIdea, CouncilCalendar, OverdueIdea, PromiseScore};
use super::department::Department;
use super::reply::OfficialReply;
use crate::connection::{Place, Window, listing_of};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;
use crate::limits::list_cost;

/// Scores are of the last year, when nobody says.
const YEAR: Duration = Duration::from_secs(365 * 86_400);

/// The questions about answers.
#[derive(Default)]
pub(crate) struct ReplyQueries;

#[Object]
impl ReplyQueries {
    /// The council's departments by name, closed ones last.
    #[graphql(complexity = "20 * child_complexity")]
    async fn departments(&self, ctx: &Context<'_>) -> Result<Vec<Department>, ApiError> {
        Ok(ctx.loaders()?.departments().await?.iter().cloned().map(Department).collect())
    }

    /// One department by its word in addresses; null when there is none.
    async fn department(&self, ctx: &Context<'_>, slug: String) -> Result<Option<Department>, ApiError> {
        let all = ctx.loaders()?.departments().await?;
        Ok(all.iter().find(|one| one.slug == slug).cloned().map(Department))
    }

    /// "You said, we did": answered ideas that anybody may see, the latest answer first, at most 100 at a time.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a Relay connection and a filter")]
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    async fn answers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
        #[graphql(desc = "Which answers.")] filter: Option<AnswerFilter>,
    ) -> Result<Connection<Place, AnsweredIdea, EmptyFields>, ApiError> {
        let filter = filter.unwrap_or_default().read(ctx).await?;
        let request = Window { first, after, last, before }.request(ANSWERED)?;

        let page = ctx.services()?.replies.answered(&filter, &request).await?;

        let loaders = ctx.loaders()?;
        page.items.iter().for_each(|answered| loaders.expect_idea(answered.idea));
        OfficialReply::expect(ctx, page.items.iter().map(|answered| &answered.reply))?;
        Ok(listing_of(page.map(|answered| (answered.cursor(), AnsweredIdea(answered))), EmptyFields))
    }

    /// Ideas that anybody may see and whose promised answer is past its day, the longest past it first: at most 20. Of how
    /// many more that is so, `promiseScores` tells.
    #[graphql(complexity = "50 + 20 * child_complexity")]
    async fn overdue_ideas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that this department led when the day passed. All, if left out.")]
        department_id: Option<ID>,
    ) -> Result<Vec<OverdueIdea>, ApiError> {
        let of = department_id.map(|id| ids::argument::<DepartmentId>(&id, "departmentId")).transpose()?;
        let replies = &ctx.services()?.replies;
        let overdue = replies.overdue(of).await?;
        let loaders = ctx.loaders()?;
        overdue.iter().for_each(|one| loaders.expect_idea(one.idea));
        Ok(overdue.into_iter().map(|one| OverdueIdea::of(replies.last_day(one.due_at), one)).collect())
    }

    /// How promises were kept, by what was promised, replies first, and by department.
    // Up to three rows for each department.
    #[graphql(complexity = "1_000 + 60 * child_complexity")]
    async fn promise_scores(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Of promises kept since this instant, and of all that still wait. One year ago, if left out."
        )]
        since: Option<DateTime>,
    ) -> Result<Vec<PromiseScore>, ApiError> {
        let services = ctx.services()?;
        let since: Timestamp = since.map_or_else(|| services.sources.now().minus(YEAR), |since| since.0);
        Ok(services.replies.scores(since).await?.into_iter().map(Into::into).collect())
    }

    /// The days on which the council works: by these, promises are counted.
    async fn council_calendar(&self, ctx: &Context<'_>) -> Result<CouncilCalendar, ApiError> {
        CouncilCalendar::read(ctx).await
    }
}
