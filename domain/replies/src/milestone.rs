//! Milestones: dated steps of what the council said that it would do. When one has passed, the council says what came of it,
//! and those who supported the idea say whether it happened. It refuses to believe either alone: both are shown.

use folkmoot_common::{IdeaId, MilestoneId, Timestamp};
use jiff::civil::Date;

#[cfg(test)]
mod tests;

/// Whether it happened: the council's word, and each supporter's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Happens {
    /// It did.
    Yes,
    /// Some of it did.
    Partly,
    /// It didn't.
    No,
}

impl Happens {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "YES",
            Self::Partly => "PARTLY",
            Self::No => "NO",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str().eq_ignore_ascii_case(word))
    }
}

/// What supporters said, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Said {
    /// It happened.
    pub yes: u64,
    /// Some of it did.
    pub partly: u64,
    /// It didn't.
    pub no: u64,
}

impl Said {
    /// At least so many must say no…
    pub const ENOUGH: u64 = 3;

    /// Whether enough say no for the council to look again: three at least, and more than all others together.
    #[must_use]
    pub const fn reopens(&self) -> bool {
        self.no >= Self::ENOUGH && self.no > self.yes + self.partly
    }

    /// How many have said anything.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.yes + self.partly + self.no
    }
}

/// A milestone as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// Of which idea.
    pub idea: IdeaId,
    /// What shall have happened.
    pub title: String,
    /// By the end of this day.
    pub due: Date,
    /// What the council says came of it.
    pub claim: Option<Happens>,
    /// In its own words.
    pub note: Option<String>,
    /// When it said so.
    pub claimed_at: Option<Timestamp>,
    /// When supporters were asked.
    pub asked_at: Option<Timestamp>,
    /// What they said.
    pub said: Said,
    /// When so many said no that the council must look again; none once it has.
    pub reopened_at: Option<Timestamp>,
}
