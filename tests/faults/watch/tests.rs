//! A browser keeps the newest of what it is told, and what goes back is found: events by hand, and a node that tells them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;

use super::{Seen, Watcher};
use crate::faults::checks::{self, Findings};

/// One event, as a node sends it.
fn event(idea: i64, support: i64, version: i64) -> String {
    let told = serde_json::json!({ "idea": idea, "support": support, "oppose": 0, "comments": 0, "version": version });
    format!("event: tally\ndata: {told}\n\n")
}

fn told(events: &[String]) -> Seen {
    let mut seen = Seen::default();
    for event in events {
        seen.hear(event);
    }
    seen
}

#[test]
fn numbers_that_move_on_are_kept_and_nothing_is_found() {
    // The numbers of two ideas have nothing to do with each other; and a stream begins with what was known.
    let seen = told(&[event(7, 1, 3), event(8, 9, 1), event(7, 2, 5), event(7, 2, 5), ": still here\n\n".to_owned()]);
    assert_eq!((seen.newest[&7], seen.newest[&8]), ((2, 0, 5), (9, 0, 1)));
    assert_eq!(seen.gone_back, 0);
}

/// Fewer votes are no step back: people take theirs back.
#[test]
fn it_is_the_version_that_must_not_go_back() {
    let seen = told(&[event(7, 5, 3), event(7, 4, 4)]);
    assert_eq!((seen.newest[&7], seen.gone_back), ((4, 0, 4), 0));
}

#[test]
fn numbers_that_go_back_are_found_and_the_newest_stays() {
    let seen = told(&[event(7, 1, 3), event(7, 2, 5), event(7, 1, 4), event(8, 1, 1), event(7, 2, 5), event(7, 1, 3)]);
    assert_eq!((seen.newest[&7], seen.gone_back), ((2, 0, 5), 2));
}

/// What is found of a node whose streams end after one event, each of a version so far from the one before.
async fn found(step: i64) -> Findings {
    let version = Arc::new(AtomicI64::new(100));
    let asked = Arc::clone(&version);
    let live = get(move || async move { event(7, 1, asked.fetch_add(step, Ordering::Relaxed)) });
    let site: Router = Router::new().route("/live", live);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/live", listener.local_addr().unwrap());
    let node = tokio::spawn(async move { axum::serve(listener, site).await });
    let watcher = Watcher::watch(address);
    // Whoever asks for a third stream has read two to their ends.
    let third = async {
        while (version.load(Ordering::Relaxed) - 100).abs() < 3 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), third).await.unwrap();
    node.abort();
    assert!(watcher.newest(7).is_some());
    let mut findings = Findings::default();
    checks::gone_back(&[watcher], &mut findings);
    findings
}

#[tokio::test]
async fn a_stream_that_begins_with_older_numbers_than_the_one_before_is_found() {
    assert_eq!(found(1).await, Findings::default());
    assert!(found(-1).await.gone_back > 0);
}
