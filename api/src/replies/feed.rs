//! What is going on in the whole council, and what an officer watches of it. For officers and admins alone.

use async_graphql::connection::{Connection, EmptyFields};
use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use folkmoot_common::DepartmentId;
use folkmoot_replies::{self as domain, FEED, Feed};

use super::acts::{act_payload, idea};
use super::department::person;
use super::progress::Happening;
use super::words::FeedOf;
use crate::connection::{Place, Window, listing_of};
use crate::context::Reach as _;
use crate::count;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;
use crate::limits::list_cost;
use crate::people::PublicPerson;

/// The questions of officers about each other's work.
#[derive(Default)]
pub(crate) struct FeedQueries;

#[Object]
impl FeedQueries {
    /// What happened to ideas in the whole council, the newest first; at most 100 at a time. For officers and admins.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a Relay connection and which ideas")]
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    async fn officer_feed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
        #[graphql(desc = "Of which ideas: ALL, if neither this nor a department is named.")] of: Option<FeedOf>,
        #[graphql(desc = "Instead of that: of the ideas that this department has.")] department_id: Option<ID>,
    ) -> Result<Connection<Place, FeedLine, EmptyFields>, ApiError> {
        let me = ctx.officer()?;
        let feed = match (of, department_id) {
            (Some(_), Some(_)) => return Err(ApiError::invalid("Name which ideas or a department, one of the two.")),
            (None, Some(id)) => Feed::Of(ids::argument::<DepartmentId>(&id, "departmentId")?),
            (Some(FeedOf::All) | None, None) => Feed::All,
            (Some(FeedOf::MyDepartments), None) => Feed::OfMyDepartments(me),
            (Some(FeedOf::Watched), None) => Feed::Watched(me),
        };
        let request = Window { first, after, last, before }.request(FEED)?;

        let page = ctx.services()?.replies.feed(&ctx.viewer(), feed, &request).await?;

        let loaders = ctx.loaders()?;
        page.items.iter().filter_map(|line| line.by).for_each(|by| loaders.expect_person(by));
        Ok(listing_of(page.map(|line| (line.cursor(), line.into())), EmptyFields))
    }

    /// The ideas that the viewer watches, the newest watch first; at most 200. For officers and admins.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn watched_ideas(&self, ctx: &Context<'_>) -> Result<Vec<WatchedIdea>, ApiError> {
        ctx.officer()?;
        let watched = ctx.services()?.replies.watched(&ctx.viewer()).await?;
        Ok(watched.into_iter().map(Into::into).collect())
    }
}

/// Something that happened to an idea, in a list of what happened to many.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct FeedLine {
    /// The id of the idea.
    id: ID,
    /// The idea's public number.
    number: i32,
    /// Its title.
    title: String,
    /// The department that answers for it now, by name; null where none does.
    department: Option<String>,
    /// What happened.
    happening: Happening,
    #[graphql(skip)]
    by: Option<folkmoot_common::PersonId>,
}

impl From<domain::FeedLine> for FeedLine {
    fn from(line: domain::FeedLine) -> Self {
        Self {
            id: ids::global(line.happening.idea),
            number: count(line.number),
            title: line.title,
            department: line.lead,
            happening: line.happening.into(),
            by: line.by,
        }
    }
}

#[ComplexObject]
impl FeedLine {
    /// Who of the staff did it; null where the program or citizens did.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        match self.by {
            Some(by) => person(ctx, by).await,
            None => Ok(None),
        }
    }
}

/// An idea that an officer watches.
#[derive(SimpleObject)]
pub(crate) struct WatchedIdea {
    /// The id of the idea.
    id: ID,
    /// The idea's public number.
    number: i32,
    /// Its title.
    title: String,
    /// Since when.
    since: DateTime,
}

impl From<domain::Watched> for WatchedIdea {
    fn from(watched: domain::Watched) -> Self {
        Self {
            id: ids::global(watched.idea),
            number: count(watched.number),
            title: watched.title,
            since: watched.since.into(),
        }
    }
}

/// The act of watching.
#[derive(Default)]
pub(crate) struct WatchMutations;

#[Object]
impl WatchMutations {
    /// Watches an idea, of whatever department, or stops. A letter tells whoever watches what becomes of it, but for what
    /// they do themselves. At most 200 ideas at once (`TOO_MANY`). For officers and admins.
    async fn watch_idea(&self, ctx: &Context<'_>, input: WatchIdeaInput) -> Result<WatchIdeaPayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(WatchIdeaPayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.watch(&ctx.viewer(), number, input.watches).await;
        WatchIdeaPayload::of(id, done, "ideaId")
    }
}

/// An idea to watch.
#[derive(InputObject)]
pub(crate) struct WatchIdeaInput {
    /// Which idea.
    idea_id: ID,
    /// Whether to watch it; otherwise the viewer stops.
    #[graphql(default = true)]
    watches: bool,
}

act_payload!(
    /// What became of watching an idea.
    WatchIdeaPayload
);
