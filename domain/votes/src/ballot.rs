//! What a person hands in, and what the ledger makes of it.

use std::time::Instant;

use folkmoot_common::{IdeaId, PersonId};

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// In favour.
    Support,
    /// Against.
    Oppose,
}

impl Choice {
    /// The API's word, `SUPPORT` or `OPPOSE`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Support => "SUPPORT",
            Self::Oppose => "OPPOSE",
        }
    }

    /// Reads the API's word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Support, Self::Oppose].into_iter().find(|choice| choice.as_str() == word)
    }
}

/// One person's choice on one idea; no choice takes back whatever they chose before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballot {
    /// On which idea.
    pub idea: IdeaId,
    /// Whose.
    pub person: PersonId,
    /// What they choose, or nothing.
    pub choice: Option<Choice>,
    /// When all of it had arrived: it counts if voting was open then. Where nobody says, when the ledger gets it.
    pub arrived: Option<Instant>,
}

/// What the ledger did with a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The vote is now this; it was something else before.
    Changed,
    /// The vote was this already; nothing moved.
    Unchanged,
    /// Voting on this idea hasn't begun.
    NotOpenYet,
    /// Voting on this idea has ended.
    Closed,
    /// The campaign takes support only.
    SupportOnly,
    /// No such idea, or none that takes votes from the public.
    NoSuchIdea,
    /// No such person: they deleted their account meanwhile.
    NoSuchPerson,
}
