//! The tables as SeaORM sees them. Private to this crate: each is turned into a domain value beside its noun.

pub(crate) mod access_token;
pub(crate) mod campaign;
pub(crate) mod comment;
pub(crate) mod comment_revision;
pub(crate) mod draft;
pub(crate) mod idea;
pub(crate) mod idea_revision;
pub(crate) mod outbox;
pub(crate) mod person;
pub(crate) mod person_role;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod tally;
pub(crate) mod vote;
