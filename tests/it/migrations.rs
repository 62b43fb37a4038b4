//! The schema's history: programs that start at once don't race, and every step back undoes its step forward.

use std::thread;

use folkmoot::Site;
use folkmoot_common::Sources;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_tests::world::{House, World};
use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};

/// Everything that a database holds besides rows, one line each, in order.
async fn listing(url: &str) -> Vec<String> {
    let connection = Database::connect(url).await.unwrap();
    let backend = connection.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => {
            // SQLite makes its own counter table at the first AUTOINCREMENT, and never drops it.
            "SELECT type || ' ' || name || ': ' || coalesce(sql, '') AS line FROM sqlite_master \
             WHERE name <> 'sqlite_sequence' ORDER BY line"
        }
        _ => include_str!("migrations/listing.sql"),
    };
    let rows = connection.query_all_raw(Statement::from_string(backend, question)).await.unwrap();
    let lines = rows.iter().map(|row| row.try_get("", "line").unwrap()).collect();
    connection.close().await.unwrap();
    lines
}

/// Four programs at once, each with a runtime of its own: the lock on SQLite blocks the thread that waits for it.
async fn four_at_once(kind: Kind) {
    let database = OwnDatabase::empty(kind).await;
    let programs: Vec<_> = (0..4)
        .map(|_| {
            let url = database.url().to_owned();
            thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(folkmoot_migrations::up(&url)).map_err(|why| why.to_string())
            })
        })
        .collect();
    let mut applied: Vec<usize> =
        programs.into_iter().map(|program| program.join().unwrap().expect("every program starts")).collect();
    applied.sort_unstable();
    let steps = folkmoot_migrations::status(database.url()).await.unwrap();
    assert!(steps.iter().all(|step| step.applied), "{steps:?}");
    assert_eq!(applied, [0, 0, 0, steps.len()], "one program does it all, the others find it done");
}

#[tokio::test]
async fn four_programs_at_once_all_start_on_sqlite() {
    four_at_once(Kind::Sqlite).await;
}

#[tokio::test]
async fn four_programs_at_once_all_start_on_postgres() {
    four_at_once(Kind::Postgres).await;
}

/// Down one step at a time, comparing each landing with the listing on the way up.
async fn there_and_back(kind: Kind) {
    let database = OwnDatabase::empty(kind).await;
    let url = database.url();
    folkmoot_migrations::up(url).await.unwrap();
    let steps = folkmoot_migrations::status(url).await.unwrap().len();
    let full = listing(url).await;
    assert!(full.len() > 6 * steps, "the listing shows too little to compare: {full:#?}");

    folkmoot_migrations::down(url, u32::try_from(steps).unwrap()).await.unwrap();
    let left: Vec<String> = listing(url).await.into_iter().filter(|line| !line.contains("seaql_migrations")).collect();
    assert_eq!(left, Vec::<String>::new(), "all steps back leave nothing");

    folkmoot_migrations::up(url).await.unwrap();
    assert_eq!(listing(url).await, full, "forwards again is the same");

    for back in 1..=steps {
        folkmoot_migrations::down(url, u32::try_from(back).unwrap()).await.unwrap();
        folkmoot_migrations::up(url).await.unwrap();
        assert_eq!(listing(url).await, full, "{back} back and forwards again is the same");
    }
}

#[tokio::test]
async fn back_and_forwards_again_is_the_same_on_sqlite() {
    there_and_back(Kind::Sqlite).await;
}

#[tokio::test]
async fn back_and_forwards_again_is_the_same_on_postgres() {
    there_and_back(Kind::Postgres).await;
}

/// Something in the way of the third migration's second table: it fails half way.
async fn half_way(kind: Kind) {
    let database = OwnDatabase::empty(kind).await;
    let connection = Database::connect(database.url()).await.unwrap();
    connection.execute_unprepared("CREATE TABLE vote_event (id INTEGER)").await.unwrap();
    assert!(folkmoot_migrations::up(database.url()).await.is_err(), "the table was not in the way");
    let left = listing(database.url()).await;
    assert!(!left.iter().any(|line| line.contains("vote.") || line.contains("table vote:")), "half is left: {left:#?}");

    connection.execute_unprepared("DROP TABLE vote_event").await.unwrap();
    connection.close().await.unwrap();
    folkmoot_migrations::up(database.url()).await.expect("it goes on from where it was");
}

#[tokio::test]
async fn a_migration_that_fails_half_way_leaves_nothing_on_sqlite() {
    half_way(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_migration_that_fails_half_way_leaves_nothing_on_postgres() {
    half_way(Kind::Postgres).await;
}

const NEWER: &str = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_dreams', 0)";

/// A newer program has been at the database of a running one: every door says so in the same words, and nothing changes.
async fn newer(house: House) {
    let world = World::start(house).await;
    let url = world.database_url();
    let connection = Database::connect(url).await.unwrap();
    connection.execute_unprepared(NEWER).await.unwrap();
    let before = listing(url).await;
    let words = "this database was made by a newer folkmoot: run that one";
    assert_eq!(folkmoot_migrations::status(url).await.unwrap_err().to_string(), words);
    assert_eq!(folkmoot_migrations::up(url).await.unwrap_err().to_string(), words);
    assert_eq!(folkmoot_migrations::down(url, 1).await.unwrap_err().to_string(), words);
    let config = world.site().config.clone();
    assert_eq!(Site::open(config, Sources::system()).await.err().unwrap().to_string(), words);
    assert_eq!(listing(url).await, before);

    let ready = world.visitor().peek("/health/ready").await;
    assert_eq!(ready.status.as_u16(), 503);
    let told: serde_json::Value = serde_json::from_str(&ready.html).unwrap();
    assert_eq!((told["database"].as_str(), told["schema"].as_str()), (Some("ok"), Some("ahead")), "{told}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_database_is_left_alone_on_sqlite() {
    newer(House::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_database_is_left_alone_on_postgres() {
    newer(House::Postgres).await;
}
