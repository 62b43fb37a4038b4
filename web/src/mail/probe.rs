//! What is wrong with the mail: one step after another, as a letter takes them, up to the first that fails, and at the end
//! a letter to whoever asked. It takes no longer than it is given, whatever the mail server does.

mod line;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use folkmoot_common::{Address, Language, Mail, MailId, MailState, PostedMail, Sources};
use folkmoot_replies::{MailStage as Stage, MailStep, MailWent as Went, WayOut};
use lettre::Message;
use tokio::time::{Instant, timeout_at};

use crate::config::{Config, Hidden};
use crate::dress::Wardrobe;
use crate::secret_key::SecretKey;
use crate::words::Words;

use super::paper::Paper;
use line::Line;

/// The way to the mail server of one site.
pub(crate) struct Probe {
    url: Hidden,
    /// None when the sender in the configuration is none.
    paper: Option<Paper>,
    languages: Vec<Words>,
    wardrobe: Arc<Wardrobe>,
    sources: Sources,
}

impl Probe {
    /// The way that letters of this site take.
    pub(crate) fn new(
        config: &Config,
        languages: &[Words],
        wardrobe: &Arc<Wardrobe>,
        key: &SecretKey,
        sources: &Sources,
    ) -> Self {
        Self {
            url: config.mail.smtp_url.clone(),
            paper: Paper::new(config, languages, wardrobe, key),
            languages: languages.to_vec(),
            wardrobe: Arc::clone(wardrobe),
            sources: sources.clone(),
        }
    }

    /// The site's words in a language; those of its first one where it doesn't speak it.
    fn words(&self, language: &Language) -> Words {
        let own = Words::of_language(&self.languages, language);
        own.or_else(|| self.languages.first().copied()).unwrap_or_else(Words::english)
    }

    /// A letter that says what it is, as it leaves.
    fn letter(&self, to: &Address, words: Words) -> Result<Message, String> {
        let at = self.sources.now();
        let site = self.wardrobe.now().name.clone();
        let subject = words.say("letter-test-subject").with("site", &site).to_string();
        let text = format!("{}\n", words.say("letter-test").with("site", &site));
        let letter = PostedMail {
            id: self.sources.mint::<MailId>(at),
            mail: Mail { to: to.as_str().to_owned(), subject, text },
            created_at: at,
            attempts: 0,
            state: MailState::Waiting,
            footing: None,
            last_error: None,
        };
        self.paper.as_ref().ok_or_else(String::new)?.message(&letter)
    }
}

/// A step that was taken, in words.
fn step(words: Words, stage: Stage, went: Went) -> MailStep {
    let word = stage.as_str();
    let name = words.say_as(format!("mail-step-{word}")).to_string();
    let advice = words.say_as(format!("mail-advice-{word}")).to_string();
    MailStep { stage, went, name, advice }
}

#[async_trait]
impl WayOut for Probe {
    async fn try_out(&self, to: &Address, language: &Language, within: Duration) -> Vec<MailStep> {
        let words = self.words(language);
        let Some(mut line) = Line::read(self.url.reveal()) else {
            return vec![step(words, Stage::Configured, Went::Wrong(String::new()))];
        };
        let mut steps = vec![step(words, Stage::Configured, Went::Well)];
        let message = self.letter(to, words);
        let until = Instant::now() + within;
        for stage in line::STAGES {
            let went = match timeout_at(until, line.take(stage, message.as_ref())).await {
                Ok(went) => went,
                Err(_late) => Went::Wrong(format!("no answer within {} seconds", within.as_secs())),
            };
            let is_wrong = matches!(went, Went::Wrong(_));
            steps.push(step(words, stage, went));
            if is_wrong {
                break;
            }
        }
        steps
    }
}

#[cfg(test)]
mod tests;
