//! What the store of people promises, told through the service that the pages use, under a clock that stands still
//! until it is moved.

mod drafts;
mod names;
mod outbox;
mod sessions;
mod sign_in;
mod tokens;

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use folkmoot_common::{Clock, Outbox as _, Painted, Secret, Sources, SystemEntropy, Timestamp};
use folkmoot_people::{
    Email, InvitationFacts, LetterWords, Letterhead, People, SignIn, SignInFacts, SignInRefusal, SignedIn, Written,
};
use folkmoot_storage::Store;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = MINUTE.saturating_mul(60);
const DAY: Duration = HOUR.saturating_mul(24);
const MOMENT: Duration = Duration::from_micros(1);
const BROWSER: &str = "Firefox on Linux";

/// Moved by hand.
struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// The service over an empty store.
struct Town {
    people: People,
    store: Store,
    clock: Arc<HandClock>,
    sources: Sources,
}

/// Letters without a word too many.
struct Bare;

impl LetterWords for Bare {
    fn path(&self, path: &str) -> String {
        path.to_owned()
    }

    fn sign_in(&self, facts: &SignInFacts<'_>) -> Written {
        Written { subject: facts.site.to_owned(), text: format!("{}\n{}\n", facts.link, facts.code) }
    }

    fn invitation(&self, facts: &InvitationFacts<'_>) -> Written {
        Written { subject: facts.site.to_owned(), text: format!("{}\n", facts.link) }
    }
}

/// What a letter lets one do.
struct Letter {
    link: Secret,
    code: String,
}

impl Town {
    fn over(store: Store) -> Self {
        let clock = Arc::new(HandClock(AtomicI64::new(1_800_000_000_000_000)));
        let sources = Sources::new(Arc::clone(&clock) as Arc<dyn Clock>, Arc::new(SystemEntropy));
        let head = Letterhead::new(Painted::board("Testtown", "ideas@example.org"), "https://ideas.example.org");
        let people = People::new(Arc::new(store.clone()), super::stage::watch(&store, &sources), sources.clone(), head);
        Self { people, store, clock, sources }
    }

    fn pass(&self, span: Duration) {
        self.clock.0.fetch_add(i64::try_from(span.as_micros()).unwrap(), Ordering::SeqCst);
    }

    fn browser(&self) -> Secret {
        self.sources.secret()
    }

    /// Asks, and opens the letter.
    async fn ask(&self, address: &str, browser: &Secret) -> Letter {
        self.ask_for(address, browser, None).await
    }

    async fn ask_for(&self, address: &str, browser: &Secret, return_to: Option<&str>) -> Letter {
        // Letters of one millisecond have no order among themselves.
        self.pass(Duration::from_millis(2));
        self.people
            .ask(email(address), browser, Some("203.0.113.1"), return_to.map(str::to_owned), &Bare)
            .await
            .unwrap();
        let letters = self.letters(address).await;
        let text = letters.first().expect("a letter came");
        let link = text.lines().find_map(|line| line.strip_prefix("https://ideas.example.org/sign-in/link/"));
        let code = text.lines().find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()));
        Letter { link: Secret::parse(link.unwrap()).unwrap(), code: code.unwrap().to_owned() }
    }

    /// What was written to this address, newest first.
    async fn letters(&self, address: &str) -> Vec<String> {
        let letters = self.store.newest(1_000).await.unwrap();
        letters.into_iter().filter(|letter| letter.mail.to == address).map(|letter| letter.mail.text).collect()
    }

    async fn by_link(&self, link: &Secret, browser: &Secret) -> Result<SignedIn, SignInRefusal> {
        outcome(self.people.confirm_link(link, browser, BROWSER).await.unwrap())
    }

    async fn by_code(&self, code: &str, browser: &Secret) -> Result<SignedIn, SignInRefusal> {
        outcome(self.people.confirm_code(browser, code, BROWSER).await.unwrap())
    }

    /// Signs somebody in, the whole way.
    async fn signed_in(&self, address: &str) -> SignedIn {
        let browser = self.browser();
        let letter = self.ask(address, &browser).await;
        self.by_link(&letter.link, &browser).await.unwrap()
    }
}

fn outcome(sign_in: SignIn) -> Result<SignedIn, SignInRefusal> {
    match sign_in {
        SignIn::Done(done) => Ok(done),
        SignIn::Refused(why) => Err(why),
    }
}

fn email(address: &str) -> Email {
    Email::parse(address).unwrap()
}

fn viewer(signed_in: &SignedIn) -> folkmoot_common::Viewer {
    folkmoot_common::Viewer::Person { id: signed_in.person.id, roles: signed_in.person.roles }
}
