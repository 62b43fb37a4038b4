//! Accounts, and forgetting what has ended.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{Language, Look, PersonId, Roles, StorageError, Timestamp};

use crate::{Departure, DisplayName, Email, Face, Left, PastPerson, Person, PublicPerson};

/// Somebody with an address, who may be there already.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The id, if they aren't there yet.
    pub id: PersonId,
    /// The address, which names the account.
    pub email: Email,
    /// Roles to add; none is ever taken away here.
    pub roles: Roles,
    /// The name to set, if any.
    pub name: Option<DisplayName>,
    /// Now.
    pub created_at: Timestamp,
}

/// A name that somebody takes.
#[derive(Debug, Clone)]
pub struct NewName {
    /// The name.
    pub name: DisplayName,
    /// What was found when it was looked at.
    pub look: Look,
    /// When.
    pub at: Timestamp,
}

/// Somebody made for a load test: no address, one token.
#[derive(Debug, Clone)]
pub struct LoadPerson {
    /// The person's id.
    pub id: PersonId,
    /// The person's name.
    pub name: DisplayName,
    /// The token.
    pub token: super::NewToken,
}

/// Up to where what has ended may be deleted.
#[derive(Debug, Clone, Copy)]
pub struct Expired {
    /// Sessions and drafts that ended by then.
    pub ended: Timestamp,
    /// Attempts to sign in that ended by then.
    pub attempts: Timestamp,
    /// Letters that were sent by then.
    pub sent: Timestamp,
    /// Letters that were given up and last due by then.
    pub dead: Timestamp,
}

/// Accounts.
#[async_trait]
pub trait PersonStore: Send + Sync {
    /// Makes the person, or adds roles and name to the one who has that address.
    async fn add_person(&self, person: NewPerson) -> Result<Person, StorageError>;

    /// Makes many people with a token each: all or none.
    async fn add_load_people(&self, people: Vec<LoadPerson>) -> Result<(), StorageError>;

    /// Takes people of the past who aren't there yet. Says how many it took.
    async fn take_people(&self, people: &[PastPerson]) -> Result<usize, StorageError>;

    /// One person.
    async fn find_person(&self, id: PersonId) -> Result<Option<Person>, StorageError>;

    /// The public side of these people, in one query; whoever isn't there is left out.
    async fn named(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, PublicPerson>, StorageError>;

    /// Changes the name. One in which something was found goes before the moderators; one in which nothing was takes an
    /// earlier one out of their queue, unless somebody reported it. `None` when there is no such person.
    async fn rename(&self, id: PersonId, name: NewName) -> Result<Option<Person>, StorageError>;

    /// Notes the language that a person wants. `false` when there is no such person.
    async fn speak(&self, id: PersonId, language: Language) -> Result<bool, StorageError>;

    /// The language that whoever has this address wants, if there is such a person and they chose one.
    async fn language_of(&self, email: &Email) -> Result<Option<Language>, StorageError>;

    /// Whoever has this address.
    async fn who_has(&self, email: &Email) -> Result<Option<PersonId>, StorageError>;

    /// What everybody may know of whoever has this id.
    async fn face(&self, id: PersonId) -> Result<Option<Face>, StorageError>;

    /// Closes an account: erases what names or reaches the person, and of what they said whatever they don't leave.
    /// Refuses the last who runs the site.
    ///
    /// MUST erase all of it or nothing. MUST leave votes, and every tally equal to its rows. MUST NOT wait for a row
    /// of a person while it holds one of a tally that a vote of theirs waits for.
    async fn depart(&self, departure: Departure) -> Result<Left, StorageError>;

    /// Deletes at most `limit` rows of each kind. Says how many.
    async fn forget(&self, expired: Expired, limit: u64) -> Result<u64, StorageError>;
}
