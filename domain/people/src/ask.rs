//! Asking to be let in: one attempt, one letter, and one answer whether the address is known or not.

use std::time::Duration;

use folkmoot_common::{Digest, Secret, SignInId, StorageError, Timestamp};

use crate::{Email, Letter, LetterPace, LetterWords, LocalPath, NewAttempt, People, code::Code};

/// How long a link and its code are good.
pub(crate) const GOOD_FOR: Duration = Duration::from_secs(10 * 60);

/// At most so many letters to one address for one browser, and for one place in the network…
const LETTERS: u64 = 5;

/// …and so many for everybody together: it bounds what lands in somebody's post when many ask in their name…
const LETTERS_OF_ALL: u64 = 30;

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
    /// The answer is the same for a known address, an unknown one, and one for which this browser, or this `sender`
    /// (where in the network the request came from, as an opaque word), has had five letters in fifteen minutes: then
    /// nothing new is made, and the last letter stays good. Others who ask for the same address don't use up these
    /// five. A `return_to` that isn't a page of ours is dropped. The letter says it in the language that its reader chose,
    /// else in `words`; the page can't tell which.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn ask(
        &self,
        email: Email,
        browser: &Secret,
        sender: Option<&str>,
        return_to: Option<String>,
        words: &dyn LetterWords,
    ) -> Result<Asked, StorageError> {
        let now = self.sources.now();
        let id: SignInId = self.sources.mint(now);
        let (link, code) = (self.sources.secret(), Code::draw(&self.sources));
        let asked = Asked { email: email.clone(), good_until: now.plus(GOOD_FOR) };

        let chosen = self.store.language_of(&email).await?.and_then(|language| words.of(&language));
        let words = chosen.as_deref().unwrap_or(words);
        let mail = self.letterhead.sign_in(words, &email, (&link, &code), GOOD_FOR);
        let letter = Letter { id: self.sources.mint(now), mail };
        // Kept as a digest together with the address, so that rows of two people can't be laid side by side.
        let sender = sender.map(|sender| Digest::of_parts(&["sign-in sender", email.as_str(), sender]));
        let attempt = NewAttempt {
            id,
            sender,
            email,
            browser: Some(browser.digest()),
            link: link.digest(),
            code: Some(code.digest(id, browser)),
            return_to: return_to.as_deref().and_then(LocalPath::parse),
            created_at: now,
            expires_at: asked.good_until,
        };
        let pace = LetterPace { pair: LETTERS, address: LETTERS_OF_ALL, since: now.minus(WINDOW) };
        self.store.open_attempt(attempt, letter, pace).await?;
        Ok(asked)
    }
}
