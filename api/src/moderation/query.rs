//! The questions about moderation: the queue for moderators, one's own decision for an author, the numbers for everybody.

use async_graphql::{Context, ID, InputObject, Object};
use folkmoot_common::{CampaignId, CommentId, DecisionId, IdeaId, ItemId, PersonId};
use folkmoot_moderation::{self as domain, DECISIONS, ModerationError, QUEUE, Target, WhichDecisions};
use uuid::Uuid;

use super::decision::{Decision, Reason};
use super::figures::ModerationFigures;
use super::item::QueueItem;
use super::object::QueueCounts;
use super::words::{QueueItemKind, Suspicion};
use crate::connection::{Listing, Total, Window, listing};
use crate::context::Reach as _;
use crate::error::{ApiError, Code};
use crate::ids;
use crate::limits::list_cost;

/// The questions about moderation.
#[derive(Default)]
pub(crate) struct ModerationQueries;

#[Object]
impl ModerationQueries {
    /// What needs a person, the most pressing first, at most 100 at a time. For moderators.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a Relay connection and a filter")]
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    async fn moderation_queue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
        #[graphql(desc = "Which items.")] filter: Option<QueueFilter>,
    ) -> Result<Listing<QueueItem>, ApiError> {
        ctx.staff()?;
        let filter = filter.unwrap_or_default().read(ctx).await?;
        let request = Window { first, after, last, before }.request(QUEUE)?;

        let page = ctx.services()?.moderation.queue(&ctx.viewer(), &filter, &request).await?;

        QueueItem::expect(ctx, page.items.iter().map(|listed| &listed.item))?;
        let page = page.map(|listed| (listed.cursor, QueueItem(listed.item)));
        Ok(listing(page, Total::Queue(filter)))
    }

    /// One item, open or done with; null when there is none. For moderators.
    async fn queue_item(&self, ctx: &Context<'_>, id: ID) -> Result<Option<QueueItem>, ApiError> {
        ctx.staff()?;
        let id: ItemId = ids::argument(&id, "id")?;
        item_now(ctx, id).await
    }

    /// How much waits. For moderators.
    #[graphql(complexity = "50 + child_complexity")]
    async fn queue_counts(&self, ctx: &Context<'_>) -> Result<QueueCounts, ApiError> {
        Ok(QueueCounts(ctx.services()?.moderation.counts(&ctx.viewer()).await?))
    }

    /// What moderators choose from when they take something from somebody: the same for everybody, and for everybody to
    /// read.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn moderation_reasons(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which language, as a short code. The site's first, if left out.")] language: Option<
            String,
        >,
    ) -> Result<Vec<Reason>, ApiError> {
        let reasons = ctx.loaders()?.reasons(language.as_deref()).await?;
        Ok(reasons.into_iter().map(Into::into).collect())
    }

    /// Decisions, the latest first, at most 100 at a time. For moderators. Name at most one of the last four arguments.
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a Relay connection and what it may be about")]
    async fn moderation_decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
        #[graphql(desc = "The viewer's own.")] mine: Option<bool>,
        #[graphql(desc = "On this idea.")] idea_id: Option<ID>,
        #[graphql(desc = "On this comment.")] comment_id: Option<ID>,
        #[graphql(desc = "On anything of this person's.")] author_id: Option<ID>,
    ) -> Result<Listing<Decision>, ApiError> {
        let me = ctx.staff()?;
        let mut which = Vec::new();
        which.extend((mine == Some(true)).then_some(WhichDecisions::By(me)));
        if let Some(id) = idea_id {
            which.push(WhichDecisions::On(Target::Idea(ids::argument::<IdeaId>(&id, "ideaId")?)));
        }
        if let Some(id) = comment_id {
            which.push(WhichDecisions::On(Target::Comment(ids::argument::<CommentId>(&id, "commentId")?)));
        }
        if let Some(id) = author_id {
            which.push(WhichDecisions::OfAuthor(ids::argument::<PersonId>(&id, "authorId")?));
        }
        let which = match which.as_slice() {
            [] => WhichDecisions::All,
            [one] => *one,
            _ => return Err(ApiError::invalid("Name one of mine, ideaId, commentId and authorId, or none.")),
        };
        let request = Window { first, after, last, before }.request(DECISIONS)?;

        let page = ctx.services()?.moderation.decisions(&ctx.viewer(), which, &request).await?;

        for actor in page.items.iter().filter_map(|decision| decision.actor) {
            ctx.loaders()?.expect_person(actor);
        }
        Ok(listing(page.map(|decision| (decision.cursor(), Decision(decision))), Total::Decisions(which)))
    }

    /// Moderation of the last ninety days in numbers, for everybody.
    #[graphql(complexity = "1_000 + child_complexity")]
    async fn moderation_figures(&self, ctx: &Context<'_>) -> Result<ModerationFigures, ApiError> {
        Ok(ModerationFigures(ctx.services()?.moderation.figures().await?))
    }

    /// What was decided on something of the viewer's: what, why, how to mend it, whether it can be appealed. Null for
    /// everybody but its author.
    async fn own_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision, as the letter about it names it.")] id: ID,
    ) -> Result<Option<Decision>, ApiError> {
        let id: DecisionId = ids::argument(&id, "id")?;
        Ok(ctx.services()?.moderation.own_decision(&ctx.viewer(), id).await?.map(Decision))
    }
}

/// An item as it stands now; `None` when there is none.
pub(super) async fn item_now(ctx: &Context<'_>, id: ItemId) -> Result<Option<QueueItem>, ApiError> {
    match ctx.services()?.moderation.item(&ctx.viewer(), id).await {
        Ok(item) => QueueItem::alone(ctx, item).map(Some),
        Err(ModerationError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Which items of the queue. What is left out doesn't narrow the list.
#[derive(InputObject, Default)]
pub(crate) struct QueueFilter {
    /// Of this kind.
    kind: Option<QueueItemKind>,
    /// Of the campaign with this short name.
    campaign: Option<String>,
    /// Of this author.
    author_id: Option<ID>,
    /// Near-duplicates of each other: the `cluster` of an item.
    cluster: Option<ID>,
    /// Those that the rules suspect of this.
    suspicion: Option<Suspicion>,
    /// Those that are later than promised.
    overdue: Option<bool>,
}

impl QueueFilter {
    async fn read(self, ctx: &Context<'_>) -> Result<domain::QueueFilter, ApiError> {
        let author = self.author_id.map(|id| ids::argument::<PersonId>(&id, "authorId")).transpose()?;
        let unknown = |_not_one| ApiError::invalid("cluster: take it from an item of the queue.");
        let cluster = self.cluster.map(|id| Uuid::try_parse(id.as_str())).transpose().map_err(unknown)?;
        let campaign = match self.campaign {
            None => None,
            Some(slug) => Some(
                campaign(ctx, &slug)
                    .await?
                    .ok_or_else(|| ApiError::new(Code::NotFound, "There is no campaign with this short name."))?,
            ),
        };
        let now = ctx.services()?.sources.now();
        Ok(domain::QueueFilter {
            kind: self.kind.map(Into::into),
            campaign,
            author,
            cluster,
            suspicion: self.suspicion.map(Into::into),
            overdue_at: (self.overdue == Some(true)).then_some(now),
        })
    }
}

/// The campaign of this short name.
pub(super) async fn campaign(ctx: &Context<'_>, slug: &str) -> Result<Option<CampaignId>, ApiError> {
    Ok(ctx.services()?.ideas.campaign(slug).await?.map(|campaign| campaign.id))
}
