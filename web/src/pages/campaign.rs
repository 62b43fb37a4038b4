//! One question of the council's: what it asks and why, until when, by which rules; and the ideas that answer it. Before
//! it opens and after it has closed, the page says what happens next.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Count, Idea, IdeaFilter, IdeaOrder, IdeaQuery, Phase, PublishingMode, VotingRule};

use super::cards::{Card, Voting, cards};
use super::frame::{Frame, Raw, page};
use super::home::Ending;
use super::ideas::{Ordering, SIZE, Wanted, orders};
use super::lang::Lang;
use super::pager::Pager;
use super::pledge::{Ahead, steps};
use super::when::When;
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::site::Site;

#[derive(Template)]
#[template(path = "campaign.html")]
struct Page {
    frame: Frame,
    question: String,
    /// The language of question and brief.
    language: Lang,
    slug: String,
    brief: Raw,
    opens: When,
    ends: Option<Ending>,
    phase: Phase,
    size: Option<Count>,
    opposable: bool,
    /// When new ideas and comments can be read by everybody.
    mode: PublishingMode,
    /// What the council promises of ideas that enough people support.
    promised: Vec<Ahead>,
    orders: Vec<Ordering>,
    later: bool,
    cards: Vec<Card>,
    pager: Pager,
}

impl Page {
    /// The name of the page, before the board's own.
    fn name(&self) -> String {
        self.pager.name(&self.frame, self.question.clone())
    }
}

/// `GET /campaigns/{slug}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(slug): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let campaign = site.ideas.campaign(&slug).await?.ok_or(PageError::NotFound)?;
    let order = IdeaOrder::from_slug(&wanted.order).unwrap_or_default();
    let request = wanted.place().request(SIZE, order.slug());
    let filter = IdeaFilter { campaign: Some(campaign.id), ..IdeaFilter::default() };
    let listed = site.ideas.list(&asking.viewer, &IdeaQuery { filter, order }, &request).await?;
    let ideas: Vec<&Idea> = listed.items.iter().map(|listed| &listed.idea).collect();

    let now = site.sources.now();
    let path = format!("/campaigns/{}", campaign.slug);
    let address = format!("{path}?order={}", order.slug());
    let promised = steps(&site, campaign.id).await?;
    let sizes = site.ideas.sizes(&[campaign.id]).await?;
    let campaigns = [campaign];
    let cards = cards(&site, &asking, &ideas, &campaigns, &address).await?;
    let [campaign] = campaigns;
    page(&Page {
        frame: Frame::new(&site, &asking, "ideas").with_notice(wanted.done.as_deref()),
        brief: Raw(campaign.brief.to_html()),
        opens: When::minute(campaign.opens_at),
        ends: Ending::of(&campaign, now),
        phase: campaign.phase(now),
        size: sizes.get(&campaign.id).copied(),
        opposable: campaign.voting_rule == VotingRule::SupportAndOppose,
        mode: campaign.publishing_mode,
        promised: promised.iter().map(Ahead::step).collect(),
        orders: orders(order, &format!("{path}?")),
        later: request.from.is_some(),
        pager: Pager::of(&listed, &address, "", |listed| &listed.cursor).on(wanted.page()),
        language: Lang::of(asking.here.words, &campaign.language),
        question: campaign.question,
        slug: campaign.slug,
        cards,
    })
}
