//! All ideas: searched, narrowed and ordered by the address, pages by keyset links.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Campaign, Count, Idea, IdeaOrder, IdeaQuery, IdeaStatus, LabelKind, SearchWords};

use super::cards::{Card, Standing, Voting, cards};
use super::filters::{Asked, Chip, Filters, Unsearchable};
use super::frame::{Frame, page};
use super::home::{Ask, asks};
use super::labels::offered;
use super::lang::Lang;
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
    q: String,
    campaign: String,
    status: String,
    place: String,
    tag: String,
    mine: String,
    pub(crate) order: String,
    pub(crate) after: Option<String>,
    pub(crate) before: Option<String>,
    page: Option<String>,
    pub(crate) done: Option<String>,
}

impl Wanted {
    /// Where the page starts.
    pub(crate) fn place(&self) -> Place<'_> {
        Place { after: self.after.as_deref(), before: self.before.as_deref() }
    }

    fn asked(&self) -> Asked<'_> {
        Asked {
            q: &self.q,
            campaign: &self.campaign,
            status: &self.status,
            place: &self.place,
            tag: &self.tag,
            mine: &self.mine,
        }
    }

    /// Which page it says it is. Only a title repeats it.
    pub(crate) fn page(&self) -> u32 {
        self.page.as_ref().and_then(|page| page.parse().ok()).unwrap_or(1)
    }
}

/// One choice of a filter.
#[derive(Debug, Clone)]
pub(crate) struct Choosable {
    /// What the address says.
    pub(crate) value: String,
    /// What people read.
    pub(crate) words: String,
    /// In which language.
    pub(crate) language: Lang,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// An order that a list offers, as a plain link.
#[derive(Debug, Clone)]
pub(crate) struct Ordering {
    /// The name of its message.
    pub(crate) id: &'static str,
    /// Where it leads.
    pub(crate) href: String,
    /// Whether the list stands in it.
    pub(crate) chosen: bool,
}

#[derive(Template)]
#[template(path = "ideas.html")]
struct Ideas {
    frame: Frame,
    typed: String,
    wrong: Option<Unsearchable>,
    most: usize,
    campaigns: Vec<Choosable>,
    statuses: Vec<Choosable>,
    places: Vec<Choosable>,
    tags: Vec<Choosable>,
    mine: bool,
    order: &'static str,
    orders: Vec<Ordering>,
    chips: Vec<Chip>,
    count: Option<Count>,
    searched: bool,
    post: String,
    later: bool,
    cards: Vec<Card>,
    asks: Vec<Ask>,
    pager: Pager,
}

impl Ideas {
    /// The name of the page, before the board's own.
    fn name(&self) -> String {
        let name = match (self.searched, self.mine) {
            (true, _) => self.frame.say("ideas-title-search").with("words", &self.typed),
            (false, true) => self.frame.say("ideas-title-mine"),
            (false, false) => self.frame.say("ideas-title"),
        };
        self.pager.name(&self.frame, name.to_string())
    }
}

/// `GET /ideas`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let labels = site.labels.all().await?;
    let filters = Filters::of(&wanted.asked(), (&campaigns, &labels), &asking.viewer);
    let order = IdeaOrder::from_slug(&wanted.order).unwrap_or_default();
    let ideas_asked = IdeaQuery { filter: filters.filter(&asking.viewer), order };
    let request = wanted.place().request(SIZE, order.slug());
    let (listed, count) = if filters.any() && request.from.is_none() {
        let (listed, count) = site.ideas.beginning(&asking.viewer, &ideas_asked, SIZE).await?;
        (listed, Some(count))
    } else {
        (site.ideas.list(&asking.viewer, &ideas_asked, &request).await?, None)
    };
    let ideas: Vec<&Idea> = listed.items.iter().map(|listed| &listed.idea).collect();

    let query = filters.query();
    let address = format!("/ideas?{query}order={}", order.slug());
    let frame = Frame::new(&site, &asking, "ideas").with_notice(wanted.done.as_deref());
    let frame = if filters.wrong.is_some() { frame.with_errors() } else { frame };
    let typed = filters.search.as_ref().map_or(wanted.q.as_str(), SearchWords::as_str).to_owned();
    page(&Ideas {
        orders: orders(order, &format!("/ideas?{query}")),
        order: order.slug(),
        mine: filters.mine,
        wrong: filters.wrong,
        most: SearchWords::MOST,
        chips: filters.chips(&frame, order.slug()),
        count,
        searched: filters.search.is_some(),
        post: post(filters.campaign, filters.search.as_ref()),
        typed,
        later: request.from.is_some(),
        cards: cards(&site, &asking, &ideas, &campaigns, &address).await?,
        pager: Pager::of(&listed, &address, "", |listed| &listed.cursor).on(wanted.page()),
        statuses: statuses(&frame, filters.status),
        places: offered(&labels, LabelKind::Place, &[filters.place.map_or("", |one| one.slug.as_str())]),
        tags: offered(&labels, LabelKind::Tag, &[filters.tag.map_or("", |one| one.slug.as_str())]),
        asks: asks(asking.here.words, &campaigns, &HashMap::new(), site.sources.now()),
        campaigns: choosable(&frame, &campaigns, filters.campaign),
        frame,
    })
}

/// Where an idea is posted that wasn't found: with the question, and with what was looked for as a beginning.
fn post(campaign: Option<&Campaign>, search: Option<&SearchWords>) -> String {
    let campaign = campaign.map(|campaign| format!("campaign={}", escaped(&campaign.slug)));
    let title = search.map(|search| format!("title={}", escaped(search.as_str())));
    let query: Vec<String> = campaign.into_iter().chain(title).collect();
    if query.is_empty() { "/ideas/new".to_owned() } else { format!("/ideas/new?{}", query.join("&")) }
}

/// The orders as links that begin with `address`, which ends where `order=` may follow.
pub(crate) fn orders(chosen: IdeaOrder, address: &str) -> Vec<Ordering> {
    let id = |order| match order {
        IdeaOrder::Trending => "order-trending",
        IdeaOrder::MostSupported => "order-most-supported",
        IdeaOrder::Newest => "order-newest",
        IdeaOrder::FewestVotes => "order-fewest-votes",
    };
    let ordering = |order: IdeaOrder| Ordering {
        id: id(order),
        href: format!("{address}order={}", order.slug()),
        chosen: order == chosen,
    };
    IdeaOrder::ALL.into_iter().map(ordering).collect()
}

fn statuses(frame: &Frame, chosen: Option<IdeaStatus>) -> Vec<Choosable> {
    let choosable = |status: IdeaStatus| Choosable {
        value: status.as_str().to_lowercase(),
        words: frame.say(Standing(status).id()).to_string(),
        language: Lang::default(),
        chosen: chosen == Some(status),
    };
    IdeaStatus::ALL.into_iter().filter(|status| status.is_public()).map(choosable).collect()
}

fn choosable(frame: &Frame, campaigns: &[Campaign], chosen: Option<&Campaign>) -> Vec<Choosable> {
    let choosable = |one: &Campaign| Choosable {
        value: one.slug.clone(),
        words: one.question.clone(),
        language: Lang::of(frame.here.words, &one.language),
        chosen: chosen.is_some_and(|chosen| chosen.id == one.id),
    };
    // What was put away is found by whoever knows its address.
    let is_chosen = |one: &Campaign| chosen.is_some_and(|chosen| chosen.id == one.id);
    let listed = campaigns.iter().filter(|one| one.archived_at.is_none() || is_chosen(one));
    listed.map(choosable).collect()
}
