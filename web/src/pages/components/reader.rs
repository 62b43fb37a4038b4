//! What the page of components shows of whoever reads it: what they write, what they are told, the rows of their own page.
//! All of it is made up.

use std::time::Duration;

use folkmoot_comments::{CommentState, Stance};
use folkmoot_common::Timestamp;
use folkmoot_ideas::IdeaStatus;
use folkmoot_moderation::OwnEdit;
use folkmoot_text::Markdown;

use super::content::{LONG, near};
use crate::pages::cards::Standing;
use crate::pages::changes::{Stretch, changes};
use crate::pages::comment_write::Typed;
use crate::pages::form::Wrong;
use crate::pages::frame::Raw;
use crate::pages::lang::Lang;
use crate::pages::me::Topic;
use crate::pages::me_comments::Remark;
use crate::pages::me_ideas::Mine;
use crate::pages::own_change::OwnChange;
use crate::pages::second_look::Shown;
use crate::pages::suspended::Suspended;
use crate::pages::told::Told;
use crate::pages::when::When;

/// What such a page says to one person.
pub(super) struct Reader {
    pub(super) name: &'static str,
    pub(super) since: When,
    /// A comment that is being written, and what is wrong with it.
    pub(super) typed: Typed,
    pub(super) wrong: Wrong,
    pub(super) body_most: usize,
    pub(super) preview: Shown,
    pub(super) change_of_title: Vec<Stretch>,
    pub(super) change_of_body: Vec<Stretch>,
    pub(super) told: Vec<Told>,
    /// One that waits, and one that was refused.
    pub(super) changes: [OwnChange; 2],
    pub(super) suspended: Suspended,
    pub(super) ideas: Vec<Mine>,
    pub(super) remarks: Vec<Remark>,
}

impl Reader {
    pub(super) fn made_up(now: Timestamp) -> Self {
        Self {
            name: "Wilhelmina Featherstonehaugh-Cholmondeley",
            since: When::month(now),
            typed: Typed { body: String::new(), stance: "FOR".to_owned(), draft: String::new() },
            wrong: Wrong::of_kind("comment", "body", "EMPTY"),
            body_most: folkmoot_comments::CommentText::MOST,
            preview: preview(),
            change_of_title: changes("A bench at the bus stop", "Two benches at the bus stop"),
            change_of_body: changes(
                "People wait there for ten minutes.\n\nMany can’t stand that long.",
                "People wait there for twenty minutes, in the rain.\n\nMany can’t stand that long.",
            ),
            told: vec![told("told-HIDE", now), appealed(now), answered(now)],
            changes: [change(now, None), change(now, Some(told("told-REJECT-edit", now)))],
            suspended: Suspended {
                until: When::minute(now.plus(Duration::from_secs(3 * 24 * 60 * 60))),
                told: Some(told("told-SUSPEND", now)),
            },
            ideas: ideas(now),
            remarks: remarks(now),
        }
    }
}

fn preview() -> Shown {
    Shown {
        title: LONG.to_owned(),
        html: Raw(Markdown::from_stored("It is a *long* name.\n\n- For signs\n- For forms".to_owned()).to_html()),
        language: "en".to_owned(),
        hints: vec!["A telephone number: 01234 567890.".to_owned()],
        near: vec![near()],
    }
}

fn told(act: &str, now: Timestamp) -> Told {
    let reason = ["Spam", "Guidelines, 3", "It sells something.", "Write what should change, without the shop."];
    Told {
        act: act.to_owned(),
        at: When::day(now),
        reason: Some(reason.map(str::to_owned)),
        note: Some("The second line names a shop.".to_owned()),
        appeal: Some("/dev/components".to_owned()),
        answered_by: None,
        answer: None,
    }
}

fn appealed(now: Timestamp) -> Told {
    Told { appeal: None, answered_by: Some(When::day(now)), ..told("told-REDACT", now) }
}

fn answered(now: Timestamp) -> Told {
    Told { appeal: None, answer: Some((true, "There is no shop in it.".to_owned())), ..told("told-HIDE", now) }
}

fn change(now: Timestamp, told: Option<Told>) -> OwnChange {
    let edit = OwnEdit {
        title: None,
        body: Markdown::from_stored("Two benches.".to_owned()),
        stance: None,
        language: None,
        written_at: now,
        refused: None,
    };
    OwnChange { edit, written: When::day(now), told }
}

fn ideas(now: Timestamp) -> Vec<Mine> {
    let idea = |title: &str, status| Mine {
        title: title.to_owned(),
        language: Lang::default(),
        path: "/dev/components".to_owned(),
        standing: Standing(status),
        posted: When::day(now),
        support: 1,
        oppose: 0,
        comments: 1_204,
        hidden: false,
        public: true,
    };
    vec![
        idea("Plant a tree at every bus stop", IdeaStatus::Published),
        Mine { hidden: true, public: false, ..idea(LONG, IdeaStatus::Published) },
        Mine { public: false, ..idea("Open the library on Sundays", IdeaStatus::Submitted) },
    ]
}

fn remarks(now: Timestamp) -> Vec<Remark> {
    let remark = |state, stance, html: Option<&str>| Remark {
        idea: Some(Topic { title: LONG.to_owned(), language: Lang::default(), path: "/dev/components".to_owned() }),
        posted: When::day(now),
        state,
        stance,
        officer: None,
        html: html.map(|text| Raw(Markdown::from_stored(text.to_owned()).to_html())),
        language: Lang::default(),
    };
    vec![
        Remark {
            officer: Some("Parks".to_owned()),
            ..remark(CommentState::Published, Some(Stance::For), Some("It works two streets from here."))
        },
        remark(CommentState::Held, Some(Stance::Against), Some("For whom?")),
        remark(CommentState::Hidden, None, Some("A moderator hid this one.")),
        Remark { idea: None, ..remark(CommentState::Published, None, None) },
    ]
}
