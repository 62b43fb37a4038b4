//! What an import brings: answers that another council or government gave, with their own times. They start no clock and
//! keep no promise: nobody here had promised anything.
//!
//! Each carries an id that comes out the same every time ([`folkmoot_common::Id::imported`]), so that importing again
//! finds what is there.

use folkmoot_common::{DepartmentId, IdeaId, PersonId, ReplyId, StorageError, Timestamp};

use crate::words::Line;
use crate::{Replies, ReplyText};

/// An answer of the past.
#[derive(Debug, Clone)]
pub struct PastReply {
    /// The same at every import.
    pub id: ReplyId,
    /// What it answers; the idea must be there.
    pub idea: IdeaId,
    /// Whose, the same at every import. It is made where there is none, and closed from the start: nobody here works in it.
    pub department: DepartmentId,
    /// What that is called.
    pub department_name: Line,
    /// What it says.
    pub text: ReplyText,
    /// When it was published.
    pub published_at: Timestamp,
    /// Which account stands for where it came from: an imported one, that nobody can sign in to.
    pub by: PersonId,
}

impl Replies {
    /// Takes answers of the past that aren't there yet; says how many that was. One whose idea can't move to where it
    /// leads any more is passed over: what was decided here stands.
    ///
    /// # Errors
    /// When the store fails; then nothing of this batch was taken.
    pub async fn take(&self, replies: &[PastReply]) -> Result<usize, StorageError> {
        self.answers.take(replies).await
    }
}
