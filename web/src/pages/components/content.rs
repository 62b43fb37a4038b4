//! What the page of components shows: made up, and with whatever is hard to lay out: long words, large numbers, other
//! scripts, nothing at all.

use std::time::Duration;

use folkmoot_common::Timestamp;
use folkmoot_ideas::{Count, IdeaStatus};
use folkmoot_text::Markdown;
use folkmoot_votes::Choice;

use crate::pages::branches::Branch;
use crate::pages::cards::{Card, Standing, VoteBox, Voting};
use crate::pages::filters::Chip;
use crate::pages::frame::Raw;
use crate::pages::home::{Ask, Ending};
use crate::pages::lang::Lang;
use crate::pages::second_look::Near;
use crate::pages::sides::{Side, Sides};
use crate::pages::thread::{Answers, Said, Words};
use crate::pages::timeline::Moment;
use crate::pages::when::When;

/// A title with a word that is wider than a telephone.
pub(super) const LONG: &str = "Rename the bridge to Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochpwllgwyngyll, and tell \
                    everybody who has to spell it why that was worth the trouble";

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

/// One whose vote was refused.
pub(super) fn refused() -> VoteBox {
    open(90_110, 40, 2)
}

pub(super) fn votes() -> Vec<VoteBox> {
    vec![
        open(90_101, 0, 0),
        VoteBox { mine: Some(Choice::Support), ..open(90_102, 1, 0) },
        VoteBox { mine: Some(Choice::Oppose), ..open(90_103, 12, 7) },
        VoteBox { opposable: false, ..open(90_104, 1_000, 0) },
        VoteBox { opposable: false, mine: Some(Choice::Support), ..open(90_109, 1_001, 0) },
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
        language: Lang::default(),
        asked: Lang::default(),
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

pub(super) fn cards(posted: When) -> Vec<Card> {
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
            officer: None,
            credited: false,
            author: "Sam Birch".to_owned(),
            face: None,
            stance,
            html: Raw(Markdown::from_stored(text.to_owned()).to_html()),
            language: Lang::default(),
            edited: false,
            mine: false,
        }),
        deleted: false,
        held: false,
        hidden: false,
        answerable: true,
        replies: None,
    }
}

/// Threads as a page has them: one short, and one whose end is folded.
pub(super) fn branches(posted: When) -> Vec<Branch> {
    let mut shown = comments(posted);
    let other = shown.split_off(4);
    let folded = (8..11).map(|number| comment(number, 1, posted, None, "So do I.")).collect();
    vec![Branch { shown, ..Branch::default() }, Branch { shown: other, folded, open: false }]
}

/// Both sides of a discussion: one with an argument and more to come, one without any.
pub(super) fn sides(posted: When) -> Sides {
    let side = |word, comments| Side { word, comments, next: None, first: None };
    let said = Said { replies: Some(3), ..comment(20, 0, posted, Some("for"), "Shade is what people ask for most.") };
    let pro = Side { next: Some("/dev/components".to_owned()), ..side("for", vec![said]) };
    Sides { both: [pro, side("against", Vec::new())] }
}

pub(super) fn chip(words: &str) -> Chip {
    Chip { words: words.to_owned(), language: Lang::default(), href: "/dev/components".to_owned() }
}

/// Questions: one that ends, one that always stands, one that hasn't begun.
pub(super) fn asks(opens: When, ends: &Ending) -> Vec<Ask> {
    let ask = |question: &str| Ask {
        question: question.to_owned(),
        language: Lang::default(),
        path: "/dev/components".to_owned(),
        opens: None,
        ends: None,
        size: Some(Count::exactly(12)),
    };
    vec![
        Ask { ends: Some(ends.clone()), ..ask("What would make our streets better to walk on?") },
        ask("Anything else?"),
        Ask { opens: Some(opens), size: None, ..ask(LONG) },
    ]
}

pub(super) fn moments(now: Timestamp) -> Vec<Moment> {
    let moment = |id, at| Moment {
        id,
        count: 2,
        department: None,
        words: None,
        at: Some(When::minute(at)),
        path: None,
        to_come: at > now,
    };
    vec![
        moment("timeline-published", now),
        Moment { path: Some("/dev/components".to_owned()), ..moment("timeline-edited", now) },
        moment("timeline-closes", now.plus(Duration::from_secs(24 * 60 * 60))),
    ]
}

pub(super) fn near() -> Near {
    Near {
        title: LONG.to_owned(),
        language: "en".to_owned(),
        path: "/dev/components".to_owned(),
        status: Standing(IdeaStatus::Planned),
        support: 12,
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
        own(Said {
            held: true,
            hidden: true,
            ..comment(12, 1, posted, None, "A moderator hid this one from everybody else.")
        }),
        Said { words: None, deleted: true, ..comment(6, 0, posted, None, "") },
        Said { words: None, ..comment(7, 1, posted, None, "") },
    ]
}
