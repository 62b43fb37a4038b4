//! What an import brings: comments of the past, with their own times.

use folkmoot_common::{CommentId, IdeaId, Language, PersonId, Timestamp};
use folkmoot_text::Markdown;

/// A comment of the past. Its parent, when it has one, must be taken before it or be there already.
#[derive(Debug, Clone)]
pub struct PastComment {
    /// The same at every import.
    pub id: CommentId,
    /// Under which idea.
    pub idea: IdeaId,
    /// What it replies to.
    pub parent: Option<CommentId>,
    /// Whose; the person must exist.
    pub author: PersonId,
    /// As written.
    pub body: Markdown,
    /// In which language.
    pub language: Language,
    /// When.
    pub created_at: Timestamp,
}
