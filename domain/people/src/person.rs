//! A person as they see themselves, as everybody else sees them, and as a request knows them.

use folkmoot_common::{Language, PersonId, Roles, SessionId, Timestamp, Viewer};

use crate::{Called, DisplayName, Email};

/// An account, for its owner and for those who run the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Where letters go; none for somebody who came with an import or was made for a test.
    pub email: Option<Email>,
    /// What they are called; none until they have chosen.
    pub name: Option<DisplayName>,
    /// What they may do. Everybody is a citizen.
    pub roles: Roles,
    /// In which language they want pages and letters; none until they have chosen.
    pub language: Option<Language>,
    /// Since when.
    pub created_at: Timestamp,
}

impl Person {
    /// What others call them.
    #[must_use]
    pub fn called(&self) -> Called {
        Called::chosen(self.name.as_ref())
    }
}

/// What everybody may know of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicPerson {
    /// Who.
    pub id: PersonId,
    /// What they are called.
    pub called: Called,
}

impl PublicPerson {
    /// A person as others see them.
    #[must_use]
    pub fn new(id: PersonId, name: Option<String>) -> Self {
        Self { id, called: name.map_or(Called::Nameless, Called::Named) }
    }

    /// Somebody who deleted their account.
    #[must_use]
    pub const fn former(id: PersonId) -> Self {
        Self { id, called: Called::Former }
    }
}

/// What a public profile says of a person before anything they wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Who, and what they are called.
    pub person: PublicPerson,
    /// When their account was made.
    pub since: Timestamp,
}

/// What stands behind a person's id, for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Face {
    /// An account.
    Known(Profile),
    /// One that its owner deleted.
    Former,
}

/// Whom a session or a token stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub person_id: PersonId,
    /// What they are called; none until they have chosen.
    pub name: Option<DisplayName>,
    /// What they may do.
    pub roles: Roles,
    /// The session they came with; none when it was a token.
    pub session_id: Option<SessionId>,
}

impl Known {
    /// The same, as every act takes it.
    #[must_use]
    pub const fn viewer(&self) -> Viewer {
        Viewer::Person { id: self.person_id, roles: self.roles }
    }
}
