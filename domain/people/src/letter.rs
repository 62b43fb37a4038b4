//! The letter that lets somebody in: the same whether the address has an account or not. Its words come from outside, in
//! the language of whoever asked; what it must say is here.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Language, Mail, Secret, Signboard};

use crate::{Email, code::Code};

#[cfg(test)]
mod tests;

/// What the letter must say.
#[derive(Debug, Clone, Copy)]
pub struct SignInFacts<'a> {
    /// The name of the site.
    pub site: &'a str,
    /// The link, whole. It needs a line to itself.
    pub link: &'a str,
    /// The six digits. They need a line to themselves.
    pub code: &'a str,
    /// How long both are good.
    pub minutes: u64,
    /// Where the site is.
    pub url: &'a str,
}

/// What the letter to somebody who is invited must say.
#[derive(Debug, Clone, Copy)]
pub struct InvitationFacts<'a> {
    /// The name of the site.
    pub site: &'a str,
    /// The link, whole. It needs a line to itself.
    pub link: &'a str,
    /// How long it is good.
    pub hours: u64,
    /// Where the site is.
    pub url: &'a str,
}

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// On one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// The words of letters in one language.
pub trait LetterWords: Send + Sync {
    /// The path of a page of ours, in this language.
    fn path(&self, path: &str) -> String;

    /// The same in a language that a reader chose; `None` where there are no words of it.
    fn of(&self, _language: &Language) -> Option<Box<dyn LetterWords>> {
        None
    }

    /// The letter that lets somebody in. It says every fact, and nothing that depends on who its reader is.
    fn sign_in(&self, facts: &SignInFacts<'_>) -> Written;

    /// The letter to somebody for whom an account was made. It says every fact.
    fn invitation(&self, facts: &InvitationFacts<'_>) -> Written;
}

/// Whose site it is, and where.
#[derive(Clone)]
pub struct Letterhead {
    sign: Arc<dyn Signboard>,
    public_url: String,
}

impl Letterhead {
    /// `sign` says the name that people know; `public_url` is the only origin that links are made from.
    #[must_use]
    pub fn new(sign: Arc<dyn Signboard>, public_url: &str) -> Self {
        Self { sign, public_url: public_url.trim_end_matches('/').to_owned() }
    }

    fn site(&self) -> String {
        self.sign.name().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The address of a sign-in link.
    #[must_use]
    pub fn link(&self, secret: &Secret) -> String {
        format!("{}{}", self.public_url, path(secret))
    }

    /// The letter for somebody who asked to be let in. The link leads to the page in the language of the words.
    pub(crate) fn sign_in(
        &self,
        words: &dyn LetterWords,
        to: &Email,
        (link, code): (&Secret, &Code),
        good_for: Duration,
    ) -> Mail {
        let link = format!("{}{}", self.public_url, words.path(&path(link)));
        let site = self.site();
        let facts = SignInFacts {
            site: &site,
            link: &link,
            code: code.digits(),
            minutes: good_for.as_secs() / 60,
            url: &self.public_url,
        };
        mail(to, &words.sign_in(&facts))
    }

    /// The letter for somebody who was invited.
    pub(crate) fn invitation(&self, words: &dyn LetterWords, to: &Email, link: &Secret, good_for: Duration) -> Mail {
        let link = format!("{}{}", self.public_url, words.path(&path(link)));
        let site = self.site();
        let hours = good_for.as_secs() / 3_600;
        mail(to, &words.invitation(&InvitationFacts { site: &site, link: &link, hours, url: &self.public_url }))
    }
}

fn mail(to: &Email, written: &Written) -> Mail {
    // A subject is one line, whatever the words bring.
    let subject = written.subject.split_whitespace().collect::<Vec<_>>().join(" ");
    Mail { to: to.as_str().to_owned(), subject, text: format!("{}\n", written.text.trim_end()) }
}

fn path(link: &Secret) -> String {
    format!("/sign-in/link/{}", link.reveal())
}
