//! People as they are called: one's own account, one's name and language, and other people's names in batches.

use std::collections::HashMap;

use folkmoot_common::{Language, PersonId, Problem, Role, StorageError, Viewer};

use crate::{DisplayName, Email, Face, NewName, People, Person, PublicPerson};

/// What came of choosing a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renamed {
    /// They are called so now.
    Done(Person),
    /// The name can't be taken, and why.
    Wrong(Problem),
    /// Nobody is signed in.
    NotSignedIn,
}

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

    /// Gives the viewer the name that they typed. Whether it may be taken depends on what they are: a citizen's name
    /// must not pass for the council's own. One that a moderator may want to look at is theirs at once all the same.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn rename(&self, viewer: &Viewer, typed: &str) -> Result<Renamed, StorageError> {
        let Viewer::Person { id, roles } = *viewer else { return Ok(Renamed::NotSignedIn) };
        let name = match DisplayName::parse_for(roles, typed) {
            Ok(name) => name,
            Err(problem) => return Ok(Renamed::Wrong(problem)),
        };
        let look = self.watch.look_at_name(name.as_str());
        let name = NewName { name, look, at: self.sources.now() };
        Ok(self.store.rename(id, name).await?.map_or(Renamed::NotSignedIn, Renamed::Done))
    }

    /// Notes in which language the viewer wants pages and letters. Says whether there was an account to note it for.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn speak(&self, viewer: &Viewer, language: Language) -> Result<bool, StorageError> {
        match viewer.person() {
            Some(id) => self.store.speak(id, language).await,
            None => Ok(false),
        }
    }

    /// Whoever has this address: only whoever runs the site may ask, because an address is nobody else's business.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_by_email(&self, viewer: &Viewer, email: &Email) -> Result<Option<PersonId>, StorageError> {
        if viewer.has(Role::Admin) { self.store.who_has(email).await } else { Ok(None) }
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

    /// What everybody may know of whoever has this id.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn face(&self, id: PersonId) -> Result<Option<Face>, StorageError> {
        self.store.face(id).await
    }
}
