//! The way of a letter, tried out: which steps it takes, and how each of them went. The way itself is the program's own: it
//! alone knows the mail server, and the words.
//!
//! It refuses to keep anything: what a trial finds is of that moment.

use std::time::Duration;

use async_trait::async_trait;
use folkmoot_common::{Address, Language};

/// A step that a letter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailStage {
    /// There is a mail server in the configuration.
    Configured,
    /// Its name has an address.
    Resolves,
    /// Something listens there.
    Connects,
    /// It speaks as a mail server does.
    Greets,
    /// What is said is encrypted.
    Encrypts,
    /// It lets us in.
    Login,
    /// It takes letters from our sender.
    Sender,
    /// It took the letter.
    Sent,
}

impl MailStage {
    /// The word in the names of its messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Configured => "configured",
            Self::Resolves => "resolves",
            Self::Connects => "connects",
            Self::Greets => "greets",
            Self::Encrypts => "encrypts",
            Self::Login => "login",
            Self::Sender => "sender",
            Self::Sent => "sent",
        }
    }
}

/// How a step went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailWent {
    /// As it should.
    Well,
    /// The configuration doesn't ask for it.
    NotAsked,
    /// It failed; what the other side said, if anything.
    Wrong(String),
}

/// One step, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailStep {
    /// Which.
    pub stage: MailStage,
    /// How it went.
    pub went: MailWent,
    /// What the step is, in the language that was asked for.
    pub name: String,
    /// What to do when it fails, in the same language.
    pub advice: String,
}

impl MailStep {
    /// Whether the mail server took the letter here.
    #[must_use]
    pub fn has_sent(&self) -> bool {
        self.stage == MailStage::Sent && self.went == MailWent::Well
    }
}

/// The program's own way to its mail server.
#[async_trait]
pub trait WayOut: Send + Sync {
    /// Takes one step after another, up to the first that fails; the last one sends a letter to this address that says what
    /// it is, in this language. MUST be done within this time, whatever the mail server does.
    async fn try_out(&self, to: &Address, language: &Language, within: Duration) -> Vec<MailStep>;
}
