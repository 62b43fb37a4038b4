//! What an import brings: people of the past, who have never signed in here.

use folkmoot_common::{PersonId, StorageError, Timestamp};

use crate::{DisplayName, People};

/// Somebody of the past: no address, so nobody can sign in as them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPerson {
    /// The same at every import.
    pub id: PersonId,
    /// What they go by in public.
    pub name: DisplayName,
    /// Since when.
    pub created_at: Timestamp,
}

impl People {
    /// Takes people of the past who aren't there yet. Says how many it took.
    ///
    /// # Errors
    /// When the store fails; then nobody of this batch was taken.
    pub async fn take(&self, people: &[PastPerson]) -> Result<usize, StorageError> {
        self.store.take_people(people).await
    }
}
