//! Finding and listing campaigns. There are few of them, so the list is cut from one read of all.

use async_graphql::{Context, Object};
use folkmoot_common::{CampaignId, Cursor, CursorError, Id as _, Page, Problem};
use folkmoot_ideas as domain;

use super::object::Campaign;
use crate::connection::{Listing, Total, Window, listing};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::limits::list_cost;

/// The name in the cursors of this list.
const ORDER: &str = "campaigns";

/// The questions about campaigns.
#[derive(Default)]
pub(crate) struct CampaignQueries;

#[Object]
impl CampaignQueries {
    /// One campaign by its short name; null when there is none.
    async fn campaign(&self, ctx: &Context<'_>, slug: String) -> Result<Option<Campaign>, ApiError> {
        Ok(ctx.services()?.ideas.campaign(&slug).await?.map(Campaign))
    }

    /// All campaigns: the open ones first, by closing time; then the closed ones, latest first.
    #[graphql(complexity = "list_cost(first, None, child_complexity)")]
    async fn campaigns(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
    ) -> Result<Listing<Campaign>, ApiError> {
        let request = Window { first, after, ..Window::default() }.request(ORDER)?;

        let all = ctx.services()?.ideas.all_campaigns().await?;

        let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let loaders = ctx.loaders()?;
        all.iter().for_each(|campaign| loaders.expect_steps(campaign.id));
        let page = cut(all, usize::from(request.size), request.from.as_ref())?;
        Ok(listing(page, Total::Known(total)))
    }
}

/// An input names a campaign that there isn't.
pub(crate) fn unknown(field: &'static str) -> Problem {
    let words = "There is no campaign with this short name. Take one from the list of campaigns.";
    Problem::new(field, "NOT_FOUND", words)
}

type Row = (Cursor, Campaign);

fn cut(all: Vec<domain::Campaign>, size: usize, from: Option<&Cursor>) -> Result<Page<Row>, CursorError> {
    let start = match from {
        None => 0,
        Some(cursor) => {
            let id = CampaignId::from_uuid(cursor.id);
            all.iter().position(|campaign| campaign.id == id).ok_or(CursorError)? + 1
        }
    };
    let has_next = all.len() > start + size;
    let row = |campaign: domain::Campaign| {
        (Cursor { order: ORDER.to_owned(), key: 0, id: campaign.id.uuid() }, Campaign(campaign))
    };
    let items = all.into_iter().skip(start).take(size).map(row).collect();
    Ok(Page { items, has_next, has_previous: start > 0 })
}
