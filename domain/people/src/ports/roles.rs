//! Who may do what, and the line for each change of it, which nobody can take back.

use async_trait::async_trait;
use folkmoot_common::{PersonId, Role, RoleChangeId, StorageError, Timestamp};

use super::{NewAttempt, NewPerson};
use crate::{Account, Letter, Person, RoleChange};

/// A role that somebody gives or takes.
#[derive(Debug, Clone)]
pub struct NewRoleChange {
    /// Its id.
    pub id: RoleChangeId,
    /// Whose role.
    pub person: PersonId,
    /// Which.
    pub role: Role,
    /// Whether they have it from now on.
    pub given: bool,
    /// Why.
    pub why: String,
    /// Who does so.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleChanged {
    /// It was done, and there is a line of it.
    Done,
    /// They had it already, or hadn't it: nothing was done.
    AsItWas,
    /// Nobody would be left to run the site.
    LastAdmin,
    /// There is no such person, or not any more.
    Nobody,
    /// Whoever asks doesn't run the site any more, or is suspended.
    Forbidden,
}

/// What came of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// There is an account, and its letter waits.
    Done(Person),
    /// The address had an account already: nothing was done.
    Taken,
    /// Whoever invites doesn't run the site any more, or is suspended.
    Forbidden,
}

/// Roles and their history.
#[async_trait]
pub trait RoleStore: Send + Sync {
    /// Accounts whose address or name has these words, by address; without words those that have more than the citizen's
    /// role or are suspended. At most `most`.
    async fn find_accounts(&self, words: &str, now: Timestamp, most: u64) -> Result<Vec<Account>, StorageError>;

    /// One account.
    async fn account(&self, id: PersonId) -> Result<Option<Account>, StorageError>;

    /// What was given to them and taken from them, newest first, at most `most`.
    async fn role_changes(&self, person: PersonId, most: u64) -> Result<Vec<RoleChange>, StorageError>;

    /// Gives or takes a role, and writes the line of it.
    ///
    /// MUST ask again, in the transaction, whether `by` runs the site and isn't suspended; MUST leave somebody who does, whoever else takes a
    /// role at the same moment. An officer who is none any more leaves their departments.
    async fn change_role(&self, change: NewRoleChange) -> Result<RoleChanged, StorageError>;

    /// Makes an account with these roles, a line for each, and posts the letter with the link of this attempt.
    ///
    /// MUST ask the same again.
    async fn invite_by_mail(
        &self,
        by: PersonId,
        person: NewPerson,
        attempt: NewAttempt,
        letter: Letter,
        lines: Vec<NewRoleChange>,
    ) -> Result<Invited, StorageError>;
}
