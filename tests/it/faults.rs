//! Short trials of what `make faults` does at length, and the proof that the checkers can fail: a saboteur of each kind is
//! caught, and one that takes away what is only a convenience is not.

use std::path::PathBuf;
use std::time::Duration;

use folkmoot_tests::faults::{Fault, Findings, Line, Plan, Trial, closing, run};
use folkmoot_tests::services::built;

fn program(name: &str) -> PathBuf {
    built(name).unwrap()
}

fn honest() -> Plan {
    Plan::of(&program("folkmoot"))
}

fn trial(plan: Plan, faults: &[Fault], strikes: usize, length: u64) -> Trial {
    let (every, length) = (Duration::from_secs(1), Duration::from_millis(length));
    Trial { plan, faults: faults.to_vec(), strikes, every, length }
}

fn nothing_is_wrong(line: &Line) {
    assert_eq!(line.findings, Findings::default(), "{}", line.fault);
    assert!(line.acknowledged > 100, "{}: only {} votes were acknowledged", line.fault, line.acknowledged);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_are_killed_and_stopped_and_nothing_is_lost() {
    let plan = Plan { answers: 8, ..honest() };
    let line = run(&trial(plan, &[Fault::ProgramKilled, Fault::Rolled], 2, 0)).await.unwrap();
    nothing_is_wrong(&line);
    assert!(line.answers > 0, "no answer was given meanwhile");
    assert!(line.sent_again > 0, "nobody was cut off, or whoever was never learnt what came of it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_are_cut_and_held_and_nothing_is_lost() {
    let faults = [Fault::ConnectionsCut, Fault::PoolHeld];
    nothing_is_wrong(&run(&trial(honest(), &faults, 1, 1_000)).await.unwrap());
}

/// For longer than a node waits for it: whoever voted is told that it is not known, and what is written all the same when it
/// goes on counts once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_stands_still_and_nothing_is_lost() {
    let line = run(&trial(honest(), &[Fault::PostgresFrozen], 1, 12_000)).await.unwrap();
    nothing_is_wrong(&line);
    assert!(line.sent_again > 0, "nobody was told that nothing was known");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_of_clients_go_silent_and_nobody_notices() {
    nothing_is_wrong(&run(&trial(honest(), &[Fault::ClientsSilent], 2, 1_000)).await.unwrap());
}

/// Each for longer than a node waits for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_dies_forgets_freezes_and_fills_and_nobody_notices() {
    let faults = [Fault::RedisKilled, Fault::RedisFlushed, Fault::RedisFrozen, Fault::RedisFull];
    nothing_is_wrong(&run(&trial(honest(), &faults, 1, 1_000)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn voting_ends_for_everybody_at_one_moment() {
    let line = closing(&honest(), 1_500).await.unwrap();
    nothing_is_wrong(&line);
    assert!(line.acknowledged < 1_500, "it never ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_of_what_is_not_there_is_refused() {
    let plan = Plan { people: 64, ideas: 8, ..honest() }.on_a_file();
    let refused = run(&trial(plan.clone(), &[Fault::RedisKilled], 1, 0)).await.unwrap_err();
    assert_eq!(refused.to_string(), "no Redis is here to be broken");
    let refused = run(&trial(Plan { nodes: 2, ..plan }, &[Fault::ProgramKilled], 1, 0)).await.unwrap_err();
    assert_eq!(refused.to_string(), "a file of SQLite's serves one node");
}

/// Whoever judges a vote by when it is written refuses what came in time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_lets_votes_be_late_is_caught() {
    let broken = Plan { program: program("saboteur"), sabotage: Some("late"), ..honest() };
    for _trial in 0..TRIALS {
        if closing(&broken, 1_500).await.unwrap().findings.late > 0 {
            return;
        }
    }
    panic!("it wasn't caught in {TRIALS} trials");
}

/// How often a saboteur is tried. What it breaks shows in a race, and on a busy machine not in each.
const TRIALS: usize = 8;

/// A program that was built to break its promises is caught by what this counts. Of one that keeps them nothing is found, under
/// the same plan.
async fn is_caught(sabotage: &'static str, plan: Plan, fault: Fault, strikes: usize, count: fn(&Findings) -> u64) {
    let broken = Plan { program: program("saboteur"), sabotage: Some(sabotage), ..plan.clone() };
    nothing_is_wrong(&run(&trial(plan, &[fault], strikes, 300)).await.unwrap());
    for _trial in 0..TRIALS {
        let findings = run(&trial(broken.clone(), &[fault], strikes, 300)).await.unwrap().findings;
        if count(&findings) > 0 {
            return;
        }
        println!("{sabotage} wasn't caught this time: {findings:?}");
    }
    panic!("{sabotage} wasn't caught in {TRIALS} trials");
}

/// Everybody presses twice, so that what only a race brings to light comes to light.
fn crowded() -> Plan {
    Plan { double: 1, ..honest() }
}

/// Every vote moves something: nobody presses twice, or takes back what isn't there. Whoever answers before the commit says
/// of each that it moved something, and must be caught by what got lost and not by that.
fn moving() -> Plan {
    Plan { ideas: 3, double: usize::MAX, ..honest() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_drops_the_key_is_caught() {
    is_caught("no-key", crowded(), Fault::RedisFlushed, 1, |found| found.doubled).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_answers_before_the_commit_is_caught() {
    is_caught("early-word", moving(), Fault::PostgresKilled, 1, |found| found.lost).await;
}

/// A file outlives its node: all that a kill can take is what was being written, three times in a trial.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_answers_before_the_commit_to_a_file_is_caught() {
    let plan = Plan { answers: 8, ..moving() }.on_a_file();
    is_caught("early-word", plan, Fault::ProgramKilled, 3, |found| found.lost).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_locks_ideas_in_any_order_is_caught() {
    is_caught("any-order", crowded(), Fault::RedisFlushed, 1, |found| found.deadlocks).await;
}

/// Every vote has a key, and whoever is cut off by the kill asks again for its answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_keeps_nothing_of_a_vote_is_caught_and_who_notes_it_loses_no_answer() {
    let plan = Plan { keyed: 1, ..honest() };
    is_caught("no-note", plan.clone(), Fault::ProgramKilled, 2, |found| found.answer_lost).await;
    let noted = Plan { program: program("saboteur"), sabotage: Some("no-answer"), ..plan };
    let line = run(&trial(noted, &[Fault::ProgramKilled], 2, 300)).await.unwrap();
    nothing_is_wrong(&line);
    assert!(line.sent_again > 0, "nobody was cut off");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_lets_redis_count_is_caught() {
    is_caught("increments", Plan { nodes: 1, ..crowded() }, Fault::RedisFlushed, 1, |found| found.shown_wrong).await;
}
