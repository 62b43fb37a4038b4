//! Lines to PostgreSQL that lead nowhere any more: nothing says so, or it is said when the work is done already. The desk of votes
//! goes on, whoever listens learns what moved, and what comes late out of such a line comes to nothing.

use std::time::{Duration, Instant};

use folkmoot_common::{Retries as _, StorageError, Viewer};
use folkmoot_ideas::Idea;
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_votes::{CastError, Choice, Outcome, Receipt};
use futures::StreamExt as _;
use futures::future::join_all;
use tokio::io::{copy, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::retries::retry;
use super::stage::Stage;
use crate::door;

/// How lines end that are open. Whoever comes later has a good one.
#[derive(Clone, Copy)]
enum End {
    Never,
    /// Nothing goes through any more, and nobody is told.
    Silence,
    /// The same, until the way is good again: what was asked meanwhile comes late.
    SilenceFor(Duration),
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
        // What is sent after the end was told must not slip through on a machine that is slow to tell.
        biased;
        _told = end.changed() => *end.borrow(),
        _left = copy_bidirectional(&mut client, &mut server) => return,
    };
    match told {
        End::Never => {}
        End::Silence => std::future::pending().await,
        End::SilenceFor(long) => {
            tokio::time::sleep(long).await;
            let _left = copy_bidirectional(&mut client, &mut server).await;
        }
        End::AtTheAnswer => {
            let ((mut asked, _), (answers, mut there)) = (client.split(), server.split());
            tokio::select! {
                _left = copy(&mut asked, &mut there) => {}
                _answered = answers.readable() => {}
            }
        }
    }
}

async fn town() -> (Way, Stage, Store, OwnDatabase) {
    let database = OwnDatabase::migrated(Kind::Postgres).await;
    let way = Way::to(database.url());
    let store = Store::open(&way.url, 8).await.unwrap();
    (way, Stage::over(&store), store, database)
}

/// How long a vote may take that is asked for on a line which leads nowhere.
const GIVEN_UP: Duration = Duration::from_secs(12);

/// Without a key, or under this one.
async fn vote(
    (stage, store): (&Stage, &Store),
    (voter, idea): (&Viewer, &Idea),
    choice: Choice,
    key: Option<&str>,
) -> Result<Receipt, CastError> {
    let mut cast = None;
    let work = Box::pin(async { cast = Some(stage.votes.cast(voter, idea.id, choice).await) });
    match key {
        Some(key) => drop(store.carry(&retry(voter.person(), key, "a vote"), work).await),
        None => work.await,
    }
    cast.expect("it was cast")
}

/// Whether nobody knows what came of it.
fn is_unknown(cast: &Result<Receipt, CastError>) -> bool {
    matches!(cast, Err(CastError::Storage(StorageError::Unavailable(_))))
}

/// Two who vote one after the other, each under this key: the first when all lines fall silent.
async fn silence([first, second]: [Option<&str>; 2]) {
    let (way, stage, store, _database) = town().await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    // Both lines of the desk are open and lie ready: the one that goes round first, or it would be taken for the other too.
    for key in [None, Some("used")] {
        let _ = vote((&stage, &store), (&author, &idea), Choice::Support, key).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    way.end.send_replace(End::Silence);
    let since = Instant::now();
    let cast = vote((&stage, &store), (&voter, &idea), Choice::Support, first).await;
    assert!(is_unknown(&cast), "{cast:?}");
    assert!(since.elapsed() < GIVEN_UP, "{:?}", since.elapsed());
    // The next has a new line.
    let since = Instant::now();
    let cast = vote((&stage, &store), (&voter, &idea), Choice::Support, second).await;
    assert!(cast.is_ok(), "{cast:?}");
    assert!(since.elapsed() < Duration::from_secs(6), "{:?}", since.elapsed());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_falls_silent_stops_no_desk() {
    let keys = [[None, None], [Some("one"), Some("two")], [Some("one"), None], [None, Some("two")]];
    join_all(keys.map(silence)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_that_was_given_up_undoes_no_later_one() {
    let (way, stage, _store, _database) = town().await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    // A line that has learnt the desk's words is asked once for a vote.
    let _ = stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap();
    let long = GIVEN_UP + Duration::from_secs(3);
    let since = Instant::now();
    way.end.send_replace(End::SilenceFor(long));
    let cast = stage.votes.cast(&voter, idea.id, Choice::Support).await;
    assert!(is_unknown(&cast), "{cast:?}");
    let _ = stage.votes.cast(&voter, idea.id, Choice::Oppose).await.unwrap();
    assert!(since.elapsed() < long, "the way is good already");
    tokio::time::sleep(long + Duration::from_secs(1) - since.elapsed()).await;
    let again = stage.votes.cast(&voter, idea.id, Choice::Oppose).await.unwrap();
    assert_eq!(again.outcome, Outcome::AlreadyCounted, "what was given up came late, and undid it: {again:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_moved_while_a_line_was_cut_is_heard_of() {
    let (way, stage, _store, _database) = town().await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    // A line that has learnt the desk's words is asked once for a vote.
    let _ = stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap();
    let mut heard = stage.votes.follow(&[idea.id]);
    way.end.send_replace(End::AtTheAnswer);
    let cast = stage.votes.cast(&voter, idea.id, Choice::Support).await;
    assert!(is_unknown(&cast), "{cast:?}");
    let told = tokio::time::timeout(Duration::from_secs(10), heard.next()).await.expect("it is announced").unwrap();
    assert_eq!(told.support, 2);
}
