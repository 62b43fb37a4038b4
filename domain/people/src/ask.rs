//! Asking to be let in: one attempt, one letter, and one answer whether the address is known or not.

use std::time::Duration;

use folkmoot_common::{Language, Secret, SignInId, StorageError, Timestamp};

use crate::{Email, Letter, LocalPath, NewAttempt, Pace, People, code::Code};

/// How long a link and its code are good.
pub(crate) const GOOD_FOR: Duration = Duration::from_secs(10 * 60);

/// At most so many letters to one address…
const LETTERS: u64 = 5;

/// …in this time.
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// What the page may say, whatever happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The address as we read it.
    pub email: Email,
    /// Until when link and code are good.
    pub good_until: Timestamp,
}

impl People {
    /// Makes an attempt to sign in for this browser, and posts the letter with its link and code.
    ///
    /// The answer is the same for a known address, an unknown one, and one that has had five letters in fifteen
    /// minutes: then nothing new is made, and the last letter stays good. A `return_to` that isn't a page of ours is
    /// dropped.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn ask(&self, email: Email, browser: &Secret, return_to: Option<String>) -> Result<Asked, StorageError> {
        self.ask_in(None, email, browser, return_to).await
    }

    /// The same from a page in this language. The letter is in the language that its reader chose, else in the page's.
    /// Only the letter tells which: the page can't.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn ask_in(
        &self,
        page: Option<Language>,
        email: Email,
        browser: &Secret,
        return_to: Option<String>,
    ) -> Result<Asked, StorageError> {
        let language = self.store.language_of(&email).await?.or(page);
        let now = self.sources.now();
        let id: SignInId = self.sources.mint(now);
        let (link, code) = (self.sources.secret(), Code::draw(&self.sources));
        let asked = Asked { email: email.clone(), good_until: now.plus(GOOD_FOR) };

        let letter = Letter {
            id: self.sources.mint(now),
            mail: self.letterhead.sign_in(language.as_ref(), &email, &link, &code),
        };
        let attempt = NewAttempt {
            id,
            email,
            browser: Some(browser.digest()),
            link: link.digest(),
            code: Some(code.digest(id, browser)),
            return_to: return_to.as_deref().and_then(LocalPath::parse),
            created_at: now,
            expires_at: asked.good_until,
        };
        let pace = Pace { most: LETTERS, since: now.minus(WINDOW) };
        self.store.open_attempt(attempt, letter, pace).await?;
        Ok(asked)
    }
}
