//! The letter that lets somebody in: the same whether the address has an account or not. Its words come from outside, in
//! the language of whoever asked; what it must say is here.

use std::time::Duration;

use folkmoot_common::{Language, Mail, Secret};

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
}

/// Whose site it is, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    site: String,
    public_url: String,
}

impl Letterhead {
    /// `site` is the name that people know, on one line; `public_url` the only origin that links are made from.
    #[must_use]
    pub fn new(site: &str, public_url: &str) -> Self {
        Self {
            site: site.split_whitespace().collect::<Vec<_>>().join(" "),
            public_url: public_url.trim_end_matches('/').to_owned(),
        }
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
        let facts = SignInFacts {
            site: &self.site,
            link: &link,
            code: code.digits(),
            minutes: good_for.as_secs() / 60,
            url: &self.public_url,
        };
        let Written { subject, text } = words.sign_in(&facts);
        // A subject is one line, whatever the words bring.
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        Mail { to: to.as_str().to_owned(), subject, text: format!("{}\n", text.trim_end()) }
    }
}

fn path(link: &Secret) -> String {
    format!("/sign-in/link/{}", link.reveal())
}
