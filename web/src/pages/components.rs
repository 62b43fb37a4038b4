//! `/dev/components`: every part that pages are made of, in every state, drawn by the same templates from made-up content.
//! It exists in `demo` only, and reads nothing from the database: who changes a part looks here first.

mod content;
mod reader;

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{IdeaOrder, IdeaStatus, Phase};

use content::{LONG, asks, branches, cards, chip, moments, near, refused, sides, votes};
use reader::Reader;

use super::branches::Branch;
use super::cards::{Card, Standing, VoteBox, Voting};
use super::changes::Tag;
use super::filters::Chip;
use super::form::Wrong;
use super::frame::{Frame, page};
use super::home::{Ask, Ending};
use super::idea::Share;
use super::ideas::{Ordering, orders};
use super::pager::Pager;
use super::second_look::Near;
use super::sides::Sides;
use super::timeline::Moment;
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// The roles that colours play in the style sheet.
const COLOURS: [&str; 14] = [
    "paper",
    "ground",
    "soft",
    "ink",
    "quiet",
    "line-strong",
    "accent",
    "accent-strong",
    "accent-soft",
    "against",
    "against-soft",
    "link",
    "error",
    "focus",
];

#[derive(Template)]
#[template(path = "components.html")]
struct Components {
    frame: Frame,
    colours: [&'static str; 14],
    statuses: [Standing; 12],
    cards: Vec<Card>,
    votes: Vec<VoteBox>,
    refused: VoteBox,
    branches: Vec<Branch>,
    sides: Sides,
    pager: Pager,
    first_page: Pager,
    last_page: Pager,
    now: When,
    /// One frame for each notice that a page may begin with.
    notices: Vec<Frame>,
    wrong: Wrong,
    chips: Vec<Chip>,
    orders: Vec<Ordering>,
    asks: Vec<Ask>,
    phases: [Phase; 2],
    opens: When,
    ends: Option<Ending>,
    /// Whether the council has answered, and the message of what stands in that place.
    answers: [(bool, &'static str); 2],
    moments: Vec<Moment>,
    share: Share,
    hints: Vec<String>,
    near: Vec<Near>,
    receipt: &'static str,
    reader: Reader,
}

/// What the address may say.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Wanted {
    done: Option<String>,
}

/// `GET /dev/components`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(Wanted { done }): Query<Wanted>,
) -> Result<Response, PageError> {
    if !site.config.dev {
        return Err(PageError::NotFound);
    }
    let mut frame = Frame::new(&site, &asking, "ideas").unlisted();
    if done.is_some() {
        frame.reader = Some("Wilhelmina Featherstonehaugh-Cholmondeley".to_owned());
    }
    let now = site.sources.now();
    let ends = Ending::until(now.plus(Duration::from_secs(3 * 24 * 60 * 60)), now);
    // Most notices are for somebody who is signed in.
    let mut signed_in = frame.clone();
    signed_in.reader = Some(String::new());
    page(&Components {
        notices: ["posted", "waiting", "counted", "ended"].map(|word| signed_in.clone().with_notice(Some(word))).into(),
        wrong: Wrong::of_kind("comment", "line", "NOT_FOUND"),
        chips: [LONG, "2050"].map(chip).into(),
        orders: orders(IdeaOrder::default(), "/dev/components?"),
        asks: asks(When::minute(now), &ends),
        phases: [Phase::NotYet, Phase::Over],
        opens: When::minute(now),
        ends: Some(ends),
        answers: [(false, "idea-answer-PUBLISHED"), (true, "idea-answer-PLANNED")],
        moments: moments(now),
        share: Share::to("/dev/components", LONG),
        hints: [frame.say("dev-parts-hint").to_string(), frame.say("dev-parts-inset").to_string()].into(),
        near: vec![near()],
        receipt: "2222-2222",
        frame: frame.with_notice(done.as_deref()),
        colours: COLOURS,
        statuses: IdeaStatus::ALL.map(Standing),
        cards: cards(When::day(now)),
        votes: votes(),
        refused: refused(),
        branches: branches(When::minute(now)),
        sides: sides(When::minute(now)),
        pager: Pager {
            previous: Some("/dev/components?done=none".to_owned()),
            next: Some("/dev/components".to_owned()),
            ..Pager::default()
        },
        first_page: Pager { next: Some("/dev/components".to_owned()), ..Pager::default() },
        last_page: Pager { previous: Some("/dev/components".to_owned()), ..Pager::default() },
        now: When::minute(now),
        reader: Reader::made_up(now),
    })
}
