//! All ideas: filters and order in the address, pages by keyset links.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Campaign, Idea, IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus};

use super::cards::{Card, Voting, cards};
use super::frame::{Frame, page};
use super::link::escaped;
use super::pager::{Pager, Place};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// Ideas on one page.
pub(crate) const SIZE: u16 = 20;

/// What the address says. Everything may be missing, and words that mean nothing are passed over.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    campaign: String,
    status: String,
    mine: String,
    pub(crate) order: String,
    pub(crate) after: Option<String>,
    pub(crate) before: Option<String>,
    pub(crate) done: Option<String>,
}

impl Wanted {
    /// Where the page starts.
    pub(crate) fn place(&self) -> Place<'_> {
        Place { after: self.after.as_deref(), before: self.before.as_deref() }
    }
}

/// One choice of a filter.
#[derive(Debug, Clone)]
pub(crate) struct Choosable {
    /// What the address says.
    pub(crate) value: String,
    /// What people read.
    pub(crate) words: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// An order that a list offers, as a plain link.
#[derive(Debug, Clone)]
pub(crate) struct Ordering {
    /// Which.
    pub(crate) order: IdeaOrder,
    /// Where it leads.
    pub(crate) href: String,
    /// Whether the list stands in it.
    pub(crate) chosen: bool,
}

#[derive(Template)]
#[template(path = "ideas.html")]
struct Ideas {
    frame: Frame,
    campaigns: Vec<Choosable>,
    statuses: Vec<Choosable>,
    orders: Vec<Ordering>,
    order: &'static str,
    mine: bool,
    filtered: bool,
    later: bool,
    cards: Vec<Card>,
    pager: Pager,
}

/// `GET /ideas`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let campaign = campaigns.iter().find(|campaign| campaign.slug == wanted.campaign);
    let status = IdeaStatus::parse(&wanted.status);
    let order = IdeaOrder::from_slug(&wanted.order).unwrap_or_default();
    let author = asking.viewer.person().filter(|_| wanted.mine == "yes");
    let (campaign_id, statuses_wanted) = (campaign.map(|campaign| campaign.id), status.into_iter().collect());
    let filter = IdeaFilter { campaign: campaign_id, statuses: statuses_wanted, author, ..IdeaFilter::default() };

    let request = wanted.place().request(SIZE, order.slug());
    let listed = site.ideas.list(&asking.viewer, &IdeaQuery { filter, order }, &request).await?;
    let ideas: Vec<&Idea> = listed.items.iter().map(|listed| &listed.idea).collect();

    let query = query(campaign, status, author.is_some());
    let address = format!("/ideas?{query}order={}", order.slug());
    page(&Ideas {
        frame: Frame::new(&site, &asking, "ideas").with_notice(wanted.done.as_deref()),
        orders: orders(order, &format!("/ideas?{query}")),
        order: order.slug(),
        mine: author.is_some(),
        filtered: !query.is_empty(),
        later: request.from.is_some(),
        cards: cards(&site, &asking, &ideas, &campaigns, &address).await?,
        pager: Pager::of(&listed, &address, "", |listed| &listed.cursor),
        statuses: statuses(status),
        campaigns: campaigns
            .iter()
            .map(|one| Choosable {
                value: one.slug.clone(),
                words: one.question.clone(),
                chosen: campaign.is_some_and(|campaign| campaign.id == one.id),
            })
            .collect(),
    })
}

/// The orders as links that begin with `address`, which ends where `order=` may follow.
pub(crate) fn orders(chosen: IdeaOrder, address: &str) -> Vec<Ordering> {
    IdeaOrder::ALL
        .into_iter()
        .map(|order| Ordering { order, href: format!("{address}order={}", order.slug()), chosen: order == chosen })
        .collect()
}

fn statuses(chosen: Option<IdeaStatus>) -> Vec<Choosable> {
    IdeaStatus::ALL
        .into_iter()
        .filter(|status| status.is_public())
        .map(|status| Choosable {
            value: status.as_str().to_lowercase(),
            words: status.words().to_owned(),
            chosen: chosen == Some(status),
        })
        .collect()
}

/// The filters as an address has them, each followed by `&`.
fn query(campaign: Option<&Campaign>, status: Option<IdeaStatus>, mine: bool) -> String {
    let mut query = String::new();
    if let Some(campaign) = campaign {
        query.push_str(&format!("campaign={}&", escaped(&campaign.slug)));
    }
    if let Some(status) = status {
        query.push_str(&format!("status={}&", status.as_str().to_lowercase()));
    }
    if mine {
        query.push_str("mine=yes&");
    }
    query
}
