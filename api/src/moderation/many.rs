//! Deciding several items alike: what is asked, and what became of each. It decides nothing itself: each item is decided by
//! `decide.rs`, in a transaction of its own.

use async_graphql::{Enum, ID, InputObject, SimpleObject};
use folkmoot_common::Problems;

use super::decide::{DecideOutcome, DecideResult};
use super::words::ModerationAct;
use crate::date_time::DateTime;
use crate::user_error::{UserError, user_errors};

/// What to decide on several items alike.
#[derive(InputObject)]
pub(crate) struct DecideManyInput {
    /// Which, at most 100.
    pub(super) items: Vec<ItemSeen>,
    /// What to do: an act that is said of each of them the same way.
    pub(super) act: ModerationAct,
    /// The code of the reason, for acts that take something from the authors.
    pub(super) reason: Option<String>,
    /// What the moderator adds in their own words; each author reads it.
    pub(super) note: Option<String>,
    /// To suspend: up to when the authors may not post.
    pub(super) suspend_until: Option<DateTime>,
}

/// An item, as a moderator read it.
#[derive(InputObject)]
pub(crate) struct ItemSeen {
    /// Which item.
    pub(super) item_id: ID,
    /// The revision that the moderator has read.
    pub(super) revision: i32,
}

/// What became of deciding several.
#[derive(SimpleObject)]
pub(crate) struct DecideManyPayload {
    /// In one word.
    outcome: DecideManyOutcome,
    /// What became of each.
    #[graphql(complexity = "100 * child_complexity")]
    results: Vec<DecideResult>,
    /// What to mend, where nothing was tried; empty otherwise.
    user_errors: Vec<UserError>,
}

impl DecideManyPayload {
    pub(super) fn not(outcome: DecideManyOutcome, problems: Problems) -> Self {
        Self { outcome, results: Vec::new(), user_errors: user_errors(problems) }
    }

    pub(super) fn of(results: Vec<DecideResult>) -> Self {
        let done = results.iter().filter(|one| one.result.outcome == DecideOutcome::Decided).count();
        let outcome = match done {
            0 => DecideManyOutcome::NoneDecided,
            all if all == results.len() => DecideManyOutcome::AllDecided,
            _ => DecideManyOutcome::SomeDecided,
        };
        Self { outcome, results, user_errors: Vec::new() }
    }
}

/// What became of deciding several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum DecideManyOutcome {
    /// Every one is decided.
    AllDecided,
    /// Some are; each result says.
    SomeDecided,
    /// None is; each result says why.
    NoneDecided,
    /// It can't be done to several, or there are too many; nothing was tried.
    Refused,
    /// Something typed must be mended; nothing was tried.
    Invalid,
}
