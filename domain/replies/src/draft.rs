//! An answer that is being written. It is a row of its own, apart from the published ones, so that no public surface can
//! ever come upon it.

use folkmoot_common::{IdeaId, PersonId, Timestamp};

use crate::RawReply;

/// How far an answer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Somebody writes it.
    Writing,
    /// A second officer shall approve it.
    Approval {
        /// Who asked.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// It becomes public then, by itself.
    Scheduled {
        /// Who decided so.
        by: PersonId,
        /// When.
        for_: Timestamp,
    },
}

/// A draft of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which idea it answers.
    pub idea: IdeaId,
    /// Other ideas that it answers too, by number.
    pub others: Vec<i64>,
    /// Comments whose evidence it used, by their number in the thread.
    pub credits: Vec<i32>,
    /// What it says so far.
    pub raw: RawReply,
    /// Who saved it last.
    pub by: PersonId,
    /// When.
    pub saved_at: Timestamp,
    /// 1, and one more for each time that it was saved: who saved something older must look again.
    pub version: i32,
    /// How far it has come.
    pub stage: Stage,
    /// Who asked for the yes that it has, once it is set for a time where two must agree.
    pub asked_by: Option<PersonId>,
    /// Who has it open, and up to when.
    pub lock: Option<(PersonId, Timestamp)>,
}

impl Draft {
    /// Whether somebody else has it open.
    #[must_use]
    pub fn is_locked_for(&self, who: PersonId, now: Timestamp) -> bool {
        self.lock.is_some_and(|(by, until)| by != who && until > now)
    }
}
