//! Being let in: by the link's button, or by typing the code. Either consumes the attempt, once.

use std::time::Duration;

use folkmoot_common::{Secret, StorageError, Timestamp};

use crate::{
    Arrival, Attempt, LinkState, LocalPath, NewSession, People, Person, Proof, TryLimits,
    code::{Code, same},
    session,
};

/// Codes that may be tried on one attempt.
const TRIES: u32 = 10;

/// Codes that may be tried for one address in a day from one browser, and from one place in the network. A patient guesser
/// who keeps asking gets one chance in ten thousand a day.
const TRIES_A_DAY: u32 = 100;

/// The same from everybody together: one chance in a thousand for a guesser with many places. Beyond it no code is good
/// for this address until tomorrow, but the link in the letter is: nobody is shut out.
const TRIES_OF_ALL: u32 = 1_000;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Somebody who is in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// For the session cookie; handed out once.
    pub session: Secret,
    /// Who.
    pub person: Person,
    /// Whether this made the account: time to ask for a name.
    pub is_new: bool,
    /// Where they wanted to go: a page of ours.
    pub return_to: Option<String>,
}

/// Why somebody isn't let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInRefusal {
    /// What was typed is no code of six digits. It wasn't counted as a try.
    NotACode,
    /// The wrong six digits.
    WrongCode {
        /// How many tries are left; never none.
        tries_left: u32,
    },
    /// Too many wrong codes: ask for another letter, or use the link.
    TooManyTries,
    /// This browser has no open attempt.
    NothingAsked,
    /// The link was asked for in another browser. It is still good there.
    OtherBrowser,
    /// It ran out, or a later letter took its place.
    Expired,
    /// It let somebody in already.
    Used,
    /// We never made it, or have forgotten it.
    Unknown,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum SignIn {
    /// In.
    Done(SignedIn),
    /// Not in, and why.
    Refused(SignInRefusal),
}

impl People {
    /// Consumes a link in this browser. However often the button is pressed at once, one session comes of it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn confirm_link(
        &self,
        link: &Secret,
        browser: &Secret,
        browser_name: &str,
    ) -> Result<SignIn, StorageError> {
        let now = self.sources.now();
        if let Some(done) = self.arrive(Proof::Link(link.digest()), browser, browser_name, now).await? {
            return Ok(SignIn::Done(done));
        }
        let why = match self.look_at_link(link, Some(browser)).await? {
            LinkState::OtherBrowser => SignInRefusal::OtherBrowser,
            LinkState::Expired => SignInRefusal::Expired,
            LinkState::Unknown => SignInRefusal::Unknown,
            // Ready again can't be: what wasn't consumed a moment ago was used, over or somebody else's.
            LinkState::Used | LinkState::Ready { .. } => SignInRefusal::Used,
        };
        Ok(SignIn::Refused(why))
    }

    /// Tries a code on this browser's newest open attempt. The try is counted, for good, before the code is compared.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn confirm_code(
        &self,
        browser: &Secret,
        typed: &str,
        browser_name: &str,
    ) -> Result<SignIn, StorageError> {
        let Some(code) = Code::parse(typed) else {
            return Ok(SignIn::Refused(SignInRefusal::NotACode));
        };
        let now = self.sources.now();
        let limits = TryLimits { attempt: TRIES, pair: TRIES_A_DAY, address: TRIES_OF_ALL, since: now.minus(DAY) };
        let Some(attempt) = self.store.count_try(&browser.digest(), now, limits).await? else {
            return self.why_no_try(browser, now).await.map(SignIn::Refused);
        };
        let is_right = attempt.code.is_some_and(|kept| same(&kept, &code.digest(attempt.id, browser)));
        if !is_right {
            return Ok(SignIn::Refused(wrong(&attempt)));
        }

        let done = self.arrive(Proof::Code(attempt.id), browser, browser_name, now).await?;
        // Right, and yet too late: the same code was sent twice at once, and the other one is in.
        Ok(done.map_or(SignIn::Refused(SignInRefusal::Used), SignIn::Done))
    }

    async fn why_no_try(&self, browser: &Secret, now: Timestamp) -> Result<SignInRefusal, StorageError> {
        let newest = self.store.newest_attempt(&browser.digest()).await?;
        Ok(match newest {
            None => SignInRefusal::NothingAsked,
            Some(attempt) if attempt.used_at.is_some() => SignInRefusal::Used,
            Some(attempt) if attempt.expires_at <= now => SignInRefusal::Expired,
            Some(_) => SignInRefusal::TooManyTries,
        })
    }

    async fn arrive(
        &self,
        proof: Proof,
        browser: &Secret,
        browser_name: &str,
        now: Timestamp,
    ) -> Result<Option<SignedIn>, StorageError> {
        let secret = self.sources.secret();
        let session = NewSession {
            id: self.sources.mint(now),
            secret: secret.digest(),
            browser_name: browser_name.to_owned(),
            created_at: now,
            expires_at: session::forgotten_at(now),
        };
        let person = self.sources.mint(now);
        let arrival = Arrival { proof, browser: browser.digest(), now, person, session };
        let arrived = self.store.arrive(arrival).await?;
        Ok(arrived.map(|arrived| SignedIn {
            session: secret,
            person: arrived.person,
            is_new: arrived.is_new,
            return_to: arrived.return_to.as_ref().map(LocalPath::as_str).map(str::to_owned),
        }))
    }
}

fn wrong(attempt: &Attempt) -> SignInRefusal {
    match TRIES.saturating_sub(attempt.tries) {
        0 => SignInRefusal::TooManyTries,
        tries_left => SignInRefusal::WrongCode { tries_left },
    }
}
