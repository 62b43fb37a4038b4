//! Lines to PostgreSQL that lead nowhere any more: nothing says so, or it is said when the work is done already. The desk of votes
//! goes on, and whoever listens learns what moved.

use std::time::{Duration, Instant};

use folkmoot_common::StorageError;
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_votes::{CastError, Choice};
use futures::StreamExt as _;
use tokio::io::{copy, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::stage::Stage;
use crate::door;

/// How lines end that are open. Whoever comes later has a good one.
#[derive(Clone, Copy)]
enum End {
    Never,
    /// Nothing goes through any more, and nobody is told.
    Silence,
    /// What is asked goes through; where the answer comes, the line is cut.
    AtTheAnswer,
}

/// A way to a database, whose lines can be ended.
struct Way {
    url: String,
    end: watch::Sender<End>,
}

impl Way {
    fn to(database: &str) -> Self {
        let end = watch::Sender::new(End::Never);
        let ends = end.clone();
        Self { url: door::open(database, move |client, server| pass(client, server, ends.subscribe())), end }
    }
}

async fn pass(mut client: TcpStream, mut server: TcpStream, mut end: watch::Receiver<End>) {
    let told = tokio::select! {
        _left = copy_bidirectional(&mut client, &mut server) => return,
        _told = end.changed() => *end.borrow(),
    };
    match told {
        End::Never => {}
        End::Silence => std::future::pending().await,
        End::AtTheAnswer => {
            let ((mut asked, _), (answers, mut there)) = (client.split(), server.split());
            tokio::select! {
                _left = copy(&mut asked, &mut there) => {}
                _answered = answers.readable() => {}
            }
        }
    }
}

async fn town() -> (Way, Stage, OwnDatabase) {
    let database = OwnDatabase::migrated(Kind::Postgres).await;
    let way = Way::to(database.url());
    let stage = Stage::over(&Store::open(&way.url, 8).await.unwrap());
    (way, stage, database)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_falls_silent_stops_no_desk() {
    let (way, stage, _database) = town().await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    way.end.send_replace(End::Silence);
    let since = Instant::now();
    let cast = stage.votes.cast(&voter, idea.id, Choice::Support).await;
    assert!(matches!(cast, Err(CastError::Storage(StorageError::Unavailable(_)))), "{cast:?}");
    assert!(since.elapsed() < Duration::from_secs(15), "{:?}", since.elapsed());
    // The dead line's place is free in a moment.
    while stage.votes.cast(&voter, idea.id, Choice::Support).await.is_err() {
        assert!(since.elapsed() < Duration::from_secs(30), "no new line");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_moved_while_a_line_was_cut_is_heard_of() {
    let (way, stage, _database) = town().await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    // A line that has learnt the desk's words is asked once for a vote.
    let _ = stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap();
    let mut heard = stage.votes.follow(&[idea.id]);
    way.end.send_replace(End::AtTheAnswer);
    let cast = stage.votes.cast(&voter, idea.id, Choice::Support).await;
    assert!(matches!(cast, Err(CastError::Storage(StorageError::Unavailable(_)))), "{cast:?}");
    let told = tokio::time::timeout(Duration::from_secs(10), heard.next()).await.expect("it is announced").unwrap();
    assert_eq!(told.support, 2);
}
