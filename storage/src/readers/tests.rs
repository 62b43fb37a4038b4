//! Connections that go round: nobody is given one that somebody else left in the middle of something.

use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DbBackend, DbErr, QueryResult, Statement};
use tokio::time::timeout;

use super::{Readers, Round};

/// Counts for longer than anybody here waits.
const SLOW: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT COUNT(*) AS n FROM n";

async fn readers(most: u32) -> Readers {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(most + 1).sqlx_logging(false).test_before_acquire(false);
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
        Round::Sqlite(ring) => super::lock(&ring.free).len(),
        Round::Postgres(ring) => super::lock(&ring.free).len(),
    }
}

#[tokio::test]
async fn one_reader_after_the_other_has_the_same_connection() {
    let readers = readers(3).await;
    // Each connection has a memory of its own: who finds the table has the one that made it.
    readers.execute_raw(said("CREATE TABLE seen (n INTEGER)")).await.unwrap();
    for _ in 0..20 {
        readers.execute_raw(said("INSERT INTO seen VALUES (1)")).await.unwrap();
    }
    assert_eq!(one(&readers, "SELECT COUNT(*) AS n FROM seen").await.unwrap(), Some(20));
    assert_eq!(one(&readers, "SELECT n FROM seen WHERE n = 2").await.unwrap(), None);
    assert_eq!(free(&readers), 1);
}

#[tokio::test]
async fn who_goes_away_in_the_middle_takes_the_connection_along() {
    let readers = readers(2).await;
    for _ in 0..3 {
        timeout(Duration::from_millis(20), one(&readers, SLOW)).await.expect_err("it counts for longer");
        assert_eq!(free(&readers), 0);
        assert_eq!(one(&readers, "SELECT 7 AS n").await.unwrap(), Some(7));
    }
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
