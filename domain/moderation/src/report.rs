//! What a report is about, and why.

use folkmoot_common::{CommentId, IdeaId, Timestamp};

use crate::Receipt;

/// What is said to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// It breaks the law.
    BreaksTheLaw,
    /// It is hateful or abusive.
    Hateful,
    /// It tells private things about somebody.
    PersonalData,
    /// It advertises, or is there for something else.
    Spam,
    /// The same stands elsewhere already.
    Duplicate,
    /// Whatever the others don't say.
    SomethingElse,
}

impl Ground {
    /// All of them, in the order in which a form asks.
    pub const ALL: [Self; 6] =
        [Self::BreaksTheLaw, Self::Hateful, Self::PersonalData, Self::Spam, Self::Duplicate, Self::SomethingElse];

    /// The word in forms, in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BreaksTheLaw => "BREAKS_THE_LAW",
            Self::Hateful => "HATEFUL",
            Self::PersonalData => "PERSONAL_DATA",
            Self::Spam => "SPAM",
            Self::Duplicate => "DUPLICATE",
            Self::SomethingElse => "SOMETHING_ELSE",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.as_str() == word)
    }

    /// The words of the council's letter.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::BreaksTheLaw => "It breaks the law",
            Self::Hateful => "It is hateful or abusive",
            Self::PersonalData => "It has personal details in it",
            Self::Spam => "It is spam or advertising",
            Self::Duplicate => "It is there already",
            Self::SomethingElse => "Something else is wrong with it",
        }
    }

    /// Whether it can only be understood with words: which law, which other idea, what else.
    #[must_use]
    pub const fn needs_details(self) -> bool {
        matches!(self, Self::BreaksTheLaw | Self::Duplicate | Self::SomethingElse)
    }
}

/// What is reported: an idea, or a comment under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The idea.
    pub idea: IdeaId,
    /// Its public number.
    pub number: i64,
    /// Its title, for the council's letter only.
    pub title: String,
    /// The comment and its number, when it is about one.
    pub comment: Option<(CommentId, i32)>,
}

/// A report as its reporter may look at it again: nothing of what it is about but numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// Its number.
    pub receipt: Receipt,
    /// When it came.
    pub at: Timestamp,
    /// The idea's public number.
    pub number: i64,
    /// The comment's number under it.
    pub comment: Option<i32>,
    /// Whether a letter with its number was posted to the reporter.
    pub mailed: bool,
}
