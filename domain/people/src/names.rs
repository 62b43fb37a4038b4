//! People as they are called: one's own account, one's name, and other people's names in batches.

use std::collections::HashMap;

use folkmoot_common::{PersonId, StorageError, Viewer};

use crate::{DisplayName, People, Person, PublicPerson};

impl People {
    /// The viewer's own account.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn person(&self, viewer: &Viewer) -> Result<Option<Person>, StorageError> {
        match viewer.person() {
            Some(id) => self.store.find_person(id).await,
            None => Ok(None),
        }
    }

    /// Gives the viewer another name. `None` when nobody is signed in.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn rename(&self, viewer: &Viewer, name: DisplayName) -> Result<Option<Person>, StorageError> {
        match viewer.person() {
            Some(id) => self.store.rename(id, name).await,
            None => Ok(None),
        }
    }

    /// What these people are called, in one query; whoever isn't there is left out.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn named(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, PublicPerson>, StorageError> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        self.store.named(ids).await
    }
}
