//! Placeholder of the shapes that the room of letters to many people has.
use folkmoot_common::{IdeaId, Language, MailingId, Timestamp};
/// Words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterWords {
    /// On one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}
/// Kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewsKind {
    /// The council answered.
    Replied,
    /// The answer was revised.
    Revised,
    /// Status.
    Status,
    /// Milestone.
    Milestone,
}
/// News.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Id.
    pub id: MailingId,
    /// Idea.
    pub idea: IdeaId,
    /// Kind.
    pub kind: NewsKind,
    /// To its author.
    pub author: Vec<(Language, LetterWords)>,
    /// To followers.
    pub followers: Vec<(Language, LetterWords)>,
    /// When.
    pub at: Timestamp,
}
