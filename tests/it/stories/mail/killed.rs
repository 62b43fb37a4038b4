//! A node that is killed between the commit of its news and the last of their letters: a real program, again and again; one
//! of two on PostgreSQL, and the only one on SQLite.
//!
//! Nothing is lost, and nobody reads the second piece of news before the first. A letter comes twice only where SMTP can't
//! help it: the mail server took it, and the node died before it noted that. Those are at most as many as the node has lines
//! open, and both have one Message-ID, by which a mailbox knows them for the same.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use folkmoot::{Config, Site};
use folkmoot_common::{Roles, Sources, Viewer};
use folkmoot_ideas::{Campaign, IdeaText, Slug, Submission};
use folkmoot_people::Email;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_tests::services::{Program, Setup, built};
use folkmoot_tests::smtp::{Received, Sink, Taste};
use sea_orm::{ConnectionTrait as _, Database};
use tokio::time::{Instant, sleep};

use super::{PATIENCE, announce_at, gather};

/// Who follows the idea, besides its author.
const CROWD: u128 = 240;
/// How often a node is killed.
const KILLS: usize = 3;
/// Lines that a node has open to the mail server at once: `mail.lines` in the settings.
const LANES: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_killed_node_loses_no_letter_and_keeps_the_order() {
    Box::pin(no_letter_is_lost(Kind::Postgres, 2)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_only_node_loses_no_letter_when_killed_and_keeps_the_order() {
    Box::pin(no_letter_is_lost(Kind::Sqlite, 1)).await;
}

/// On this database, with so many nodes.
async fn no_letter_is_lost(kind: Kind, count: usize) {
    let database = OwnDatabase::migrated(kind).await;
    let folder = tempfile::tempdir().unwrap();
    let sink = Sink::open_with(Taste { rest: Duration::from_millis(25), ..Taste::default() }).await;
    let setup = Setup::new(&built("folkmoot").unwrap(), folder.path(), database.url()).unwrap();
    let setup = setup.with("SMTP_URL", sink.url()).with("FOLKMOOT_DATABASE_CONNECTIONS", "6");
    // The idea and its news are written by a site that sends nothing itself.
    let mut config = Config::embedded().unwrap();
    config.database.url = database.url().into();
    config.secrets.key_file = folder.path().join("key");
    let site = Site::open(config, Sources::system()).await.unwrap();
    let number = post(&site, database.url()).await;
    announce_at(&site, "http://127.0.0.1", number, "First").await;
    announce_at(&site, "http://127.0.0.1", number, "Second").await;

    let serve = || (0..count).map(|_| setup.serve().unwrap()).collect::<Vec<Program>>();
    let mut nodes = tokio::task::block_in_place(serve);
    for turn in 0..KILLS {
        // In the middle of it: some have left since the last time.
        let seen = sink.letters().len();
        until(|| sink.letters().len() > seen + 20, "letters leave").await;
        let node = &mut nodes[turn % count];
        tokio::task::block_in_place(|| node.kill());
        // Whatever it had taken it took before this.
        let at = site.sources.now().micros();
        tokio::task::block_in_place(|| node.start_again()).unwrap();
        time_passes(database.url(), at).await;
    }
    let everybody = usize::try_from(CROWD).unwrap() + 1;
    until(
        || told(&sink.letters(), "First").len() == everybody && told(&sink.letters(), "Second").len() == everybody,
        "all are told",
    )
    .await;
    drop(nodes);
    nothing_is_doubled_but_what_must(&sink.letters());
}

/// An idea that a crowd follows; gives its number.
async fn post(site: &Site, database: &str) -> i64 {
    let email = Email::parse("ana@example.org").unwrap();
    let person = site.people.add_person(email, Roles::default(), None).await.unwrap();
    let author = Viewer::Person { id: person.id, roles: person.roles };
    let text = IdeaText::parse("A bench at the harbour", "To rest.", "en").unwrap();
    let posted = site.ideas.submit(&author, &Slug::parse(Campaign::STANDING).unwrap(), text).await.unwrap();
    let Submission::Published(idea) = posted else { panic!("it isn't public: {posted:?}") };
    gather(database, idea.id, CROWD).await;
    idea.number
}

/// What a dead node had taken in hand is free again after five minutes: here as soon as it serves again, and another node
/// has sent what it had taken by then.
async fn time_passes(database: &str, killed_at: i64) {
    let raw = Database::connect(database).await.unwrap();
    let held = format!("state = 'waiting' AND due_at > {killed_at} AND due_at <= {killed_at} + 300000000");
    raw.execute_unprepared(&format!("UPDATE outbox SET due_at = due_at - 300000000 WHERE {held}")).await.unwrap();
    raw.close().await.unwrap();
}

async fn until(mut so: impl FnMut() -> bool, what: &str) {
    let since = Instant::now();
    while !so() {
        assert!(since.elapsed() < PATIENCE * 2, "{what}: not within {:?}", since.elapsed());
        sleep(Duration::from_millis(20)).await;
    }
}

/// Who got this news.
fn told(letters: &[Received], news: &str) -> HashSet<String> {
    let about = letters.iter().filter(|letter| letter.header("Subject").is_some_and(|said| said.starts_with(news)));
    about.map(|letter| letter.to.clone()).collect()
}

fn nothing_is_doubled_but_what_must(letters: &[Received]) {
    let mut first_seen: HashMap<(&str, &str), (usize, &str)> = HashMap::new();
    let mut twice = 0;
    for (place, letter) in letters.iter().enumerate() {
        let (subject, id) = (letter.header("Subject").unwrap(), letter.header("Message-ID").unwrap());
        match first_seen.get(&(letter.to.as_str(), subject)) {
            None => {
                first_seen.insert((&letter.to, subject), (place, id));
            }
            Some((_, before)) => {
                assert_eq!(*before, id, "twice to {} under two names", letter.to);
                twice += 1;
            }
        }
    }
    assert!(twice <= KILLS * LANES, "{twice} letters came twice");
    for ((to, subject), (place, _)) in &first_seen {
        let Some(news) = subject.strip_prefix("First") else { continue };
        let (second, _) = first_seen[&(*to, format!("Second{news}").as_str())];
        assert!(*place < second, "{to} read the second before the first");
    }
}
