//! What happened to an idea on its way to an answer, in public words: the lines of its timeline. They only grow.

use folkmoot_common::{IdeaId, Timestamp};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Happened {
    /// It got to the supporters of a promise: the clock runs.
    Reached,
    /// A department has it.
    Assigned,
    /// The council has said that it has seen it.
    Acknowledged,
    /// It was brought to a committee.
    Committee,
    /// The clock stands still.
    Paused,
    /// It runs again.
    Resumed,
    /// The council takes longer.
    Extended,
    /// The council answered.
    Replied,
    /// The answer was revised.
    Revised,
    /// The idea moved on.
    Moved,
    /// A step of delivery was set.
    Milestone,
    /// The council said what came of one.
    Claimed,
    /// So many said that it didn't happen that the council must look again.
    Reopened,
}

impl Happened {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Reached,
        Self::Assigned,
        Self::Acknowledged,
        Self::Committee,
        Self::Paused,
        Self::Resumed,
        Self::Extended,
        Self::Replied,
        Self::Revised,
        Self::Moved,
        Self::Milestone,
        Self::Claimed,
        Self::Reopened,
    ];

    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reached => "REACHED",
            Self::Assigned => "ASSIGNED",
            Self::Acknowledged => "ACKNOWLEDGED",
            Self::Committee => "COMMITTEE",
            Self::Paused => "PAUSED",
            Self::Resumed => "RESUMED",
            Self::Extended => "EXTENDED",
            Self::Replied => "REPLIED",
            Self::Revised => "REVISED",
            Self::Moved => "MOVED",
            Self::Milestone => "MILESTONE",
            Self::Claimed => "CLAIMED",
            Self::Reopened => "REOPENED",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|happened| happened.as_str() == word)
    }
}

/// One line of an idea's timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// To which idea.
    pub idea: IdeaId,
    /// What.
    pub what: Happened,
    /// When.
    pub at: Timestamp,
    /// How many supporters, or working days, where it is about some.
    pub number: Option<i64>,
    /// The department that it is about, by name.
    pub department: Option<String>,
    /// The public words that came with it.
    pub words: Option<String>,
    /// Where the idea moved on to, in the API's word.
    pub status: Option<String>,
}
