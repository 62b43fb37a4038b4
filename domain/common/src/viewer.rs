//! Who is asking: the person on whose behalf a request acts, or nobody. Every act and every read takes one.

use serde::{Deserialize, Serialize};

use crate::PersonId;

/// What a person may do beyond their own things. Everybody with an account is a citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Posts, votes, comments.
    Citizen,
    /// Decides what is published.
    Moderator,
    /// Replies for the council.
    Officer,
    /// Runs the site.
    Admin,
}

impl Role {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Citizen, Self::Moderator, Self::Officer, Self::Admin];

    /// The lower-case word, as the command line and the database have it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Moderator => "moderator",
            Self::Officer => "officer",
            Self::Admin => "admin",
        }
    }

    /// Reads the lower-case word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles(u8);

impl Roles {
    /// The same set with one more.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | Self::bit(role))
    }

    /// Whether the role is in it.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 & Self::bit(role) != 0
    }

    /// The roles in it, in their order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }

    const fn bit(role: Role) -> u8 {
        match role {
            Role::Citizen => 1,
            Role::Moderator => 2,
            Role::Officer => 4,
            Role::Admin => 8,
        }
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<T: IntoIterator<Item = Role>>(roles: T) -> Self {
        roles.into_iter().fold(Self::default(), Self::with)
    }
}

/// The person on whose behalf a request acts, or nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Viewer {
    /// A visitor who hasn't signed in.
    #[default]
    Nobody,
    /// Somebody who has.
    Person {
        /// Who.
        id: PersonId,
        /// What they may do.
        roles: Roles,
    },
}

impl Viewer {
    /// The person, if there is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Nobody => None,
            Self::Person { id, .. } => Some(*id),
        }
    }

    /// Whether the viewer holds the role.
    #[must_use]
    pub const fn has(&self, role: Role) -> bool {
        match self {
            Self::Nobody => false,
            Self::Person { roles, .. } => roles.has(role),
        }
    }

    /// Whether the viewer is this person.
    #[must_use]
    pub fn is(&self, person: PersonId) -> bool {
        self.person() == Some(person)
    }

    /// Whether the viewer may read what waits, was hidden or was rejected: moderators and admins.
    #[must_use]
    pub const fn sees_everything(&self) -> bool {
        self.has(Role::Moderator) || self.has(Role::Admin)
    }
}
