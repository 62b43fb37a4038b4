//! What an import brings: choices of the past, with their own times, as some other platform had them.

use folkmoot_common::{IdeaId, PersonId, Timestamp};

use crate::Choice;

/// A choice of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastVote {
    /// On which idea.
    pub idea: IdeaId,
    /// Whose.
    pub person: PersonId,
    /// What they chose; nothing takes back what they chose before.
    pub choice: Option<Choice>,
    /// When. No two choices of one person on one idea may share an instant: the later one counts.
    pub at: Timestamp,
}
