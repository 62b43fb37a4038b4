//! `/dev/components`: every part that pages are made of, in every state, drawn by the same templates from made-up content.
//! It exists in `demo` only, and reads nothing from the database: who changes a part looks here first.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::IdeaStatus;
use folkmoot_text::Markdown;
use folkmoot_votes::Choice;

use super::cards::{Card, Standing, VoteBox, Voting};
use super::frame::{Frame, Raw, page};
use super::pager::Pager;
use super::thread::{Answers, Said, Words};
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

/// A title with a word that is wider than a telephone.
const LONG: &str = "Rename the bridge to Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochpwllgwyngyll, and tell \
                    everybody who has to spell it why that was worth the trouble";

#[derive(Template)]
#[template(path = "components.html")]
struct Components {
    frame: Frame,
    colours: [&'static str; 14],
    statuses: [Standing; 12],
    cards: Vec<Card>,
    votes: Vec<VoteBox>,
    comments: Vec<Said>,
    pager: Pager,
    now: When,
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
    page(&Components {
        frame: frame.with_notice(done.as_deref()),
        colours: COLOURS,
        statuses: IdeaStatus::ALL.map(Standing),
        cards: cards(When::day(now)),
        votes: votes(),
        comments: comments(When::minute(now)),
        pager: Pager {
            previous: Some("/dev/components?done=none".to_owned()),
            next: Some("/dev/components".to_owned()),
            ..Pager::default()
        },
        now: When::minute(now),
    })
}

/// Votes that may be cast, with so many of each. No idea has so high a number: nothing real moves the counts.
fn open(number: i64, support: i64, oppose: i64) -> VoteBox {
    VoteBox {
        number,
        title: format!("Idea {number}"),
        action: "/dev/components".to_owned(),
        back: "/dev/components".to_owned(),
        voting: Voting::Open,
        opposable: true,
        support,
        oppose,
        ..VoteBox::default()
    }
}

fn votes() -> Vec<VoteBox> {
    vec![
        open(90_101, 0, 0),
        VoteBox { mine: Some(Choice::Support), ..open(90_102, 1, 0) },
        VoteBox { mine: Some(Choice::Oppose), ..open(90_103, 12, 7) },
        VoteBox { opposable: false, ..open(90_104, 1_000, 0) },
        open(90_105, 123_456, 98_765),
        VoteBox { voting: Voting::NotYet, ..open(90_106, 0, 0) },
        VoteBox { voting: Voting::Ended, mine: Some(Choice::Support), ..open(90_107, 1_000, 12) },
        VoteBox { voting: Voting::Settled, opposable: false, ..open(90_108, 1, 0) },
    ]
}

/// One card. The others change what they are about, so that a new field is added here only.
fn card(number: i64, title: &str, status: IdeaStatus, posted: When, vote: VoteBox) -> Card {
    Card {
        number,
        title: title.to_owned(),
        language: None,
        path: "/dev/components".to_owned(),
        question: "What would make our streets better to walk on?".to_owned(),
        campaign_path: "/dev/components".to_owned(),
        status: Standing(status),
        author: "Robin Ash".to_owned(),
        posted,
        comments: 0,
        vote,
    }
}

fn cards(posted: When) -> Vec<Card> {
    let held = VoteBox { voting: Voting::Settled, ..open(90_003, 0, 0) };
    let ended = VoteBox { voting: Voting::Ended, ..open(90_005, 1_000, 240) };
    vec![
        card(90_001, "Plant a tree at every bus stop", IdeaStatus::Published, posted, open(90_001, 0, 0)),
        Card {
            author: "Wilhelmina Featherstonehaugh-Cholmondeley".to_owned(),
            comments: 1,
            ..card(90_002, LONG, IdeaStatus::AwaitingReply, posted, open(90_002, 123_456, 98_765))
        },
        card(90_003, "Open the library on Sundays", IdeaStatus::Submitted, posted, held),
        Card {
            author: "عبد الله".to_owned(),
            comments: 1_204,
            ..card(
                90_004,
                "مقاعد في الحديقة العامة",
                IdeaStatus::Planned,
                posted,
                VoteBox { mine: Some(Choice::Support), ..open(90_004, 1_000, 3) },
            )
        },
        card(90_005, "Close the ring road", IdeaStatus::Declined, posted, ended),
    ]
}

/// One comment; the others change what they are about.
fn comment(number: i32, step: i32, posted: When, stance: Option<&'static str>, text: &str) -> Said {
    Said {
        number,
        path: "/dev/components".to_owned(),
        top: step == 0,
        step,
        posted,
        answers: None,
        words: Some(Words {
            author: "Sam Birch".to_owned(),
            stance,
            html: Raw(Markdown::from_stored(text.to_owned()).to_html()),
            edited: false,
            mine: false,
        }),
        deleted: false,
        held: false,
        answerable: true,
        replies: None,
    }
}

fn comments(posted: When) -> Vec<Said> {
    let own = |said: Said| {
        let words = said.words.map(|words| Words { mine: true, edited: true, ..words });
        Said { words, ..said }
    };
    vec![
        comment(1, 0, posted, Some("for"), "It works two streets from here. **Ask them.**"),
        comment(
            2,
            1,
            posted,
            Some("against"),
            "> It works\n\nFor whom? See <https://example.org/a/long/address/indeed>.",
        ),
        own(comment(3, 2, posted, None, LONG)),
        Said {
            answers: Some(Answers { here: Some(3), name: Some("Sam Birch".to_owned()), plain: false }),
            answerable: false,
            ..comment(4, 4, posted, Some("for"), "Far down the thread.")
        },
        Said { held: true, ..comment(5, 0, posted, None, "A moderator looks at this one.") },
        Said { words: None, deleted: true, ..comment(6, 0, posted, None, "") },
        Said { words: None, ..comment(7, 1, posted, None, "") },
    ]
}
