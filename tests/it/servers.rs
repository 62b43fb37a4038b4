//! Servers that would lose votes are refused at the start, in one line that says what to do. Each test starts a
//! PostgreSQL of its own, set up wrongly.

use folkmoot::{Config, Site};
use folkmoot_common::Sources;
use folkmoot_storage::Store;
use folkmoot_tests::services::Postgres;
use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};

/// A site in this database; its key is of no use to anybody.
fn config(url: &str, folder: &tempfile::TempDir) -> Config {
    let mut config = Config::embedded().unwrap();
    config.database.url = url.into();
    config.secrets.key_file = folder.path().join("key");
    std::fs::write(folder.path().join("key"), format!("{}=\n", "A".repeat(43))).unwrap();
    config
}

/// What a program that is started, or told to migrate, says of a server that is set up like this. It writes nothing there.
async fn refusal(setting: &str, value: &str) -> String {
    let server = Postgres::start_with(&[(setting, value)]).unwrap();
    let url = format!("{}postgres", server.url());
    let folder = tempfile::tempdir().unwrap();
    let opened = Site::open(config(&url, &folder), Sources::system()).await;
    let start = opened.err().expect("it should not start").to_string();
    let migrate = Site::migrate(&config(&url, &folder)).await.expect_err("it should not be migrated").to_string();
    assert_eq!(start, migrate);
    let tables = Database::connect(&url).await.unwrap();
    let count = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'";
    let row = tables.query_one_raw(Statement::from_string(DbBackend::Postgres, count)).await.unwrap().unwrap();
    assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 0, "nothing was written there");
    assert_eq!(Store::open(&url, 2).await.expect_err("it should be refused").to_string(), start);
    start
}

#[tokio::test]
async fn a_server_that_commits_later_is_refused() {
    assert_eq!(
        refusal("synchronous_commit", "off").await,
        "PostgreSQL runs with synchronous_commit = off: votes could be lost. Set it to on and start again"
    );
}

#[tokio::test]
async fn a_server_that_does_not_wait_for_its_disk_is_refused() {
    assert_eq!(
        refusal("fsync", "off").await,
        "PostgreSQL runs with fsync = off: votes could be lost. Set it to on and start again"
    );
}

#[tokio::test]
async fn a_server_that_waits_for_its_own_disk_is_taken() {
    let server = Postgres::start_with(&[("synchronous_commit", "local")]).unwrap();
    Store::open(&format!("{}postgres", server.url()), 2).await.unwrap().ping().await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_in_one_line() {
    let mut server = Postgres::start().unwrap();
    server.kill();
    let line = Store::open(&format!("{}postgres", server.url()), 2).await.expect_err("nobody answers").to_string();
    assert!(line.starts_with("the database can't be opened: "), "{line}");
    assert_eq!(line.lines().count(), 1, "{line}");
}
