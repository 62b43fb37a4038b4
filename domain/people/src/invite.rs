//! Adding people from the command line, with or without a link that lets them in. What is given so stands in the history
//! of their roles, by nobody: whoever holds the machine needs no leave.

use std::time::Duration;

use folkmoot_common::{Roles, Secret, StorageError, Timestamp};

use crate::{DisplayName, Email, NewAttempt, NewPerson, People, Person};

/// How long a link is good that nobody asked for in a browser: it travels by hand, or by letter.
pub(crate) const GOOD_FOR: Duration = Duration::from_secs(24 * 60 * 60);

impl People {
    /// Makes the person, or adds these roles (and the name) to the one who has that address.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn add_person(
        &self,
        email: Email,
        roles: Roles,
        name: Option<DisplayName>,
    ) -> Result<Person, StorageError> {
        self.store.add_person(self.new_person(email, roles, name, self.sources.now())).await
    }

    /// The same, with a link that works once, in any browser, for a day. Nothing is mailed: whoever runs the command
    /// hands it over.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn invite(
        &self,
        email: Email,
        roles: Roles,
        name: Option<DisplayName>,
    ) -> Result<(Person, Secret), StorageError> {
        let now = self.sources.now();
        let link = self.sources.secret();
        let attempt = NewAttempt {
            id: self.sources.mint(now),
            email: email.clone(),
            browser: None,
            sender: None,
            link: link.digest(),
            code: None,
            return_to: None,
            created_at: now,
            expires_at: now.plus(GOOD_FOR),
        };
        let person = self.store.invite(self.new_person(email, roles, name, now), attempt).await?;
        Ok((person, link))
    }

    fn new_person(&self, email: Email, roles: Roles, name: Option<DisplayName>, now: Timestamp) -> NewPerson {
        NewPerson { id: self.sources.mint(now), email, roles, name, created_at: now }
    }
}
