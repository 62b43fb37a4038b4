//! The checkers find what is wrong, and nothing else: histories by hand, of one person on one idea; and two transactions that
//! wait for each other.

use std::time::Instant;

use sea_orm::{ConnectionTrait as _, Database, DatabaseTransaction, TransactionTrait as _};

use super::{Row, counted, judged};
use crate::faults::history::{Choice, Got, History, Sent};
use crate::services::Postgres;

/// Nothing wrong.
const CLEAN: (bool, bool) = (false, false);
const LOST: (bool, bool) = (true, false);
const DOUBLED: (bool, bool) = (false, true);

fn sent(choice: Choice, tries: usize, got: Got) -> Sent {
    let now = Instant::now();
    Sent { person: 0, idea: 0, choice, node: 0, retry_key: (tries > 1).then_some(2), tries, got, sent: now, known: now }
}

/// What is found where the vote is this now, after so many changes.
fn found(history: &[Sent], choice: Choice, changes: i64) -> (bool, bool) {
    judged(history, Some(&Row { choice: choice.number(), rows: 1, changes }))
}

#[test]
fn what_is_acknowledged_is_there_once() {
    let history = [sent(Choice::Support, 1, Got::Changed), sent(Choice::Support, 1, Got::Same)];
    assert_eq!(found(&history, Choice::Support, 1), CLEAN);
    assert_eq!(judged(&history, None), LOST);
    assert_eq!(found(&history, Choice::Oppose, 1), LOST);
    assert_eq!(found(&history, Choice::Support, 2), DOUBLED);
    assert_eq!(judged(&history, Some(&Row { choice: 1, rows: 2, changes: 1 })), DOUBLED);
    assert_eq!(judged(&[], None), CLEAN);
}

#[test]
fn what_was_sent_again_and_answered_is_one_vote() {
    let history = [sent(Choice::Support, 1, Got::Changed), sent(Choice::Oppose, 3, Got::Changed)];
    assert_eq!(found(&history, Choice::Oppose, 2), CLEAN);
    // The first of the three came late, after the next vote, and counted all the same.
    assert_eq!(found(&history, Choice::Oppose, 3), DOUBLED);
    assert_eq!(found(&history, Choice::Support, 2), LOST);
    // It counted, and when it was sent again it was done anew: «it was so already».
    assert_eq!(found(&[sent(Choice::Support, 2, Got::Same)], Choice::Support, 1), DOUBLED);
}

#[test]
fn what_was_done_with_its_answer_lost_stands_and_moved_at_most_once() {
    let history = [sent(Choice::Support, 1, Got::Changed), sent(Choice::Oppose, 2, Got::Done)];
    assert_eq!(found(&history, Choice::Oppose, 2), CLEAN);
    assert_eq!(found(&history, Choice::Support, 1), LOST);
    assert_eq!(found(&history, Choice::Oppose, 3), DOUBLED);
    let twice = [sent(Choice::Support, 1, Got::Changed), sent(Choice::Support, 2, Got::Done)];
    assert_eq!(found(&twice, Choice::Support, 1), CLEAN);
}

#[test]
fn what_stays_unknown_may_count_once_or_not() {
    let history = [sent(Choice::Support, 1, Got::Changed), sent(Choice::Oppose, 1, Got::Unknown)];
    assert_eq!(found(&history, Choice::Support, 1), CLEAN);
    assert_eq!(found(&history, Choice::Oppose, 2), CLEAN);
    assert_eq!(found(&history, Choice::Nothing, 2), LOST);
    assert_eq!(found(&history, Choice::Oppose, 3), DOUBLED);
    let refused = [sent(Choice::Support, 1, Got::Refused)];
    assert_eq!(judged(&refused, None), CLEAN);
    assert_eq!(found(&refused, Choice::Support, 1), (true, true));
}

#[test]
fn a_vote_that_had_to_be_sent_again_failed_at_first() {
    let history = History::begin();
    for line in [
        sent(Choice::Support, 1, Got::Changed),
        sent(Choice::Support, 2, Got::Same),
        sent(Choice::Support, 2, Got::Done),
        sent(Choice::Support, 9, Got::Unknown),
        sent(Choice::Support, 1, Got::Refused),
        sent(Choice::Support, 1, Got::Closed),
    ] {
        history.note(line);
    }
    let counts = (history.acknowledged(), history.sent_again(), history.unknown(), history.failed());
    assert_eq!(counts, (3, 1, 1, 4));
    assert_eq!(history.answer_lost(), 1, "it is told apart from those that got their answer");
}

/// A transaction that has this, on a connection of its own.
async fn holding(url: &str, what: i64) -> DatabaseTransaction {
    let tx = Database::connect(url).await.unwrap().begin().await.unwrap();
    // PostgreSQL would look for rings of those who wait after a second only.
    tx.execute_unprepared("SET LOCAL deadlock_timeout = '50ms'").await.unwrap();
    tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({what})")).await.unwrap();
    tx
}

/// Both connections are still open when it is asked for, as a node's are, and have said nothing of it.
#[tokio::test]
async fn two_who_wait_for_each_other_are_counted_once() {
    let postgres = Postgres::start().unwrap();
    let url = format!("{}postgres", postgres.url());
    let raw = Database::connect(url.as_str()).await.unwrap();
    assert_eq!(counted(&raw).await.unwrap(), 0);
    let (one, other) = (holding(&url, 1).await, holding(&url, 2).await);
    let (got, had) = tokio::join!(
        one.execute_unprepared("SELECT pg_advisory_xact_lock(2)"),
        other.execute_unprepared("SELECT pg_advisory_xact_lock(1)"),
    );
    assert_ne!(got.is_ok(), had.is_ok(), "one of them is ended: {got:?}, {had:?}");
    assert_eq!(counted(&raw).await.unwrap(), 1);
}
