//! The letter that lets somebody in: the same words whether the address has an account or not.
//!
//! What it says in which language is for whoever holds the words ([`Wording`]); this file knows what must stand in it.

use std::fmt;
use std::sync::Arc;

use folkmoot_common::{Language, Mail, Secret};

use crate::{Email, ask::GOOD_FOR, code::Code};

#[cfg(test)]
mod tests;

/// What a sign-in letter must say.
#[derive(Debug)]
pub struct SignInLetter<'a> {
    /// The name that people know the site by, on one line.
    pub site: &'a str,
    /// The site's address.
    pub url: &'a str,
    /// The address that lets its reader in, from the site's root on.
    pub path: String,
    /// The six digits that do the same.
    pub code: &'a str,
    /// For how many minutes both are good.
    pub minutes: u64,
}

/// Who puts letters into words. A language that it doesn't know is said in one that it does.
pub trait Wording: Send + Sync {
    /// Subject and text of the letter that lets somebody in. Link and code MUST have a line each.
    fn sign_in(&self, language: Option<&Language>, letter: &SignInLetter<'_>) -> (String, String);
}

/// The bare facts: for a program without pages, such as a test of the store.
struct Bare;

impl Wording for Bare {
    fn sign_in(&self, _language: Option<&Language>, letter: &SignInLetter<'_>) -> (String, String) {
        let SignInLetter { site, url, path, code, minutes } = letter;
        (format!("Sign in to {site}"), format!("{url}{path}\n{code}\n{minutes} minutes\n"))
    }
}

/// Whose site it is, and where.
#[derive(Clone)]
pub struct Letterhead {
    site: String,
    public_url: String,
    wording: Arc<dyn Wording>,
}

impl fmt::Debug for Letterhead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letterhead({} at {})", self.site, self.public_url)
    }
}

impl Letterhead {
    /// `site` is the name that people know, on one line; `public_url` the only origin that links are made from.
    #[must_use]
    pub fn new(site: &str, public_url: &str) -> Self {
        Self {
            site: site.split_whitespace().collect::<Vec<_>>().join(" "),
            public_url: public_url.trim_end_matches('/').to_owned(),
            wording: Arc::new(Bare),
        }
    }

    /// The same with somebody's words.
    #[must_use]
    pub fn worded(self, wording: Arc<dyn Wording>) -> Self {
        Self { wording, ..self }
    }

    /// The address of a sign-in link.
    #[must_use]
    pub fn link(&self, secret: &Secret) -> String {
        format!("{}{}", self.public_url, path(secret))
    }

    pub(crate) fn sign_in(&self, language: Option<&Language>, to: &Email, link: &Secret, code: &Code) -> Mail {
        let letter = SignInLetter {
            site: &self.site,
            url: &self.public_url,
            path: path(link),
            code: code.digits(),
            minutes: GOOD_FOR.as_secs() / 60,
        };
        let (subject, text) = self.wording.sign_in(language, &letter);
        Mail { to: to.as_str().to_owned(), subject, text }
    }
}

fn path(secret: &Secret) -> String {
    format!("/sign-in/link/{}", secret.reveal())
}
