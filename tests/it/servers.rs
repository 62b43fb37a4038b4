//! Servers that would lose votes are refused at the start, in one line that says what to do. Each test starts a
//! PostgreSQL of its own, set up wrongly.

use folkmoot_storage::Store;
use folkmoot_tests::services::Postgres;

async fn refusal(setting: &str, value: &str) -> String {
    let server = Postgres::start_with(&[(setting, value)]).unwrap();
    let url = format!("{}postgres", server.url());
    Store::open(&url, 2).await.expect_err("it should be refused").to_string()
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
