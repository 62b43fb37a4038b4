//! The moderators' room of the storage stories: the stage with a clock that a story moves, the tables to look at, and the
//! few words in which stories decide.

use std::collections::BTreeMap;
use std::sync::Arc;

use folkmoot_comments::{Comment, CommentText};
use folkmoot_common::{PageRequest, Sources, SystemEntropy, Viewer};
use folkmoot_ideas::Idea;
use folkmoot_moderation::{
    Act, Complaint, Decided, Decision, Item, ItemKind, Note, Place, QueueFilter, RawComplaint, ReasonCode, Receipt,
    Subject, Target, Verdict,
};
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_tests::world::ManualClock;
use sea_orm::{
    ConnectionTrait as _, Database, DatabaseConnection, DatabaseTransaction, Statement, TransactionTrait as _,
};

use super::super::stage::Stage;

/// What everybody can see of the rows that moderation touches, and what they are known by. Numbers that only grow
/// (revisions, versions), locks and ids are left out.
const TABLES: [(&str, &str); 10] = [
    (
        "idea",
        "number, status, hidden_at, published_at, title, slug, body, language, merged_into, redacted_at, edited_at, \
         (SELECT slug FROM campaign WHERE campaign.id = idea.campaign_id)",
    ),
    ("idea AS shown", "number, shown_revision = revision"),
    ("comment", "number, state, body, stance, redacted_at, edited_at"),
    (
        "tally JOIN idea ON idea.id = tally.idea_id",
        "number, support, oppose, votes, comments, listed, votable, tally.status, confidence",
    ),
    (
        "vote JOIN idea ON idea.id = vote.idea_id JOIN person ON person.id = vote.person_id",
        "number, email, choice, carried_from IS NULL",
    ),
    ("person", "email, name, trusted_at, suspended_until"),
    ("report", "receipt, outcome, answered_at, decision_id IS NULL"),
    ("queue_item", "kind, reports, rank, closed_at, hunches"),
    ("lesson WHERE kept <> 0 OR refused <> 0", "word, kept, refused"),
    ("pending_edit", "title, body, stance, language, written_at"),
];

pub(in crate::contract) struct Room {
    pub(in crate::contract) stage: Stage,
    pub(in crate::contract) store: Store,
    pub(in crate::contract) clock: Arc<ManualClock>,
    raw: DatabaseConnection,
    database: OwnDatabase,
}

impl Room {
    pub(in crate::contract) async fn open(kind: Kind) -> Self {
        let database = OwnDatabase::migrated(kind).await;
        let store = Store::open(database.url(), 8).await.unwrap();
        let clock = Arc::new(ManualClock::default());
        let stage = Stage::with(&store, Sources::new(clock.clone(), Arc::new(SystemEntropy)));
        let raw = Database::connect(database.url()).await.unwrap();
        Self { stage, store, clock, raw, database }
    }

    pub(in crate::contract) fn url(&self) -> &str {
        self.database.url()
    }

    pub(in crate::contract) fn is_postgres(&self) -> bool {
        self.raw.get_database_backend() == sea_orm::DbBackend::Postgres
    }

    /// Somebody else holds these rows until this ends. On SQLite, which has one writer, they only read them.
    pub(in crate::contract) async fn hold(&self, rows: &str) -> DatabaseTransaction {
        let tx = self.raw.begin().await.unwrap();
        let hold = if self.is_postgres() { " FOR UPDATE" } else { "" };
        let asked = Statement::from_string(self.raw.get_database_backend(), format!("{rows}{hold}"));
        assert!(!tx.query_all_raw(asked).await.unwrap().is_empty(), "{rows}");
        tx
    }

    /// Comes back as soon as somebody waits for a row that is held. PostgreSQL's alone can be.
    pub(in crate::contract) async fn until_somebody_waits(&self) {
        let waiting =
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while self.number(waiting).await == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    /// Another program over the same database.
    pub(in crate::contract) fn another(&self) -> Stage {
        Stage::with(&self.store, Sources::new(self.clock.clone(), Arc::new(SystemEntropy)))
    }

    pub(in crate::contract) async fn run(&self, sql: &str) {
        self.try_to(sql).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
    }

    /// What the database says against it.
    pub(in crate::contract) async fn try_to(&self, sql: &str) -> Result<(), String> {
        self.raw.execute_unprepared(sql).await.map(|_done| ()).map_err(|why| why.to_string())
    }

    /// The first column of every row, as text.
    pub(in crate::contract) async fn column(&self, sql: &str) -> Vec<String> {
        let asked = Statement::from_string(self.raw.get_database_backend(), sql);
        let rows = self.raw.query_all_raw(asked).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
        rows.iter().map(|row| row.try_get_by_index::<Option<String>>(0).unwrap().unwrap_or_default()).collect()
    }

    pub(in crate::contract) async fn number(&self, sql: &str) -> i64 {
        let asked = Statement::from_string(self.raw.get_database_backend(), sql);
        self.raw.query_one_raw(asked).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// Everything that a decision may change, line by line.
    pub(in crate::contract) async fn dump(&self) -> BTreeMap<&'static str, Vec<String>> {
        let mut dump = BTreeMap::new();
        for (table, columns) in TABLES {
            let mut depth = 0;
            let columns = columns.split(|c: char| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                c == ',' && depth == 0
            });
            let line: Vec<String> = columns.map(|c| format!("coalesce(CAST({c} AS TEXT), '~')")).collect();
            let lines =
                self.column(&format!("SELECT {} AS line FROM {table} ORDER BY 1", line.join(" || ' | ' || "))).await;
            dump.insert(table, lines);
        }
        dump
    }

    /// A citizen whose account is a month old.
    pub(in crate::contract) async fn old_citizen(&self) -> Viewer {
        let viewer = self.stage.citizen().await;
        self.run("UPDATE person SET created_at = created_at - 2592000000000 WHERE created_at > 2592000000000").await;
        viewer
    }

    /// The queue's first hundred, in order.
    pub(in crate::contract) async fn waiting(&self, mo: &Viewer) -> Vec<Item> {
        let page = self.stage.moderation.queue(mo, &QueueFilter::default(), &PageRequest::first(100)).await.unwrap();
        page.items.into_iter().map(|listed| listed.item).collect()
    }

    /// The one item of this kind.
    pub(in crate::contract) async fn item(&self, mo: &Viewer, kind: ItemKind) -> Item {
        let found: Vec<Item> = self.waiting(mo).await.into_iter().filter(|item| item.kind == kind).collect();
        assert_eq!(found.len(), 1, "of {kind:?}: {found:#?}");
        found.into_iter().next().unwrap()
    }

    pub(in crate::contract) async fn decide(&self, mo: &Viewer, item: &Item, act: Act) -> Decided {
        let verdict = verdict(act);
        self.stage.moderation.decide(mo, item.id, item.revision, verdict).await.unwrap()
    }

    pub(in crate::contract) async fn done(&self, mo: &Viewer, item: &Item, act: Act) -> Decision {
        match self.decide(mo, item, act.clone()).await {
            Decided::Done(decision) => *decision,
            other => panic!("{act:?} on {:?}: {other:?}", item.kind),
        }
    }

    pub(in crate::contract) async fn comment(&self, who: &Viewer, idea: &Idea, words: &str) -> Comment {
        let text = CommentText::parse(words, None).unwrap();
        self.stage.comments.post(who, idea.id, None, text).await.unwrap()
    }

    pub(in crate::contract) async fn report(&self, who: &Viewer, subject: Subject, network: &str) -> Receipt {
        let raw = RawComplaint { ground: "SPAM", details: "It sells pills.", name: "Ben", in_good_faith: true };
        let address = folkmoot_common::Address::parsed("reporter@example.org".to_owned());
        let complaint = Complaint::parse(raw, Ok(Some(address))).unwrap();
        self.stage.reports.file(who, subject, complaint, network).await.unwrap()
    }

    /// Letters that wait: to whom, and what about.
    pub(in crate::contract) async fn letters(&self) -> Vec<(String, String)> {
        use folkmoot_common::Outbox as _;
        let letters = self.store.newest(200).await.unwrap();
        letters.into_iter().map(|letter| (letter.mail.to, letter.mail.subject)).collect()
    }

    /// Every tally equals its rows and says of its idea what that says itself, and the record is whole.
    pub(in crate::contract) async fn nothing_is_off(&self) {
        const OFF: &str = "SELECT COUNT(*) FROM tally t JOIN idea i ON i.id = t.idea_id WHERE t.status <> i.status \
            OR t.campaign_id <> i.campaign_id \
            OR t.listed <> (i.hidden_at IS NULL AND i.status NOT IN ('submitted', 'withdrawn', 'rejected'))";
        assert_eq!(self.number(OFF).await, 0, "a tally says something else of its idea");
        assert_eq!(self.stage.votes.audit().await.unwrap(), [], "a tally differs from its rows");
        assert!(self.record().await.is_ok(), "the record is broken: {:?}", self.record().await);
    }

    /// As whoever owns the database can: takes away what keeps entries of the record from being changed.
    pub(in crate::contract) async fn open_the_record(&self) {
        for trigger in ["audit_line_stays", "audit_stays"] {
            let on = if self.is_postgres() { " ON audit" } else { "" };
            self.run(&format!("DROP TRIGGER {trigger}{on}")).await;
        }
    }

    /// Walks along the record.
    pub(in crate::contract) async fn record(&self) -> Result<i64, folkmoot_moderation::Broken> {
        use folkmoot_moderation::Bench as _;
        let cases = folkmoot_storage::CaseBook::open(self.store.clone(), Arc::new(folkmoot_storage::MemoryLive::new()));
        let mut verifier = folkmoot_moderation::Verifier::default();
        for (entry, seal) in cases.record(0, 10_000).await.unwrap() {
            verifier.take(&entry, &seal)?;
        }
        let (seq, seal) = cases.record_end().await.unwrap();
        verifier.finish(seq, &seal)
    }
}

/// Acts that take something give a reason; answers to appeals give words.
pub(in crate::contract) fn verdict(act: Act) -> Verdict {
    let takes = act.kind().needs_reason() || act == Act::Overturn;
    let reason = takes.then(|| ReasonCode::parse("SPAM").unwrap());
    let answers = matches!(act, Act::Uphold | Act::Overturn);
    Verdict { note: answers.then(|| Note::required("note", "Looked at anew.").unwrap()), reason, act }
}

pub(in crate::contract) fn about(idea: &Idea) -> Subject {
    let place = Place { idea: Some(idea.id), number: Some(idea.number), ..Place::default() };
    Subject { target: Target::Idea(idea.id), place, title: idea.title.as_str().to_owned() }
}

pub(in crate::contract) fn under(idea: &Idea, comment: &Comment) -> Subject {
    let place = Place { comment: Some(comment.number), ..about(idea).place };
    Subject { target: Target::Comment(comment.id), place, ..about(idea) }
}

/// Stories in the room, on both databases.
macro_rules! in_the_room {
    ($($(#[$about:meta])* async fn $name:ident($room:ident: Room) $body:block)+) => {$(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn story($room: &Room) $body

            async fn on(kind: folkmoot_tests::database::Kind) {
                let room = Room::open(kind).await;
                Box::pin(story(&room)).await;
                room.nothing_is_off().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                on(folkmoot_tests::database::Kind::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                on(folkmoot_tests::database::Kind::Postgres).await;
            }
        }
    )+};
}
pub(in crate::contract) use in_the_room;
