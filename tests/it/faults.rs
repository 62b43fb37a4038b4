//! Short trials of what `make faults` does at length, and the proof that the checkers can fail: a saboteur of each kind is
//! caught.

use std::path::PathBuf;
use std::time::Duration;

use folkmoot_tests::faults::{Fault, Findings, Line, Plan, Trial, closing, run};
use folkmoot_tests::services::built;

fn program(name: &str) -> PathBuf {
    built(name).unwrap()
}

fn trial(plan: Plan, fault: Fault, strikes: usize, length: u64) -> Trial {
    Trial { plan, fault, strikes, every: Duration::from_secs(1), length: Duration::from_millis(length) }
}

fn nothing_is_wrong(line: &Line) {
    assert_eq!(line.findings, Findings::default(), "{}", line.fault);
    assert!(line.acknowledged > 100, "{}: only {} votes were acknowledged", line.fault, line.acknowledged);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_are_killed_and_nothing_is_lost() {
    let plan = Plan { answers: 8, ..Plan::of(&program("folkmoot")) };
    let line = run(&trial(plan, Fault::ProgramKilled, 2, 0)).await.unwrap();
    nothing_is_wrong(&line);
    assert!(line.answers > 0, "no answer was given meanwhile");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_is_killed_and_nothing_is_lost() {
    nothing_is_wrong(&run(&trial(Plan::of(&program("folkmoot")), Fault::PostgresKilled, 1, 500)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_freezes_and_nobody_notices() {
    nothing_is_wrong(&run(&trial(Plan::of(&program("folkmoot")), Fault::RedisFrozen, 1, 2_000)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn voting_ends_for_everybody_at_one_moment() {
    let line = closing(&Plan::of(&program("folkmoot")), 1_500).await.unwrap();
    nothing_is_wrong(&line);
    assert!(line.acknowledged < 1_500, "it never ended");
}

/// What is found of a program that was built to break its promises.
async fn found(sabotage: &'static str, nodes: usize, fault: Fault) -> Findings {
    // Everybody presses twice, so that what only a race brings to light comes to light.
    let plan = Plan { nodes, double: 1, sabotage: Some(sabotage), ..Plan::of(&program("saboteur")) };
    run(&trial(plan, fault, 1, 300)).await.unwrap().findings
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_drops_the_key_is_caught() {
    let found = found("no-key", 2, Fault::RedisFlushed).await;
    assert!(found.doubled > 0, "{found:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_answers_before_the_commit_is_caught() {
    let found = found("early-word", 2, Fault::PostgresKilled).await;
    assert!(found.lost > 0, "{found:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_lets_redis_count_is_caught() {
    let found = found("increments", 1, Fault::RedisFlushed).await;
    assert!(found.shown_wrong > 0, "{found:?}");
}
