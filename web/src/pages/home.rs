//! The front page: what this is and how it works, what the council asks just now, what rises, and the newest ideas that the
//! council has answered. However much there is, it costs the same few questions to the database.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{CampaignId, PageRequest, Timestamp};
use folkmoot_ideas::{Campaign, Count, Idea, IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus, Phase};

use super::cards::{Card, Voting, cards};
use super::frame::{Frame, page};
use super::lang::Lang;
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

/// How many rising ideas fit here.
const RISING: u16 = 5;

/// How many answers.
const ANSWERED: u16 = 5;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    frame: Frame,
    asks: Vec<Ask>,
    cards: Vec<Card>,
    answered: Vec<Card>,
}

/// A campaign that is open, or will be.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    /// What the council asks.
    pub(crate) question: String,
    /// In which language.
    pub(crate) language: Lang,
    /// Its page.
    pub(crate) path: String,
    /// When it opens, if it isn't open yet.
    pub(crate) opens: Option<When>,
    /// When it ends.
    pub(crate) ends: Option<Ending>,
    /// How many ideas it has, when that was asked for.
    pub(crate) size: Option<Count>,
}

/// The campaigns that are open, by the time they have left, and those that come next; with their sizes where known.
pub(crate) fn asks(
    words: Words,
    campaigns: &[Campaign],
    sizes: &HashMap<CampaignId, Count>,
    now: Timestamp,
) -> Vec<Ask> {
    let ask = |campaign: &Campaign, opens: Option<When>| Ask {
        question: campaign.question.clone(),
        language: Lang::of(words, &campaign.language),
        path: format!("/campaigns/{}", campaign.slug),
        opens,
        ends: Ending::of(campaign, now),
        size: sizes.get(&campaign.id).copied(),
    };
    let open = campaigns.iter().filter(|campaign| campaign.is_open(now)).map(|campaign| ask(campaign, None));
    let mut next: Vec<&Campaign> = campaigns.iter().filter(|campaign| campaign.phase(now) == Phase::NotYet).collect();
    next.sort_by_key(|campaign| campaign.opens_at);
    open.chain(next.into_iter().map(|campaign| ask(campaign, Some(When::minute(campaign.opens_at))))).collect()
}

/// When a campaign ends.
#[derive(Debug, Clone)]
pub(crate) struct Ending {
    /// The moment.
    pub(crate) at: When,
    /// Its day.
    day: When,
    /// Whole days until then.
    pub(crate) days_left: u64,
}

impl Ending {
    /// The end of this campaign, seen from now; none when it has none.
    pub(crate) fn of(campaign: &Campaign, now: Timestamp) -> Option<Self> {
        campaign.closes_at.map(|end| Self::until(end, now))
    }

    /// This end, seen from now.
    pub(crate) fn until(end: Timestamp, now: Timestamp) -> Self {
        const DAY: u64 = 24 * 60 * 60;
        Self { at: When::minute(end), day: When::day(end), days_left: end.since(now).as_secs() / DAY }
    }

    /// The end as a list says it: the time of day matters on the last one only.
    pub(crate) fn short(&self) -> &When {
        if self.days_left == 0 { &self.at } else { &self.day }
    }
}

/// What the last act on this page was.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Done {
    done: Option<String>,
}

/// `GET /`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(Done { done }): Query<Done>,
) -> Result<Response, PageError> {
    let now = site.sources.now();
    let statuses: Vec<IdeaStatus> = IdeaStatus::ALL.into_iter().filter(|status| status.is_answered()).collect();
    let answers = IdeaFilter { statuses, ..IdeaFilter::default() };
    let answers = IdeaQuery { filter: answers, order: IdeaOrder::Newest };
    let rising = IdeaQuery::default();
    let (five, latest) = (PageRequest::first(RISING), PageRequest::first(ANSWERED));
    let (campaigns, rising, answered) = futures::try_join!(
        site.ideas.all_campaigns(),
        site.ideas.list(&asking.viewer, &rising, &five),
        site.ideas.list(&asking.viewer, &answers, &latest),
    )?;
    // Both lists learn their authors and the viewer's votes together.
    let ideas: Vec<&Idea> = rising.items.iter().chain(&answered.items).map(|listed| &listed.idea).collect();
    let mut cards = cards(&site, &asking, &ideas, &campaigns, "/").await?;
    let answered = cards.split_off(rising.items.len());
    let open: Vec<CampaignId> =
        campaigns.iter().filter(|campaign| campaign.is_open(now)).map(|campaign| campaign.id).collect();
    let sizes = site.ideas.sizes(&open).await?;
    page(&Home {
        asks: asks(asking.here.words, &campaigns, &sizes, now),
        cards,
        answered,
        frame: Frame::new(&site, &asking, "").with_notice(done.as_deref()),
    })
}
