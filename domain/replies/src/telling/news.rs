//! A piece of news about an idea, in words: what the author reads, and what everybody else does. It says nothing of who
//! they are: that is found when it is told.

use folkmoot_common::{IdeaId, Language, MailingId, Timestamp};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NewsKind {
    /// The council replied.
    Replied,
    /// It changed a reply, for a reason.
    Revised,
    /// The idea stands elsewhere now.
    Status,
    /// A step of delivery came, or passed.
    Milestone,
}

impl NewsKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Replied, Self::Revised, Self::Status, Self::Milestone];

    /// The word it is stored as.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Replied => "replied",
            Self::Revised => "revised",
            Self::Status => "status",
            Self::Milestone => "milestone",
        }
    }
}

/// What a letter says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterWords {
    /// On one line.
    pub subject: String,
    /// Plain text: paragraphs between empty lines, addresses whole. Why somebody gets it, and how to stop it, is added
    /// when it is sent.
    pub text: String,
}

/// News to be told to everybody whom an idea concerns. The first language of each list serves all who want another; an
/// empty list tells nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its id.
    pub id: MailingId,
    /// The idea.
    pub idea: IdeaId,
    /// What happened.
    pub kind: NewsKind,
    /// What its author reads.
    pub author: Vec<(Language, LetterWords)>,
    /// What supporters and followers read.
    pub followers: Vec<(Language, LetterWords)>,
    /// When it happened.
    pub at: Timestamp,
}
