//! The links that stop letters: a keyed digest over whom they are for and which idea they are about. Nothing is stored, and
//! nobody can make one for somebody else; whoever holds a letter can stop such letters, and nothing more.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folkmoot_common::{Id, IdeaId, PersonId};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::secret_key::SecretKey;

/// Where such links lead. A mail program posts there of its own, without our cookies and from nowhere we know (RFC 8058).
pub(crate) const STOPS: &str = "/unsubscribe/";

/// Bytes of an id.
const ID: usize = 16;

/// Whose letters a link stops, and of which idea; of all, when it names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) person: PersonId,
    pub(crate) idea: Option<IdeaId>,
}

/// The path of a link.
pub(super) fn path(key: &SecretKey, person: PersonId, idea: Option<IdeaId>) -> String {
    let (person, idea) = (person.uuid(), idea.map_or(Uuid::nil(), Id::uuid));
    let mut whole = [*person.as_bytes(), *idea.as_bytes()].concat();
    whole.extend_from_slice(&sign(key, person, idea));
    format!("{STOPS}{}", URL_SAFE_NO_PAD.encode(whole))
}

/// Reads the last part of such a path; `None` for anything that this site didn't make.
pub(crate) fn read(key: &SecretKey, token: &str) -> Option<Stop> {
    let whole = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (person, rest) = whole.split_at_checked(ID)?;
    let (idea, signed) = rest.split_at_checked(ID)?;
    let (person, idea) = (Uuid::from_slice(person).ok()?, Uuid::from_slice(idea).ok()?);
    let is_ours = bool::from(sign(key, person, idea).as_slice().ct_eq(signed));
    let idea = (!idea.is_nil()).then(|| IdeaId::from_uuid(idea));
    is_ours.then(|| Stop { person: PersonId::from_uuid(person), idea })
}

fn sign(key: &SecretKey, person: Uuid, idea: Uuid) -> [u8; 32] {
    key.sign(&[b"unsubscribe", person.as_bytes(), idea.as_bytes()])
}

#[cfg(test)]
mod tests;
