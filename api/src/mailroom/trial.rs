//! A test letter in the API's words: what is asked for, and how each step went.

use std::time::Duration;

use async_graphql::{Enum, InputObject, SimpleObject};
use folkmoot_common::{Language, Problem};
use folkmoot_replies as domain;

use crate::context::Services;
use crate::user_error::UserError;

/// How long a trial of the mail may take here: whoever carries an operation waits for it a little longer.
pub const TRIAL: Duration = Duration::from_secs(4);

/// A letter to oneself.
#[derive(InputObject)]
pub(crate) struct SendTestLetterInput {
    /// In which language the letter and the words of the steps are, as a short code; the site's first, if left out.
    language: Option<String>,
}

impl SendTestLetterInput {
    pub(super) fn language(&self, services: &Services) -> Result<Language, Problem> {
        let Some(tag) = self.language.as_deref() else { return Ok(services.language.clone()) };
        services.letters_in(tag).and_then(|_there_are_words| Language::parse(tag))
    }
}

/// What became of a test letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum TestLetterOutcome {
    /// The mail server took it.
    Sent,
    /// The last of the steps failed, and says why.
    NotSent,
    /// The viewer's account has no address; nothing was tried.
    NoAddress,
    /// The input must be mended; nothing was tried.
    Invalid,
}

/// A step that a letter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::MailStage")]
pub(crate) enum MailStage {
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

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum MailStepOutcome {
    /// As it should.
    Well,
    /// The configuration doesn't ask for it.
    NotAsked,
    /// It failed.
    Wrong,
}

/// A step that a test letter took.
#[derive(SimpleObject)]
pub(crate) struct MailStep {
    /// Which.
    stage: MailStage,
    /// How it went.
    outcome: MailStepOutcome,
    /// What it is, in plain words.
    name: String,
    /// What the other side said where it failed, in its own words; null where it said nothing.
    said: Option<String>,
    /// What to do where it failed, in plain words; null where it didn't.
    advice: Option<String>,
}

impl From<domain::MailStep> for MailStep {
    fn from(step: domain::MailStep) -> Self {
        let (outcome, said, advice) = match step.went {
            domain::MailWent::Well => (MailStepOutcome::Well, None, None),
            domain::MailWent::NotAsked => (MailStepOutcome::NotAsked, None, None),
            domain::MailWent::Wrong(said) => {
                (MailStepOutcome::Wrong, Some(said).filter(|said| !said.is_empty()), Some(step.advice))
            }
        };
        Self { stage: step.stage.into(), outcome, name: step.name, said, advice }
    }
}

/// What became of a test letter.
#[derive(SimpleObject)]
pub(crate) struct SendTestLetterPayload {
    /// In one word.
    outcome: TestLetterOutcome,
    /// The steps that were taken, in their order, up to the first that failed.
    steps: Vec<MailStep>,
    /// What to mend in the input; empty if there was nothing.
    user_errors: Vec<UserError>,
}

impl SendTestLetterPayload {
    pub(super) fn of(steps: Vec<domain::MailStep>) -> Self {
        let is_sent = steps.iter().any(domain::MailStep::has_sent);
        let outcome = if is_sent { TestLetterOutcome::Sent } else { TestLetterOutcome::NotSent };
        Self { outcome, steps: steps.into_iter().map(Into::into).collect(), user_errors: Vec::new() }
    }

    pub(super) const fn nowhere() -> Self {
        Self { outcome: TestLetterOutcome::NoAddress, steps: Vec::new(), user_errors: Vec::new() }
    }

    pub(super) fn invalid(problem: Problem) -> Self {
        Self { outcome: TestLetterOutcome::Invalid, steps: Vec::new(), user_errors: vec![problem.into()] }
    }
}
