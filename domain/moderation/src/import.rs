//! What an import brings: refusals of the past, with their own times, as whoever made them said.
//!
//! Each carries an id that comes out the same every time ([`folkmoot_common::Id::imported`]), so that importing again
//! finds what is there.

use folkmoot_common::{DecisionId, IdeaId, PersonId, StorageError, Timestamp};

use crate::{Moderation, Note, ReasonCode};

/// That an idea was refused before anybody could read it.
#[derive(Debug, Clone)]
pub struct PastRefusal {
    /// The same at every import.
    pub id: DecisionId,
    /// What; the idea must be there, and refused.
    pub idea: IdeaId,
    /// Whose that is.
    pub author: PersonId,
    /// The reason that is nearest to theirs.
    pub reason: ReasonCode,
    /// Their own words.
    pub note: Option<Note>,
    /// Which account stands for where it came from: an imported one, that nobody can sign in to.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl Moderation {
    /// Takes refusals of the past that aren't there yet; says how many that was. Nobody gets a letter, and the classifier
    /// learns nothing from them.
    ///
    /// # Errors
    /// When the store fails; then nothing of this batch was taken.
    pub async fn take(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
        self.bench.take(refusals).await
    }
}
