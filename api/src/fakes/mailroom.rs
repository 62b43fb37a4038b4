//! Letters for tests: one that could not be sent, a way out that ends before nowhere.example, and words that say nothing.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use folkmoot_common::{
    Address, Language, Mail, MailId, MailState, Outbox, PostedMail, Sources, StorageError, Timestamp,
};
use folkmoot_people::{InvitationFacts, LetterWords, SignInFacts, Written};
use folkmoot_replies::{MailStage, MailStep, MailWent, Mailroom, WayOut};

use super::{Memory, WHEN, the};

pub(super) fn over(memory: &Arc<Memory>, sources: &Sources) -> Mailroom {
    Mailroom::new(Arc::clone(memory) as _, Arc::new(Lane), sources.clone())
}

/// A way of two steps.
struct Lane;

#[async_trait]
impl WayOut for Lane {
    async fn try_out(&self, to: &Address, language: &Language, _within: Duration) -> Vec<MailStep> {
        let step = |stage: MailStage, went: MailWent| MailStep {
            stage,
            went,
            name: format!("{} in {}", stage.as_str(), language.as_str()),
            advice: "Look again.".to_owned(),
        };
        let ends = to.as_str().ends_with("@nowhere.example");
        let last = if ends { MailWent::Wrong("550 not here".to_owned()) } else { MailWent::Well };
        vec![step(MailStage::Login, MailWent::NotAsked), step(MailStage::Sent, last)]
    }
}

/// Letters without a word.
pub(super) struct Wordless;

impl LetterWords for Wordless {
    fn path(&self, path: &str) -> String {
        path.to_owned()
    }

    fn sign_in(&self, _facts: &SignInFacts<'_>) -> Written {
        Written { subject: String::new(), text: String::new() }
    }

    fn invitation(&self, _facts: &InvitationFacts<'_>) -> Written {
        Written { subject: String::new(), text: String::new() }
    }
}

#[async_trait]
impl Outbox for Memory {
    async fn claim(&self, _now: Timestamp, _until: Timestamp, _limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        Ok(Vec::new())
    }
    async fn sent(&self, _id: MailId, _at: Timestamp) -> Result<(), StorageError> {
        Ok(())
    }
    async fn failed(&self, _id: MailId, _why: &str, _retry_at: Option<Timestamp>) -> Result<(), StorageError> {
        Ok(())
    }
    async fn waiting(&self) -> Result<u64, StorageError> {
        self.asked().map(|()| 2)
    }
    async fn newest(&self, _limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        Ok(Vec::new())
    }
    async fn dead(&self, _limit: u64) -> Result<Vec<PostedMail>, StorageError> {
        self.asked()?;
        let mail =
            Mail { to: "ana@example.org".to_owned(), subject: "Your idea".to_owned(), text: "Secret.".to_owned() };
        Ok(vec![PostedMail {
            id: the(1),
            mail,
            created_at: WHEN,
            attempts: 8,
            state: MailState::Dead,
            footing: None,
            last_error: Some("550 no such mailbox".to_owned()),
        }])
    }
    async fn revive(&self, which: Option<MailId>, _at: Timestamp) -> Result<u64, StorageError> {
        self.asked()?;
        Ok(u64::from(which.is_none_or(|id| id == the(1))))
    }
    async fn pass_by(&self) -> Result<(), StorageError> {
        self.asked()
    }
}
