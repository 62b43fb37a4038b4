//! Attempts to sign in: made, looked at, tried and consumed.

use async_trait::async_trait;
use folkmoot_common::{Digest, PersonId, SignInId, StorageError, Timestamp};

use super::{NewPerson, NewSession};
use crate::{Email, Letter, LocalPath, Person};

/// An attempt to be made.
#[derive(Debug, Clone)]
pub struct NewAttempt {
    /// Its id.
    pub id: SignInId,
    /// Whom it lets in.
    pub email: Email,
    /// The asking browser; none when it was asked for on the command line.
    pub browser: Option<Digest>,
    /// Where in the network it was asked for, for this address alone; none when that isn't known.
    pub sender: Option<Digest>,
    /// The link's digest.
    pub link: Digest,
    /// The code's digest; none where there is no browser to bind it to.
    pub code: Option<Digest>,
    /// Where to go afterwards.
    pub return_to: Option<LocalPath>,
    /// Now.
    pub created_at: Timestamp,
    /// From when on it is no good.
    pub expires_at: Timestamp,
}

/// An attempt as it is kept.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Its id.
    pub id: SignInId,
    /// Whom it lets in.
    pub email: Email,
    /// The asking browser, if it is bound to one.
    pub browser: Option<Digest>,
    /// The code's digest, if it has one.
    pub code: Option<Digest>,
    /// How many codes were tried.
    pub tries: u32,
    /// From when on it is no good.
    pub expires_at: Timestamp,
    /// When it let somebody in.
    pub used_at: Option<Timestamp>,
}

/// How many letters for signing in an address gets.
#[derive(Debug, Clone, Copy)]
pub struct LetterPace {
    /// At most so many for one browser, and for one sender…
    pub pair: u64,
    /// …and so many for everybody together, but for senders who had none…
    pub address: u64,
    /// …after this instant.
    pub since: Timestamp,
}

/// How many codes may be tried.
#[derive(Debug, Clone, Copy)]
pub struct TryLimits {
    /// On one attempt.
    pub attempt: u32,
    /// On all attempts for one address from one browser or one sender…
    pub pair: u32,
    /// …and from everybody together…
    pub address: u32,
    /// …made after this instant.
    pub since: Timestamp,
}

/// What proves that it is they.
#[derive(Debug, Clone, Copy)]
pub enum Proof {
    /// The link, opened in the browser that asked (or in any, if it is bound to none).
    Link(Digest),
    /// The right code, already compared, for this attempt.
    Code(SignInId),
}

/// Somebody at the door.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// What they bring.
    pub proof: Proof,
    /// The browser they stand in.
    pub browser: Digest,
    /// Now.
    pub now: Timestamp,
    /// Their id, if they come for the first time.
    pub person: PersonId,
    /// The session to open; its person is found inside.
    pub session: NewSession,
}

/// Somebody inside.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// Who.
    pub person: Person,
    /// Whether they came for the first time.
    pub is_new: bool,
    /// Where they wanted to go.
    pub return_to: Option<LocalPath>,
}

/// Attempts to sign in.
#[async_trait]
pub trait SignInStore: Send + Sync {
    /// Keeps the attempt, ends earlier unused ones of the same address and browser, and posts the letter: all that, or
    /// nothing when this browser or this sender has had its letters for this address, or everybody together theirs. A
    /// sender who had none (in a browser that had none) gets one whatever others asked for: nobody can shut somebody
    /// else out by asking in their name.
    async fn open_attempt(&self, attempt: NewAttempt, letter: Letter, pace: LetterPace) -> Result<(), StorageError>;

    /// Makes (or finds) the person and keeps a link for them.
    async fn invite(&self, person: NewPerson, attempt: NewAttempt) -> Result<Person, StorageError>;

    /// The attempt that a link belongs to.
    async fn find_attempt(&self, link: &Digest) -> Result<Option<Attempt>, StorageError>;

    /// The newest attempt of a browser, used or not.
    async fn newest_attempt(&self, browser: &Digest) -> Result<Option<Attempt>, StorageError>;

    /// Counts one more try on the browser's newest attempt that let nobody in yet, in one statement. `None` when that
    /// may not be tried: nobody asked, it ran out, or the limits are reached.
    async fn count_try(
        &self,
        browser: &Digest,
        now: Timestamp,
        limits: TryLimits,
    ) -> Result<Option<Attempt>, StorageError>;

    /// Consumes the attempt, finds or makes the person, opens the session and hands over the browser's drafts. `None`
    /// when the attempt is used, over, unknown or another browser's: nothing has happened then.
    async fn arrive(&self, arrival: Arrival) -> Result<Option<Arrived>, StorageError>;
}
