//! Sessions as they are kept. Whether one is still good is decided by the rules, from the person's roles of now.

use async_trait::async_trait;
use folkmoot_common::{Digest, PersonId, SessionId, StorageError, Timestamp};

use crate::Known;

/// A session to be opened.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its id.
    pub id: SessionId,
    /// What stands for its secret.
    pub secret: Digest,
    /// The browser, as its owner would call it.
    pub browser_name: String,
    /// Now.
    pub created_at: Timestamp,
    /// When it has ended for everybody, and may be forgotten.
    pub expires_at: Timestamp,
}

/// A session as it is kept.
#[derive(Debug, Clone)]
pub struct KeptSession {
    /// Its id.
    pub id: SessionId,
    /// The browser, as its owner would call it.
    pub browser_name: String,
    /// Whose it is, with their roles of now.
    pub known: Known,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last seen, give or take a few minutes.
    pub seen_at: Timestamp,
}

/// Sessions.
#[async_trait]
pub trait SessionStore: Send + Sync {
    /// The session, its person and their roles, in one query.
    async fn find_session(&self, secret: &Digest) -> Result<Option<KeptSession>, StorageError>;

    /// Notes that it was seen now, unless somebody did so after `unless_since`.
    async fn touch_session(&self, id: SessionId, now: Timestamp, unless_since: Timestamp) -> Result<(), StorageError>;

    /// A person's sessions, the last seen first, at most 100.
    async fn list_sessions(&self, person: PersonId) -> Result<Vec<KeptSession>, StorageError>;

    /// Ends one session of this person. Says whether there was one.
    async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool, StorageError>;

    /// Ends every session of this person but one. Says how many.
    async fn end_other_sessions(&self, person: PersonId, but: SessionId) -> Result<u64, StorageError>;

    /// Ends the session with this secret, whosever it is.
    async fn end_session_of(&self, secret: &Digest) -> Result<(), StorageError>;
}
