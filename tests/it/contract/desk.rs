//! What the desk of votes promises while the database is slow: nobody is late for its sake, nobody holds it up alone, and
//! what is committed is heard of.

use std::time::Duration;

use folkmoot_common::StorageError;
use folkmoot_ideas::{Idea, PublishingMode, Submission, VotingRule};
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_votes::{CastError, Choice, Outcome};
use futures::StreamExt as _;
use futures::future::join_all;
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};

use super::stage::Stage;

/// A database whose tallies somebody else holds.
struct Slow {
    holder: DatabaseConnection,
    _database: OwnDatabase,
}

impl Slow {
    async fn town(kind: Kind) -> (Self, Stage) {
        let database = OwnDatabase::migrated(kind).await;
        let stage = Stage::over(&Store::open(database.url(), 8).await.unwrap());
        let mut options = sea_orm::ConnectOptions::new(database.url());
        options.max_connections(1).sqlx_logging(false);
        (Self { holder: Database::connect(options).await.unwrap(), _database: database }, stage)
    }

    async fn hold(&self) {
        self.holder.execute_unprepared("BEGIN").await.unwrap();
        self.holder.execute_unprepared("UPDATE tally SET version = version").await.unwrap();
    }

    async fn let_go(&self) {
        self.holder.execute_unprepared("ROLLBACK").await.unwrap();
    }
}

async fn a_vote_in_time_counts_however_long_it_waits(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let author = stage.citizen().await;
    let (first, second) = (stage.citizen().await, stage.citizen().await);
    let left = Duration::from_millis(1200);
    stage.campaign("quick", VotingRule::SupportAndOppose, PublishingMode::StraightAway, Some(left)).await;
    let Submission::Published(idea) = stage.submit(&author, "quick", "Plant a tree").await else {
        panic!("not public")
    };
    slow.hold().await;
    let votes = async {
        // The second waits at the desk while the first is being written.
        let (one, two) = tokio::join!(stage.votes.cast(&first, idea.id, Choice::Support), async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            stage.votes.cast(&second, idea.id, Choice::Oppose).await
        });
        (one.unwrap().outcome, two.unwrap().outcome)
    };
    let release = async {
        tokio::time::sleep(Duration::from_millis(1400)).await;
        slow.let_go().await;
    };
    let (outcomes, ()) = tokio::join!(votes, release);
    assert_eq!(outcomes, (Outcome::Counted, Outcome::Counted));
    assert_eq!(stage.votes.cast(&author, idea.id, Choice::Support).await.unwrap().outcome, Outcome::VotingClosed);
    assert_eq!(stage.votes.audit().await.unwrap(), []);
}

async fn one_person_has_only_so_many_ballots_waiting(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let (author, greedy, other) = (stage.citizen().await, stage.citizen().await, stage.citizen().await);
    let ideas: Vec<Idea> = join_all((0..68).map(|i| {
        let (stage, author) = (&stage, &author);
        async move { stage.idea(author, &format!("Bench number {i}")).await }
    }))
    .await;
    slow.hold().await;
    let casts = join_all(ideas.iter().map(|idea| stage.votes.cast(&greedy, idea.id, Choice::Support)));
    let another = stage.votes.cast(&other, ideas[0].id, Choice::Support);
    let release = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        slow.let_go().await;
    };
    let (casts, another, ()) = tokio::join!(casts, another, release);
    assert_eq!(another.unwrap().outcome, Outcome::Counted);
    let busy = |cast: &&Result<_, CastError>| matches!(cast, Err(CastError::Storage(StorageError::Busy)));
    assert_eq!(casts.iter().filter(busy).count(), 4, "{casts:?}");
    // Their places are free again.
    assert_eq!(stage.votes.cast(&greedy, ideas[67].id, Choice::Support).await.unwrap().outcome, Outcome::Counted);
    assert!(stage.votes.are_taken());
}

async fn a_vote_is_heard_of_though_its_asker_has_gone(kind: Kind) {
    let (slow, stage) = Slow::town(kind).await;
    let (author, voter) = (stage.citizen().await, stage.citizen().await);
    let idea = stage.idea(&author, "A quieter street").await;
    let mut heard = stage.votes.follow(&[idea.id]);
    let mut told = stage.comments.follow(idea.id);
    slow.hold().await;
    let gone =
        tokio::time::timeout(Duration::from_millis(200), stage.votes.cast(&voter, idea.id, Choice::Support)).await;
    assert!(gone.is_err(), "it was answered while the tally was held");
    slow.let_go().await;
    let next = tokio::time::timeout(Duration::from_secs(3), heard.next()).await.expect("it is announced").unwrap();
    assert_eq!(next.support, 1);

    slow.hold().await;
    let text = folkmoot_comments::CommentText::parse("I left too early", None).unwrap();
    let gone = tokio::time::timeout(Duration::from_millis(200), stage.comments.post(&voter, idea.id, None, text)).await;
    assert!(gone.is_err(), "it was answered while the tally was held");
    slow.let_go().await;
    tokio::time::timeout(Duration::from_secs(3), told.next()).await.expect("it is announced").unwrap();
}

on_both!(
    a_vote_in_time_counts_however_long_it_waits,
    one_person_has_only_so_many_ballots_waiting,
    a_vote_is_heard_of_though_its_asker_has_gone
);
