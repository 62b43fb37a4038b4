//! The front page: what the council asks just now, what rises, and what this is in three lines.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{PageRequest, Timestamp};
use folkmoot_ideas::{Campaign, Idea, IdeaQuery};

use super::cards::{Card, Voting, cards};
use super::frame::{Frame, page};
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// How many rising ideas fit here.
const RISING: u16 = 5;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    frame: Frame,
    asks: Vec<Ask>,
    cards: Vec<Card>,
}

/// An open campaign.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    /// What the council asks.
    pub(crate) question: String,
    /// Its page.
    pub(crate) path: String,
    /// When it ends.
    pub(crate) ends: Option<Ending>,
}

/// When a campaign ends.
#[derive(Debug, Clone)]
pub(crate) struct Ending {
    /// The moment.
    pub(crate) at: When,
    /// Whole days until then.
    pub(crate) days_left: u64,
}

impl Ending {
    /// The end of this campaign, seen from now; none when it has none.
    pub(crate) fn of(campaign: &Campaign, now: Timestamp) -> Option<Self> {
        const DAY: u64 = 24 * 60 * 60;
        campaign.closes_at.map(|end| Self { at: When::minute(end), days_left: end.since(now).as_secs() / DAY })
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
    let campaigns = site.ideas.all_campaigns().await?;
    let rising = site.ideas.list(&asking.viewer, &IdeaQuery::default(), &PageRequest::first(RISING)).await?;
    let ideas: Vec<&Idea> = rising.items.iter().map(|listed| &listed.idea).collect();

    let asks = campaigns
        .iter()
        .filter(|campaign| campaign.is_open(now))
        .map(|campaign| Ask {
            question: campaign.question.clone(),
            path: format!("/campaigns/{}", campaign.slug),
            ends: Ending::of(campaign, now),
        })
        .collect();
    page(&Home {
        cards: cards(&site, &asking, &ideas, &campaigns, "/").await?,
        frame: Frame::new(&site, &asking, "").with_notice(done.as_deref()),
        asks,
    })
}
