//! Mail as rows: written in the transaction of the act that wants it sent, and sent afterwards by a worker. So a
//! letter exists if and only if its reason does.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{IdeaId, Language, MailId, PersonId, StorageError, Timestamp};

/// A letter ready to be put into an envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// One address. It has been parsed already, so it holds no line break.
    pub to: String,
    /// Plain text on one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// An e-mail address that has been parsed: whoever makes one has checked that a letter can be sent there. It is how
/// nouns that know nothing of people say where to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// An address that was parsed already, or stands in the configuration.
    #[must_use]
    pub const fn parsed(address: String) -> Self {
        Self(address)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A letter, and the id it will have in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub id: MailId,
    /// What it says.
    pub mail: Mail,
}

/// How many letters an address gets.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// At most so many…
    pub most: u64,
    /// …after this instant.
    pub since: Timestamp,
}

/// Where a letter in the outbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// Not sent yet.
    Waiting,
    /// The mail server took it.
    Sent,
    /// Given up after the last try.
    Dead,
}

/// Why somebody is told of something, when they may stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They wrote the idea.
    Author,
    /// They support it.
    Supporter,
    /// They said that they want to hear of it.
    Follower,
    /// They want everything together, now and then.
    Digest,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Author, Self::Supporter, Self::Follower, Self::Digest];

    /// The word it is stored as.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Supporter => "supporter",
            Self::Follower => "follower",
            Self::Digest => "digest",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == word)
    }
}

/// What stands below a letter that its reader may stop: the link for it is made when it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footing {
    /// Whom it tells.
    pub person: PersonId,
    /// Of which idea; none when it is about several.
    pub idea: Option<IdeaId>,
    /// Why.
    pub why: Why,
    /// In which language it is written, where one was chosen.
    pub language: Option<Language>,
}

/// A letter as it lies in the outbox.
#[derive(Debug, Clone)]
pub struct PostedMail {
    /// Its id, the same at every try.
    pub id: MailId,
    /// What it says.
    pub mail: Mail,
    /// When its reason happened.
    pub created_at: Timestamp,
    /// How often sending was tried.
    pub attempts: u32,
    /// Where it stands.
    pub state: MailState,
    /// Whom it tells of what, when they may stop it.
    pub footing: Option<Footing>,
    /// What the last failed try met.
    pub last_error: Option<String>,
}

/// The letters that wait to leave.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Takes at most `limit` letters that are due at `now`, and hides them from other workers until `until`.
    async fn claim(&self, now: Timestamp, until: Timestamp, limit: u64) -> Result<Vec<PostedMail>, StorageError>;

    /// Notes that the mail server took it.
    async fn sent(&self, id: MailId, at: Timestamp) -> Result<(), StorageError>;

    /// Notes a failed try: due again at `retry_at`, or never when that is `None`.
    async fn failed(&self, id: MailId, why: &str, retry_at: Option<Timestamp>) -> Result<(), StorageError>;

    /// How many wait, counted up to 1,000.
    async fn waiting(&self) -> Result<u64, StorageError>;

    /// The newest letters, sent or not, newest first; what `demo` shows at `/dev/mail`.
    async fn newest(&self, limit: u64) -> Result<Vec<PostedMail>, StorageError>;

    /// Those that were given up, the newest first.
    async fn dead(&self, limit: u64) -> Result<Vec<PostedMail>, StorageError>;

    /// Tries again, from the start, one that was given up, or all of them. Says how many.
    async fn revive(&self, which: Option<MailId>, at: Timestamp) -> Result<u64, StorageError>;

    /// A letter is about to leave past the outbox. It has no row; MUST be one transaction all the same, so that the key of
    /// whoever asks for the letter stands before it leaves, and another try of the same is refused.
    async fn pass_by(&self) -> Result<(), StorageError>;
}
