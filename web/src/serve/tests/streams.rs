//! Numbers on the move, and the orderly end.

use std::time::{Duration, Instant};

use folkmoot_common::{Tally, Viewer};
use folkmoot_ideas::Reason;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::world::{World, status};

async fn watch(world: &World, number: i64) -> TcpStream {
    let mut stream = world.connect().await;
    let request = format!("GET /live?ideas={number},999 HTTP/1.1\r\nHost: {}\r\n\r\n", world.host);
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

/// Reads until these words have come.
async fn until(stream: &mut TcpStream, words: &str) -> String {
    let mut heard = String::new();
    let read = async {
        while !heard.contains(words) {
            let mut some = [0; 1_024];
            let count = stream.read(&mut some).await.unwrap();
            assert!(count > 0, "the stream ended with {heard}");
            heard.push_str(&String::from_utf8_lossy(&some[..count]));
        }
    };
    tokio::time::timeout(Duration::from_secs(5), read).await.unwrap();
    heard
}

#[tokio::test]
async fn a_listener_gets_the_present_and_then_what_moves() {
    let world = World::open(|_| {}).await;
    let idea = world.idea().await;
    let mut stream = watch(&world, idea.number).await;
    let heard = until(&mut stream, r#""support":0"#).await;
    assert!(heard.contains("content-type: text/event-stream") && heard.contains("event: tally"), "{heard}");
    assert!(heard.contains("retry: ") && heard.contains(&format!(r#""idea":{}"#, idea.number)), "{heard}");

    world.site.live.announce(Tally { support: 7, version: 1_000, ..Tally::none(idea.id) }).await;
    until(&mut stream, r#""support":7"#).await;
}

#[tokio::test]
async fn what_nobody_may_see_is_not_watched() {
    let world = World::open(|_| {}).await;
    let idea = world.idea().await;
    let author = Viewer::Person { id: idea.author, roles: folkmoot_common::Roles::default() };
    let reason = Reason::parse("I have changed my mind about this.").unwrap();
    world.site.ideas.withdraw(&author, idea.id, reason).await.unwrap();
    assert_eq!(status(&world.get(&format!("/live?ideas={}", idea.number)).await), 404);
    assert_eq!(status(&world.get("/live?ideas=999").await), 404);
    assert_eq!(status(&world.get("/live?ideas=x").await), 400);
    assert_eq!(status(&world.get("/live").await), 400);
}

/// The clock is the machine's, so the look that the stream began with must grow old first.
#[tokio::test]
async fn what_is_taken_back_while_somebody_listens_moves_no_more() {
    let world = World::open(|_| {}).await;
    let idea = world.idea().await;
    let mut stream = watch(&world, idea.number).await;
    until(&mut stream, r#""support":0"#).await;
    let announce = async |support: i64| {
        world.site.live.announce(Tally { support, version: 1_000 + support, ..Tally::none(idea.id) }).await;
    };
    announce(7).await;
    until(&mut stream, r#""support":7"#).await;

    let author = Viewer::Person { id: idea.author, roles: folkmoot_common::Roles::default() };
    let reason = Reason::parse("I have changed my mind about this.").unwrap();
    world.site.ideas.withdraw(&author, idea.id, reason).await.unwrap();
    tokio::time::sleep(Duration::from_millis(5_200)).await;
    announce(8).await;
    let mut some = [0; 1_024];
    let heard = tokio::time::timeout(Duration::from_millis(1_500), stream.read(&mut some)).await;
    assert!(heard.is_err(), "{}", String::from_utf8_lossy(&some));
}

#[tokio::test]
async fn listeners_have_so_many_places() {
    let world = World::open(|config| config.server.listeners = 1).await;
    let idea = world.idea().await;
    let mut first = watch(&world, idea.number).await;
    until(&mut first, "event: tally").await;
    let second = world.get(&format!("/live?ideas={}", idea.number)).await;
    assert!(status(&second) == 503 && second.contains("retry-after: "), "{second}");

    drop(first);
    // A place is free again once the server notices; at the latest when it next has something to say.
    world.site.live.announce(Tally { support: 1, version: 1_000, ..Tally::none(idea.id) }).await;
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        if world.site.listeners.load(std::sync::atomic::Ordering::Relaxed) == 0 {
            return;
        }
    }
    panic!("the place was not given back");
}

#[tokio::test]
async fn stopping_ends_streams_at_once_and_lets_requests_finish() {
    let mut world = World::open(|config| {
        config.server.request_seconds = 2;
        config.server.drain_seconds = 5;
    })
    .await;
    let idea = world.idea().await;
    let mut stream = watch(&world, idea.number).await;
    until(&mut stream, "event: tally").await;
    let mut running = world.connect().await;
    let request = format!("GET /probe/slow HTTP/1.1\r\nHost: {}\r\n\r\n", world.host);
    running.write_all(request.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;

    let since = Instant::now();
    world.stop();
    let mut rest = Vec::new();
    tokio::time::timeout(Duration::from_secs(1), stream.read_to_end(&mut rest))
        .await
        .expect("the stream goes on")
        .unwrap();
    let mut answer = Vec::new();
    running.read_to_end(&mut answer).await.unwrap();
    assert_eq!(status(&String::from_utf8_lossy(&answer)), 503, "the slow request got its answer");
    world.stopped().await;
    assert!(since.elapsed() < Duration::from_secs(4), "{:?}", since.elapsed());
}

#[tokio::test]
async fn a_full_house_hears_the_word_to_stop() {
    let mut world = World::open(|config| {
        config.server.connections = 1;
        config.server.drain_seconds = 1;
    })
    .await;
    let silent = world.connect().await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    world.stop();
    tokio::time::timeout(Duration::from_secs(4), world.stopped()).await.expect("it goes on serving");
    drop(silent);
}
