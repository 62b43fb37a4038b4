//! Where an idea stands, who may move it where, and who may see it there: three tables, and nowhere else.

use folkmoot_common::{Role, Roles};

/// Where an idea stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdeaStatus {
    /// Waiting for a moderator's yes.
    Submitted,
    /// Open to everybody.
    Published,
    /// It reached its threshold; the council owes a reply.
    AwaitingReply,
    /// The council is working on its reply.
    UnderReview,
    /// The council will do it.
    Planned,
    /// The council is doing it.
    InProgress,
    /// It happened.
    Done,
    /// The council won't do it, and said why.
    Declined,
    /// Somebody else decides this, and the council said who.
    NotOurs,
    /// Its author took it back.
    Withdrawn,
    /// It lives on in another idea.
    Merged,
    /// It broke a rule, and its author was told which.
    Rejected,
}

/// Who moves an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mover {
    /// Its author.
    Author,
    /// Somebody with a role.
    Holder(Roles),
    /// The program itself: a threshold was reached, or many say that what was done hasn't happened.
    Program,
}

impl IdeaStatus {
    /// All of them, in the order of an idea's life.
    pub const ALL: [Self; 12] = [
        Self::Submitted,
        Self::Published,
        Self::AwaitingReply,
        Self::UnderReview,
        Self::Planned,
        Self::InProgress,
        Self::Done,
        Self::Declined,
        Self::NotOurs,
        Self::Withdrawn,
        Self::Merged,
        Self::Rejected,
    ];

    /// The API's word: `AWAITING_REPLY`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "SUBMITTED",
            Self::Published => "PUBLISHED",
            Self::AwaitingReply => "AWAITING_REPLY",
            Self::UnderReview => "UNDER_REVIEW",
            Self::Planned => "PLANNED",
            Self::InProgress => "IN_PROGRESS",
            Self::Done => "DONE",
            Self::Declined => "DECLINED",
            Self::NotOurs => "NOT_OURS",
            Self::Withdrawn => "WITHDRAWN",
            Self::Merged => "MERGED",
            Self::Rejected => "REJECTED",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str().eq_ignore_ascii_case(word))
    }

    /// Whether anybody may see an idea that stands here (unless it is hidden).
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Submitted | Self::Withdrawn | Self::Rejected)
    }

    /// Whether votes and comments are taken while it stands here.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Published | Self::AwaitingReply | Self::UnderReview)
    }

    /// Whether the council has said what becomes of it.
    #[must_use]
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Planned | Self::InProgress | Self::Done | Self::Declined | Self::NotOurs)
    }

    /// Whether an officer may move it on to `to` by a word, with no new answer: what will be done goes on, or back, and what
    /// was declined is looked at again. Only a revision of the answer turns a yes into a no.
    #[must_use]
    pub const fn may_go_on(self, to: Self) -> bool {
        use IdeaStatus::{Declined, Done, InProgress, Planned, UnderReview};
        matches!((self, to), (Planned | InProgress | Done, Planned | InProgress | Done) | (Declined, UnderReview))
    }

    /// Whether its author may still edit it: not once the council has begun to answer what it said. What was rejected is
    /// mended, and sent in again.
    #[must_use]
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Submitted | Self::Published | Self::Rejected)
    }

    /// The one table of moves: whether `by` may move an idea from here to `to`.
    #[must_use]
    pub fn may_move(self, to: Self, by: Mover) -> bool {
        use IdeaStatus::{
            AwaitingReply, Declined, Done, InProgress, Merged, NotOurs, Planned, Published, Rejected, Submitted,
            UnderReview, Withdrawn,
        };
        match (self, to) {
            (Submitted, Published | Rejected) | (Rejected, Published) => by.holds(Role::Moderator),
            (Published | AwaitingReply | UnderReview, Merged | Rejected) | (Merged, Published) => {
                by.holds(Role::Moderator)
            }
            (Submitted | Published | AwaitingReply, Withdrawn) => by == Mover::Author,
            (Rejected, Submitted) => by == Mover::Author,
            (Published, AwaitingReply) => by == Mover::Program,
            // What many say hasn't happened isn't done.
            (Done, InProgress) => by == Mover::Program || by.holds(Role::Officer),
            (Published | AwaitingReply, UnderReview)
            | (Published | AwaitingReply | UnderReview, Planned | InProgress | Done | Declined | NotOurs)
            | (Declined, UnderReview) => by.holds(Role::Officer),
            // An answer may be revised to any other.
            (from, to) if from != to && from.is_answered() && to.is_answered() => by.holds(Role::Officer),
            _ => false,
        }
    }
}

impl Mover {
    fn holds(self, role: Role) -> bool {
        matches!(self, Self::Holder(roles) if roles.has(role) || roles.has(Role::Admin))
    }
}

#[cfg(test)]
mod tests;
