//! From rows to the domain's values, and the other way round.

use folkmoot_common::{Digest, Id, Language, PersonId, Role, Roles, StorageError, Timestamp};
use folkmoot_people::{Attempt, DisplayName, Email, Known, Person};
use sea_orm::prelude::Uuid;

use crate::entity::{person, sign_in};

/// What a digest is stored as.
pub(super) fn bytes(digest: &Digest) -> Vec<u8> {
    digest.bytes().to_vec()
}

/// A digest as it was stored.
pub(super) fn digest(bytes: Vec<u8>) -> Result<Digest, StorageError> {
    let bytes = <[u8; 32]>::try_from(bytes).map_err(|_other| StorageError::corrupt("a digest that isn't 32 bytes"))?;
    Ok(Digest::from_bytes(bytes))
}

/// The roles in these rows, and citizen, which everybody is.
pub(super) fn roles<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Roles, StorageError> {
    let mut roles = Roles::default().with(Role::Citizen);
    for word in words {
        let role = Role::parse(word).ok_or_else(|| StorageError::corrupt("a role that isn't one"))?;
        roles = roles.with(role);
    }
    Ok(roles)
}

pub(super) fn person(row: person::Model, roles: Roles) -> Person {
    Person {
        id: PersonId::from_uuid(row.id),
        email: row.email.map(Email::stored),
        name: row.name.map(DisplayName::stored),
        roles,
        language: row.language.map(Language::from_stored),
        created_at: Timestamp::from_micros(row.created_at),
    }
}

pub(super) fn attempt(row: sign_in::Model) -> Result<Attempt, StorageError> {
    Ok(Attempt {
        id: Id::from_uuid(row.id),
        email: Email::stored(row.email),
        browser: row.browser.map(digest).transpose()?,
        code: row.code.map(digest).transpose()?,
        tries: u32::try_from(row.tries).unwrap_or(0),
        expires_at: Timestamp::from_micros(row.expires_at),
        used_at: row.used_at.map(Timestamp::from_micros),
    })
}

/// Whom a session or token stands for.
pub(super) fn known(person: Uuid, name: Option<String>, roles: Roles, session: Option<Uuid>) -> Known {
    Known {
        person_id: PersonId::from_uuid(person),
        name: name.map(DisplayName::stored),
        roles,
        session_id: session.map(Id::from_uuid),
    }
}

/// An address as it was stored.
pub(super) const fn email(address: String) -> Email {
    Email::stored(address)
}
