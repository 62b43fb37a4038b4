//! The square of these stories: a crowd that supports an idea, news for it, and a look into the tables.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{
    Id as _, IdeaId, Language, MailState, MailingId, Outbox as _, PersonId, PostedMail, Sources, SystemEntropy,
    Timestamp, Viewer,
};
use folkmoot_ideas::Idea;
use folkmoot_replies::{
    Announcement, DigestVoice, LetterWords, NewsKind, NextDigests, Stepped, Telling, TellingStep, TellingStore as _,
    Told,
};
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_tests::world::ManualClock;
use folkmoot_votes::{Choice, Outcome};
use sea_orm::sea_query::{Expr, Query, SimpleExpr};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, DbBackend, Statement};
use uuid::Uuid;

use super::super::stage::Stage;

/// People in one insert.
const CHUNK: usize = 500;
/// More than any story sends.
pub(super) const MANY: u64 = 100_000;

pub(super) struct Square {
    pub(super) stage: Stage,
    pub(super) store: Store,
    pub(super) telling: Telling,
    pub(super) clock: Arc<ManualClock>,
    pub(super) author: Viewer,
    pub(super) idea: Idea,
    raw: DatabaseConnection,
    _database: OwnDatabase,
}

/// Digests that say what they were made of.
struct Plain;

impl DigestVoice for Plain {
    fn digest(&self, language: Option<&Language>, news: &[Told]) -> LetterWords {
        let said: Vec<&str> = news.iter().map(|told| told.words.subject.as_str()).collect();
        let language = language.map(Language::as_str).unwrap_or_default();
        LetterWords { subject: format!("DIGEST {language}"), text: said.join(", ") }
    }
}

impl Square {
    /// With one public idea.
    pub(super) async fn open(kind: Kind) -> Self {
        let database = OwnDatabase::migrated(kind).await;
        let store = Store::open(database.url(), 8).await.unwrap();
        let clock = Arc::new(ManualClock::default());
        let sources = Sources::new(clock.clone(), Arc::new(SystemEntropy));
        let stage = Stage::with(&store, sources.clone());
        let telling = telling_over(&store, sources);
        let author = stage.citizen().await;
        let idea = stage.idea(&author, "A bench at the station").await;
        let raw = Database::connect(database.url()).await.unwrap();
        Self { stage, store, telling, clock, author, idea, raw, _database: database }
    }

    /// So many people with an address, who support the idea.
    pub(super) async fn crowd(&self, count: u128) -> Vec<PersonId> {
        let people: Vec<Uuid> = (1..=count).map(|number| Uuid::from_u128(number << 64)).collect();
        for some in people.chunks(CHUNK) {
            let mut persons = Query::insert();
            persons.into_table("person").columns(["id", "email", "created_at"]);
            let mut votes = Query::insert();
            votes.into_table("vote").columns(["idea_id", "person_id", "choice", "changed_at"]);
            for person in some {
                let address = format!("crowd-{}@example.org", person.as_u128() >> 64);
                let row: [SimpleExpr; 3] = [Expr::val(*person), Expr::val(address), Expr::val(1_i64)];
                persons.values_panic(row);
                let idea = self.idea.id.uuid();
                let row: [SimpleExpr; 4] = [Expr::val(idea), Expr::val(*person), Expr::val(1_i16), Expr::val(1_i64)];
                votes.values_panic(row);
            }
            self.raw.execute(&persons).await.unwrap();
            self.raw.execute(&votes).await.unwrap();
        }
        people.into_iter().map(PersonId::from_uuid).collect()
    }

    /// Votes on the idea.
    pub(super) async fn cast(&self, viewer: &Viewer, choice: Choice) {
        let receipt = self.stage.votes.cast(viewer, self.idea.id, choice).await.unwrap();
        assert_eq!(receipt.outcome, Outcome::Counted);
    }

    pub(super) async fn run(&self, sql: &str) {
        self.raw.execute_unprepared(sql).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
    }

    pub(super) async fn count(&self, rows: &str) -> i64 {
        let asked =
            Statement::from_string(self.raw.get_database_backend(), format!("SELECT COUNT(*) AS n FROM {rows}"));
        self.raw.query_one_raw(asked).await.unwrap().unwrap().try_get("", "n").unwrap()
    }

    pub(super) fn is_postgres(&self) -> bool {
        self.raw.get_database_backend() == DbBackend::Postgres
    }

    pub(super) fn now(&self) -> Timestamp {
        self.stage.sources.now()
    }

    /// News of the idea.
    pub(super) async fn announce(&self, subject: &str) {
        self.announce_of(self.idea.id, subject).await;
    }

    pub(super) async fn announce_of(&self, idea: IdeaId, subject: &str) {
        // News of one millisecond has no order.
        self.clock.advance(Duration::from_millis(2));
        self.store.announce(&news(&self.stage.sources, idea, subject)).await.unwrap();
    }

    /// One step of so many people.
    pub(super) async fn step(&self, people: u64, full: u64) -> Stepped {
        let now = self.now();
        let digests = NextDigests::after(now, &jiff_zone());
        self.store.step(TellingStep { people, full, now, digests }).await.unwrap()
    }

    /// Steps until there is nothing to tell.
    pub(super) async fn tell_all(&self) {
        while self.step(500, MANY).await != Stepped::Nothing {}
    }

    /// What the newest letter says.
    pub(super) async fn letter(&self) -> String {
        self.store.newest(1).await.unwrap().remove(0).mail.text
    }

    /// Every letter that waits, in the order of what they tell: to whom, and its subject.
    pub(super) async fn letters(&self) -> Vec<(String, String)> {
        let mut letters = self.store.newest(MANY).await.unwrap();
        letters.retain(|letter| letter.state == MailState::Waiting);
        letters.sort_by_key(|letter| (letter.created_at, letter.id));
        letters.into_iter().map(|letter: PostedMail| (letter.mail.to, letter.mail.subject)).collect()
    }
}

/// Telling over a store.
pub(in crate::contract) fn telling_over(store: &Store, sources: Sources) -> Telling {
    Telling::new(Arc::new(store.clone()), Arc::new(Plain), sources, jiff_zone())
}

/// News of an idea, of now.
pub(in crate::contract) fn news(sources: &Sources, idea: IdeaId, subject: &str) -> Announcement {
    let said = |language: &str, whose: &str| {
        let words = LetterWords { subject: format!("{subject} {whose} {language}"), text: "What happened.".to_owned() };
        (Language::from_stored(language.to_owned()), words)
    };
    let at = sources.now();
    Announcement {
        id: sources.mint::<MailingId>(at),
        idea,
        kind: NewsKind::Replied,
        author: vec![said("en", "own"), said("cy", "own")],
        followers: vec![said("en", "all"), said("cy", "all")],
        at,
    }
}

/// The council's clock.
fn jiff_zone() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get("Europe/London").unwrap()
}
