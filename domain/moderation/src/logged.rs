//! A decision as everybody may read it in the public log: what was done, when, to what, by which reason, and whether it
//! stood.
//!
//! It has no place for what anybody wrote (titles, names, notes, answers) or for who decided: what isn't here can't be shown.
//! Of acts on a person it doesn't say on which: the log accounts for the council, it exposes nobody.

use folkmoot_common::{Cursor, Timestamp};

use crate::{ActKind, Decision, ReasonCode, Target, TargetState};

#[cfg(test)]
mod tests;

/// A line of the public log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub act: ActKind,
    /// To what.
    pub on: On,
    /// Why.
    pub reason: Option<ReasonCode>,
    /// Whether a moderator took it back without an appeal.
    pub undone: bool,
    /// Whether somebody asked for another look.
    pub appealed: bool,
    /// Whether the other look overturned it; none while nobody has answered.
    pub overturned: Option<bool>,
    /// Where a list goes on after this line.
    pub cursor: Cursor,
}

/// What a line of the log is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// An idea.
    Idea {
        /// Its public number.
        number: Option<i64>,
        /// Whether everybody can read it now.
        public: bool,
    },
    /// A comment.
    Comment {
        /// The public number of its idea.
        idea: Option<i64>,
        /// Its own number under that.
        number: Option<i32>,
    },
    /// Somebody's account.
    Person,
}

impl On {
    /// The word in files.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Idea { .. } => "idea",
            Self::Comment { .. } => "comment",
            Self::Person => "account",
        }
    }
}

impl From<&Decision> for Logged {
    fn from(decision: &Decision) -> Self {
        let on = match (decision.act, decision.target) {
            // What these take is the person's, whatever they were decided on.
            (ActKind::Warn | ActKind::Suspend | ActKind::ResetName, _) | (_, Target::Person(_)) => On::Person,
            (_, Target::Idea(_)) => {
                On::Idea { number: decision.place.number, public: decision.state == TargetState::Public }
            }
            (_, Target::Comment(_)) => On::Comment { idea: decision.place.number, number: decision.place.comment },
        };
        Self {
            at: decision.at,
            act: decision.act,
            on,
            reason: decision.reason.clone(),
            undone: decision.undone_at.is_some(),
            appealed: decision.appeal.is_some(),
            overturned: decision.appeal.as_ref().and_then(|appeal| appeal.overturned),
            cursor: decision.cursor(),
        }
    }
}
