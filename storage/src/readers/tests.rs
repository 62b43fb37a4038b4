//! Connections that go round: nobody is given one that somebody else left in the middle of something.

use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DbBackend, DbErr, QueryResult, Statement};
use tokio::time::timeout;

use super::{Readers, Round};
use crate::store::PATIENCE;

/// Counts for longer than anybody here waits.
const SLOW: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT COUNT(*) AS n FROM n";

async fn readers(most: u32) -> Readers {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(most + 1).acquire_timeout(PATIENCE).sqlx_logging(false).test_before_acquire(false);
    Readers::of(Database::connect(options).await.unwrap(), most)
}

fn said(words: &str) -> Statement {
    Statement::from_string(DbBackend::Sqlite, words)
}

async fn one(readers: &Readers, words: &str) -> Result<Option<i32>, DbErr> {
    let row: Option<QueryResult> = readers.query_one_raw(said(words)).await?;
    row.map(|row| row.try_get("", "n")).transpose()
}

/// How many connections lie ready.
fn free(readers: &Readers) -> usize {
    match &readers.round {
        Round::Sqlite(ring) => ring.ready(),
        Round::Postgres(ring) => ring.ready(),
    }
}

#[tokio::test]
async fn one_reader_after_the_other_has_the_same_connection() {
    let readers = readers(3).await;
    // Each connection has a database of its own here: who finds the number has the one that it was told to.
    readers.query_all_raw(said("PRAGMA user_version = 20")).await.unwrap();
    for _ in 0..20 {
        assert_eq!(one(&readers, "SELECT user_version AS n FROM pragma_user_version").await.unwrap(), Some(20));
    }
    assert_eq!(one(&readers, "SELECT 1 AS n WHERE 1 = 2").await.unwrap(), None);
    assert_eq!(free(&readers), 1);
}

#[tokio::test]
async fn who_goes_away_in_the_middle_keeps_nobody_from_reading() {
    let readers = readers(2).await;
    for _ in 0..4 {
        timeout(Duration::from_millis(20), one(&readers, SLOW)).await.expect_err("it counts for longer");
        assert_eq!(free(&readers), 0);
    }
    // Both places are theirs until the pool has their connections; nobody waits beside a connection that is free.
    assert_eq!(one(&readers, "SELECT 7 AS n").await.unwrap(), Some(7));
    assert_eq!(free(&readers), 1);
}

#[tokio::test]
async fn nothing_is_written_here() {
    let readers = readers(1).await;
    readers.execute_raw(said("CREATE TABLE t (n INTEGER)")).await.unwrap_err();
    readers.execute_unprepared("CREATE TABLE t (n INTEGER)").await.unwrap_err();
}

#[tokio::test]
async fn what_went_wrong_is_told_and_the_next_reads_on() {
    let readers = readers(1).await;
    let why = one(&readers, "SELECT n FROM nowhere").await.unwrap_err();
    assert!(matches!(why, DbErr::Query(_)), "{why}");
    assert_eq!(free(&readers), 0);
    assert_eq!(one(&readers, "SELECT 8 AS n").await.unwrap(), Some(8));
}

#[tokio::test]
async fn who_finds_no_place_is_told_so_in_time() {
    let readers = readers(1).await;
    let Round::Sqlite(ring) = &readers.round else { panic!("SQLite") };
    let taken = ring.take().await.unwrap();
    let why = one(&readers, "SELECT 9 AS n").await.unwrap_err();
    assert!(matches!(why, DbErr::ConnectionAcquire(_)), "{why}");
    taken.give_back();
    assert_eq!(one(&readers, "SELECT 9 AS n").await.unwrap(), Some(9));
}
