//! Finding and listing ideas.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object};
use folkmoot_common::{CampaignId, IdeaId};
use folkmoot_ideas::{self as domain, IdeaQuery};

use super::object::{Idea, IdeaStatus};
use crate::connection::{Listing, Total, Window, listing};
use crate::context::Reach as _;
use crate::error::{ApiError, Code};
use crate::ids;
use crate::labels::named;
use crate::limits::list_cost;

/// The questions about ideas.
#[derive(Default)]
pub(crate) struct IdeaQueries;

#[Object]
impl IdeaQueries {
    /// One idea by its id or by its public number; null when there is none that the viewer may see.
    async fn idea(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its opaque id.")] id: Option<ID>,
        #[graphql(desc = "Its public number.")] number: Option<i32>,
    ) -> Result<Option<Idea>, ApiError> {
        let ideas = &ctx.services()?.ideas;
        let viewer = ctx.viewer();
        let found = match (id, number) {
            (Some(id), None) => ideas.find(&viewer, ids::argument(&id, "id")?).await?,
            (None, Some(number)) => ideas.find_number(&viewer, i64::from(number)).await?,
            _ => return Err(ApiError::invalid("Name an idea by its id or by its number, one of the two.")),
        };
        found.map(|idea| Idea::alone(ctx, idea)).transpose()
    }

    /// Ideas in an order, at most 100 at a time. Without a filter: everything public.
    #[graphql(complexity = "list_cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a Relay connection, an order and a filter")]
    async fn ideas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start or after a cursor: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "How many from the end or before a cursor: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Where to go back from: the startCursor of the page after.")] before: Option<String>,
        #[graphql(desc = "TRENDING, if left out.")] order_by: Option<IdeaOrder>,
        #[graphql(desc = "Which ideas.")] filter: Option<IdeaFilter>,
    ) -> Result<Listing<Idea>, ApiError> {
        let filter = filter.unwrap_or_default().read(ctx).await?;
        list(ctx, filter, order_by, &Window { first, after, last, before }).await
    }
}

/// A page of ideas; tells the loaders what the items will want.
pub(crate) async fn list(
    ctx: &Context<'_>,
    filter: domain::IdeaFilter,
    order: Option<IdeaOrder>,
    window: &Window,
) -> Result<Listing<Idea>, ApiError> {
    let order: domain::IdeaOrder = order.map(Into::into).unwrap_or_default();
    let page = window.request(order.slug())?;
    let query = IdeaQuery { filter, order };

    let page = ctx.services()?.ideas.list(&ctx.viewer(), &query, &page).await?;

    ctx.loaders()?.expect_ideas(page.items.iter().map(|listed| &listed.idea));
    let siblings: Arc<[IdeaId]> = page.items.iter().map(|listed| listed.idea.id).collect();
    let page = page.map(|listed| (listed.cursor, Idea::among(listed.idea, &siblings)));
    Ok(listing(page, Total::Ideas(query)))
}

/// Everything in one campaign that is public.
pub(crate) fn of_campaign(campaign: CampaignId) -> domain::IdeaFilter {
    domain::IdeaFilter { campaign: Some(campaign), ..domain::IdeaFilter::default() }
}

/// The orders of a list of ideas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::IdeaOrder")]
pub(crate) enum IdeaOrder {
    /// What rises now: ten times the support weighs as much as 12½ hours of being newer.
    Trending,
    /// What most people are surely for: the lower end of a 95 % interval, so that 290 of 300 stands above 3 of 3.
    MostSupported,
    /// The latest first.
    Newest,
    /// What hardly anybody has voted on yet.
    FewestVotes,
}

/// Which ideas. What is left out doesn't narrow the list.
#[derive(InputObject, Default)]
pub(crate) struct IdeaFilter {
    /// Of the campaign with this short name.
    campaign: Option<String>,
    /// Of these statuses. Statuses that aren't public show the viewer's own only (and everything to moderators).
    statuses: Option<Vec<IdeaStatus>>,
    /// The viewer's own, whatever their status.
    mine: Option<bool>,
    /// About the place with this short name.
    place: Option<String>,
    /// With the tag of this short name.
    tag: Option<String>,
    /// With all of these words in title or text, in any order; capitals and accents make no difference, and the last
    /// word may be the beginning of one. `#12` or `12` also finds the idea of that number. 2 to 100 characters, of which
    /// the first 8 words count; otherwise INVALID_INPUT, with `search` as the `field` of its extensions.
    search: Option<String>,
}

impl IdeaFilter {
    async fn read(self, ctx: &Context<'_>) -> Result<domain::IdeaFilter, ApiError> {
        let search = self.search.as_deref().map(domain::SearchWords::parse).transpose();
        let search = search.map_err(|problem| ApiError::invalid_field("search", problem))?;
        let author = if self.mine == Some(true) { Some(ctx.signed_in()?) } else { None };
        let campaign = match self.campaign {
            None => None,
            Some(slug) => {
                let found = ctx.services()?.ideas.campaign(&slug).await?;
                let unknown = || ApiError::new(Code::NotFound, "There is no campaign with this short name.");
                Some(found.ok_or_else(unknown)?.id)
            }
        };
        let place = named(ctx, domain::LabelKind::Place, self.place.as_deref()).await?;
        let tag = named(ctx, domain::LabelKind::Tag, self.tag.as_deref()).await?;
        let mut statuses: Vec<domain::IdeaStatus> =
            self.statuses.unwrap_or_default().into_iter().map(Into::into).collect();
        statuses.sort_unstable();
        statuses.dedup();
        Ok(domain::IdeaFilter { campaign, statuses, author, place, tag, search })
    }
}
