//! An act that is asked for twice is done once: whoever sends it gives it a key, and the store writes the key down in the
//! transaction of the act itself. The answer is kept beside it, for whoever asks again; should it be lost, it is drawn anew from
//! what the store noted with the act.
//!
//! It refuses to know what the act is, or what an answer looks like.

use async_trait::async_trait;
use futures::future::BoxFuture;

use crate::{AttemptId, Digest, PersonId, StorageError, Timestamp};

/// The longest key, in characters.
const LONGEST: usize = 255;

/// One sender's name for one act: up to 255 visible characters of ASCII, chosen so that they never choose it twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryKey(String);

impl RetryKey {
    /// Reads what was sent; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// As it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same name as somebody in this network says it: visitors have no id that keeps their names apart.
    #[must_use]
    pub fn within(&self, network: &str) -> Self {
        let digest = Digest::of_parts(&["retry", network, &self.0]);
        Self(digest.bytes().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// One request that carries a key.
#[derive(Debug, Clone)]
pub struct Retry {
    /// Who sends it; nobody for a visitor.
    pub sender: Option<PersonId>,
    /// Their name for it.
    pub key: RetryKey,
    /// What the request says, so that the key can't be used for something else.
    pub body: Digest,
    /// This try among several with the same key.
    pub attempt: AttemptId,
}

/// What the store wrote of an act beside its key, in the act's own transaction: enough to draw its answer anew when the one
/// that was drawn is lost. Only the store reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryNote {
    /// The try that did it.
    pub attempt: AttemptId,
    /// What the store makes sense of.
    pub text: String,
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// It never came.
    Never,
    /// It came with these very words, and this was the answer.
    Answered(String),
    /// It came with other words.
    OtherWords,
    /// The act of it is done, and its answer isn't written yet; or never will be, if the program was killed in between.
    Unanswered {
        /// When the act was written, by the database's clock.
        since: Timestamp,
        /// What was written of it, where the store knows how.
        note: Option<RetryNote>,
    },
}

/// What became of a key during its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// Nothing was written under it.
    Unused,
    /// It stands in the transaction of what was done.
    Written,
    /// Somebody else was first with it: nothing of this work was written.
    TooLate,
}

/// The book of keys.
#[async_trait]
pub trait Retries: Send + Sync {
    /// What is known of this key.
    async fn before(&self, retry: &Retry) -> Result<Before, StorageError>;

    /// Does this work with the key in hand. Whatever transaction the work opens MUST write the key down, or be refused as
    /// [`StorageError::Repeated`] when another try has.
    async fn carry<'a>(&'a self, retry: &Retry, work: BoxFuture<'a, ()>) -> Carried;

    /// Does this work with what was noted of it before in hand, so that its answer can be drawn anew. The work MUST find what
    /// its act came to then, and MUST write nothing: whatever would is refused as [`StorageError::Repeated`]. Says
    /// whether the work asked for it, and it made sense.
    async fn recall<'a>(&'a self, retry: &Retry, note: RetryNote, work: BoxFuture<'a, ()>) -> bool;

    /// Keeps the answer of this try. MUST leave alone what another try has written, and an answer that is there.
    async fn answered(&self, retry: &Retry, answer: &str) -> Result<(), StorageError>;

    /// Forgets keys that were written before this, at most so many; says how many.
    async fn forget(&self, before: Timestamp, most: u64) -> Result<u64, StorageError>;
}

#[cfg(test)]
mod tests {
    //! Which keys are taken.

    use super::*;

    #[test]
    fn a_key_is_visible_and_not_too_long() {
        let longest = "k".repeat(LONGEST);
        for good in ["a", "8e03978e-40d5-43dd-bc93-6894a57f9324", longest.as_str()] {
            assert_eq!(RetryKey::parse(good).as_ref().map(RetryKey::as_str), Some(good));
        }
        let longer = "k".repeat(LONGEST + 1);
        for bad in ["", " ", "a b", "a\tb", "schlüssel", longer.as_str()] {
            assert!(RetryKey::parse(bad).is_none(), "{bad:?} was taken");
        }
    }
}
