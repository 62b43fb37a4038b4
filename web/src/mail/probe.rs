//! What is wrong with the mail: one step after another, as a letter takes them, up to the first that fails, and at the end
//! a letter to whoever asked. It takes no longer than a request may, whatever the mail server does.

mod line;

use std::time::Duration;

use folkmoot_common::{Mail as Words, MailId, MailState, PostedMail};
use tokio::time::{Instant, timeout_at};

use crate::site::Site;

use super::paper::Paper;
use line::Line;

/// How long all steps may take together.
const PATIENCE: Duration = Duration::from_secs(8);

/// A step that a letter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
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

impl Stage {
    /// The word in the names of its messages.
    pub(crate) const fn word(self) -> &'static str {
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
pub(crate) enum Went {
    /// As it should.
    Well,
    /// The configuration doesn't ask for it.
    NotAsked,
    /// It failed; what the other side said, if anything.
    Wrong(String),
}

/// One step, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) stage: Stage,
    pub(crate) went: Went,
}

/// Tries everything, and sends a letter of these words to this address.
pub(crate) async fn probe(site: &Site, to: &str, (subject, text): (String, String)) -> Vec<Seen> {
    let mut seen = Vec::new();
    let url = site.config.mail.smtp_url.reveal();
    let Some(mut line) = Line::read(url) else {
        let went = Went::Wrong(String::new());
        return vec![Seen { stage: Stage::Configured, went }];
    };
    seen.push(Seen { stage: Stage::Configured, went: Went::Well });
    let at = site.sources.now();
    let letter = PostedMail {
        id: site.sources.mint::<MailId>(at),
        mail: Words { to: to.to_owned(), subject, text },
        created_at: at,
        attempts: 0,
        state: MailState::Waiting,
        footing: None,
        last_error: None,
    };
    let message = Paper::of(site).ok_or_else(String::new).and_then(|paper| paper.message(&letter));
    let until = Instant::now() + PATIENCE;
    for stage in line::STAGES {
        let went = match timeout_at(until, line.take(stage, message.as_ref())).await {
            Ok(went) => went,
            Err(_late) => Went::Wrong(format!("no answer within {} seconds", PATIENCE.as_secs())),
        };
        let is_wrong = matches!(went, Went::Wrong(_));
        seen.push(Seen { stage, went });
        if is_wrong {
            break;
        }
    }
    seen
}

#[cfg(test)]
mod tests;
