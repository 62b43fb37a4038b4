//! What a moderator can do, and the one table of what fits where. Whether the idea itself may move so is asked of the
//! table of statuses, by whoever keeps ideas.

use folkmoot_common::{CampaignId, Timestamp};

use crate::{ItemKind, Redacted, TargetState};

/// A moderator's act, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActKind {
    /// It may be read.
    Publish,
    /// It may be read, and its author is trusted from now on.
    PublishAndTrust,
    /// It stays as it is: nothing is wrong with it.
    Keep,
    /// It is refused before anybody read it.
    Reject,
    /// It is taken from sight.
    Hide,
    /// Hidden until somebody has looked: enough people reported it. The program's act, nobody's.
    Hold,
    /// It may be read again.
    Restore,
    /// Some of its words are taken out; what stood is kept for staff.
    Redact,
    /// It lives on in another idea.
    Merge,
    /// It goes to another campaign.
    Move,
    /// Its author is told that they broke a rule.
    Warn,
    /// Its author may not post for a time.
    Suspend,
    /// A name is taken away.
    ResetName,
    /// Asked to look again: what was decided stands.
    Uphold,
    /// Asked to look again: what was decided is undone.
    Overturn,
}

impl ActKind {
    /// All of them, in the order in which a desk offers them.
    pub const ALL: [Self; 15] = [
        Self::Publish,
        Self::PublishAndTrust,
        Self::Keep,
        Self::Reject,
        Self::Hide,
        Self::Hold,
        Self::Restore,
        Self::Redact,
        Self::Merge,
        Self::Move,
        Self::Warn,
        Self::Suspend,
        Self::ResetName,
        Self::Uphold,
        Self::Overturn,
    ];

    /// The word in the API, in the database and in the record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::PublishAndTrust => "PUBLISH_AND_TRUST",
            Self::Keep => "KEEP",
            Self::Reject => "REJECT",
            Self::Hide => "HIDE",
            Self::Hold => "HOLD",
            Self::Restore => "RESTORE",
            Self::Redact => "REDACT",
            Self::Merge => "MERGE",
            Self::Move => "MOVE",
            Self::Warn => "WARN",
            Self::Suspend => "SUSPEND",
            Self::ResetName => "RESET_NAME",
            Self::Uphold => "UPHOLD",
            Self::Overturn => "OVERTURN",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.as_str() == word)
    }

    /// Whether it takes something from its author: then they are told why, by which rule, how to mend it and how to appeal.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::Reject | Self::Hide | Self::Redact | Self::Merge | Self::Warn | Self::Suspend | Self::ResetName
        )
    }

    /// Whether it leaves something where everybody reads it: whoever reported that may ask another moderator to look again.
    #[must_use]
    pub const fn leaves(self) -> bool {
        matches!(self, Self::Keep | Self::Restore)
    }

    /// Whether something was done about what was reported: its author hears of it, and so do reporters.
    #[must_use]
    pub const fn answers_reports(self) -> bool {
        self.needs_reason() || matches!(self, Self::Move)
    }

    /// Whether the item is done with it: an act on its author leaves the item where it is.
    #[must_use]
    pub const fn settles(self) -> bool {
        !matches!(self, Self::Warn | Self::Suspend | Self::Move | Self::Hold)
            // A text with some words taken out may still have to wait.
            && !matches!(self, Self::Redact)
    }

    /// Whether it can be done to several items in one go: whatever is said the same way of each of them.
    #[must_use]
    pub const fn fits_many(self) -> bool {
        matches!(
            self,
            Self::Publish
                | Self::PublishAndTrust
                | Self::Keep
                | Self::Reject
                | Self::Hide
                | Self::Restore
                | Self::Warn
                | Self::Suspend
                | Self::ResetName
        )
    }

    /// The one table: whether it fits an item of this kind, about something that stands like this.
    #[must_use]
    pub const fn fits(self, kind: ItemKind, state: TargetState) -> bool {
        use ItemKind::{Appeal, Comment, Edit, Idea, Name, Report};
        use TargetState::{Hidden, Merged, Public, Rejected, Waiting};
        match self {
            Self::Publish | Self::PublishAndTrust => match kind {
                Idea | Comment => matches!(state, Waiting),
                Edit => matches!(state, Public),
                Report | Appeal | Name => false,
            },
            Self::Keep => keeps(kind, state),
            Self::Reject => match kind {
                Idea | Comment => matches!(state, Waiting),
                // An edit can always be refused, whatever became of what it would have changed.
                Edit => !matches!(state, TargetState::Gone),
                Report | Appeal | Name => false,
            },
            Self::Hide => matches!(kind, Idea | Comment | Report) && matches!(state, Public | Hidden | Merged),
            Self::Restore => matches!(kind, Idea | Comment | Report) && matches!(state, Hidden),
            Self::Redact => {
                matches!(kind, Idea | Comment | Report) && matches!(state, Waiting | Public | Hidden | Merged)
            }
            Self::Merge => matches!(kind, Idea | Report) && matches!(state, Public),
            Self::Move => matches!(kind, Idea | Report) && matches!(state, Waiting | Public | Hidden),
            Self::Warn | Self::Suspend => !matches!(kind, Appeal) && !matches!(state, TargetState::Gone),
            Self::ResetName => matches!(kind, Name),
            Self::Uphold | Self::Overturn => {
                matches!(kind, Appeal) && matches!(state, Waiting | Public | Hidden | Rejected | Merged)
            }
            Self::Hold => false,
        }
    }
}

/// Whether something of this kind can be left as it stands.
const fn keeps(kind: ItemKind, state: TargetState) -> bool {
    match kind {
        ItemKind::Idea => matches!(state, TargetState::Public | TargetState::Merged),
        // Reported, and refused or merged in another way since: the reports still want their answer.
        ItemKind::Report => !matches!(state, TargetState::Hidden | TargetState::Gone),
        ItemKind::Comment | ItemKind::Name => matches!(state, TargetState::Public),
        ItemKind::Edit | ItemKind::Appeal => false,
    }
}

/// A moderator's act, with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// See [`ActKind::Publish`] and [`ActKind::PublishAndTrust`].
    Publish {
        /// Whether its author is trusted from now on.
        trust: bool,
    },
    /// See [`ActKind::Keep`].
    Keep,
    /// See [`ActKind::Reject`].
    Reject,
    /// See [`ActKind::Hide`].
    Hide,
    /// See [`ActKind::Restore`].
    Restore,
    /// See [`ActKind::Redact`].
    Redact(Redacted),
    /// See [`ActKind::Merge`].
    Merge {
        /// The public number of the idea that it lives on in.
        into: i64,
    },
    /// See [`ActKind::Move`].
    Move {
        /// Where to.
        to: CampaignId,
    },
    /// See [`ActKind::Warn`].
    Warn,
    /// See [`ActKind::Suspend`].
    Suspend {
        /// Up to then.
        until: Timestamp,
    },
    /// See [`ActKind::ResetName`].
    ResetName,
    /// See [`ActKind::Uphold`].
    Uphold,
    /// See [`ActKind::Overturn`].
    Overturn,
}

impl Act {
    /// Its name.
    #[must_use]
    pub const fn kind(&self) -> ActKind {
        match self {
            Self::Publish { trust: false } => ActKind::Publish,
            Self::Publish { trust: true } => ActKind::PublishAndTrust,
            Self::Keep => ActKind::Keep,
            Self::Reject => ActKind::Reject,
            Self::Hide => ActKind::Hide,
            Self::Restore => ActKind::Restore,
            Self::Redact(_) => ActKind::Redact,
            Self::Merge { .. } => ActKind::Merge,
            Self::Move { .. } => ActKind::Move,
            Self::Warn => ActKind::Warn,
            Self::Suspend { .. } => ActKind::Suspend,
            Self::ResetName => ActKind::ResetName,
            Self::Uphold => ActKind::Uphold,
            Self::Overturn => ActKind::Overturn,
        }
    }
}
