//! What the megaphone promises: listeners on every node see the newest tally within a second, at most two a second, and
//! never one that goes back; Redis may be emptied, frozen or killed at any moment.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Id as _, Live, Tally};
use folkmoot_storage::{MemoryLive, RedisAddress, RedisLive, Store, VoteLedger};
use folkmoot_tests::database::{Kind, OwnDatabase};
use folkmoot_tests::services::Redis;
use folkmoot_votes::{Choice, Votes};
use futures::StreamExt as _;
use tokio::time::{Instant, timeout};

use super::stage::Stage;

#[tokio::test]
async fn a_listener_gets_two_changes_a_second_and_the_last_one() {
    let live = MemoryLive::new();
    let idea = folkmoot_common::Id::mint(folkmoot_common::Timestamp::from_micros(1), [1; 10]);
    let mut heard = live.tallies(&[idea]);
    let began = Instant::now();
    let shout = async {
        for version in 1..=150 {
            live.announce(Tally { support: version, version, ..Tally::none(idea) }).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let hear = async {
        let mut versions = Vec::new();
        while versions.last() != Some(&150) {
            versions.push(timeout(Duration::from_secs(5), heard.next()).await.unwrap().unwrap().version);
        }
        versions
    };
    let ((), versions) = tokio::join!(shout, hear);
    assert!(versions.is_sorted());
    let most = usize::try_from(began.elapsed().as_millis() / 500).unwrap() + 2;
    assert!(versions.len() <= most, "{} changes in {:?}", versions.len(), began.elapsed());
    live.announce(Tally { version: 3, ..Tally::none(idea) }).await;
    assert!(timeout(Duration::from_millis(700), heard.next()).await.is_err(), "an older tally is never told");
}

/// Two nodes of one council, with votes on the first and a listener on the second.
struct Town {
    stage: Stage,
    idea: folkmoot_ideas::Idea,
    votes: Votes,
    other: RedisLive,
    _database: OwnDatabase,
}

impl Town {
    async fn with(redis: &Redis) -> Self {
        let database = OwnDatabase::migrated(Kind::Postgres).await;
        let store = Store::open(database.url(), 8).await.unwrap();
        let node = |name: &str| {
            let address = RedisAddress { url: redis.url(), prefix: "town".to_owned(), node: name.to_owned() };
            RedisLive::open(&address, store.clone()).unwrap()
        };
        let stage = Stage::over(&store);
        let author = stage.citizen().await;
        let idea = stage.idea(&author, "A square with trees").await;
        let one = Arc::new(node("one"));
        let votes = Votes::new(Arc::new(VoteLedger::open(store.clone(), one.clone())), one);
        Self { stage, idea, votes, other: node("two"), _database: database }
    }

    async fn one_more_vote(&self) -> i64 {
        let voter = self.stage.citizen().await;
        self.votes.cast(&voter, self.idea.id, Choice::Support).await.unwrap().tally.support
    }

    /// How long until the other node's listener hears of this many.
    async fn until_heard(&self, heard: &mut folkmoot_common::TallyStream, support: i64, most: Duration) -> Duration {
        let began = Instant::now();
        let wait = async { while heard.next().await.unwrap().support != support {} };
        timeout(most, wait).await.unwrap_or_else(|_| panic!("{support} votes were not heard of within {most:?}"));
        began.elapsed()
    }
}

/// Emptied while every line lives on: no error tells anybody, and what it held is there again all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_emptied_redis_is_right_again_within_five_seconds() {
    let redis = Redis::start().expect("a Redis of our own");
    let town = Town::with(&redis).await;
    let mut heard = town.other.tallies(&[town.idea.id]);
    tokio::time::sleep(Duration::from_millis(800)).await;
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(1)).await;
    let key = format!("town:tally:{}", town.idea.id.uuid());
    assert!(redis.has(&key), "the tally is kept under another name");

    redis.flush();
    assert!(!redis.has(&key), "it forgot nothing");
    let again = async {
        while !redis.has(&key) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(5), again).await.expect("nobody told Redis again, although nobody voted");

    redis.flush();
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(5)).await;
    assert!(redis.has(&key), "the vote was heard of and is not kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_hear_each_other_and_redis_may_forget_freeze_or_die() {
    let mut redis = Redis::start().expect("a Redis of our own");
    let town = Town::with(&redis).await;
    let mut heard = town.other.tallies(&[town.idea.id]);
    tokio::time::sleep(Duration::from_millis(800)).await;

    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(1)).await;

    redis.kill();
    redis.start_again().expect("Redis again, and empty");
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(5)).await;

    redis.freeze();
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(6)).await;
    redis.thaw();
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(5)).await;

    redis.kill();
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(6)).await;
    redis.start_again().expect("Redis again");
    let support = town.one_more_vote().await;
    town.until_heard(&mut heard, support, Duration::from_secs(5)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_subscription_a_node_however_many_listen() {
    let redis = Redis::start().expect("a Redis of our own");
    let town = Town::with(&redis).await;
    let mut listeners: Vec<_> = (0..500).map(|_| town.other.tallies(&[town.idea.id])).collect();
    let comments: Vec<_> = (0..500).map(|_| town.other.comments(town.idea.id)).collect();
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!((redis.listeners("town:live"), redis.channels()), (2, 1), "two nodes, and one channel");

    let support = town.one_more_vote().await;
    for heard in &mut listeners {
        town.until_heard(heard, support, Duration::from_secs(5)).await;
    }
    drop((listeners, comments));
    assert_eq!((redis.listeners("town:live"), redis.channels()), (2, 1), "a node listens for its next reader");
}
