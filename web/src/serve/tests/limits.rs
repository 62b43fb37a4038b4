//! What is slow or too large is cut, early.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::world::{World, status};

#[tokio::test]
async fn half_a_header_is_cut() {
    let world = World::open(|config| config.server.header_seconds = 1).await;
    for half in ["", "GET / HTTP/1.1\r\nHos"] {
        let mut stream = world.connect().await;
        stream.write_all(half.as_bytes()).await.unwrap();
        let since = Instant::now();
        let mut answer = Vec::new();
        let ended = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
        assert!(ended.is_ok(), "still open after {:?}: {half:?}", since.elapsed());
    }
}

#[tokio::test]
async fn a_trickling_header_is_cut_too() {
    let world = World::open(|config| config.server.header_seconds = 1).await;
    let mut stream = world.connect().await;
    stream.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
    let cut = tokio::time::timeout(Duration::from_secs(6), async {
        loop {
            tokio::time::sleep(Duration::from_millis(200)).await;
            if stream.write_all(b"X: y\r\n").await.is_err() {
                break;
            }
        }
    });
    assert!(cut.await.is_ok(), "a header may trickle for ever");
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    let world = World::open(|config| config.server.header_seconds = 1).await;
    let mut stream = world.connect().await;
    stream.write_all(format!("GET /health/live HTTP/1.1\r\nHost: {}\r\n\r\n", world.host).as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let ended = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
    assert!(ended.is_ok(), "kept open for ever");
    assert!(answer.starts_with(b"HTTP/1.1 200"));
}

#[tokio::test]
async fn three_hundred_megabytes_in_chunks_are_refused_early() {
    let world = World::open(|_| {}).await;
    for path in ["/probe/form", "/graphql", "/nowhere"] {
        let (mut read, mut write) = world.connect().await.into_split();
        let head = format!("POST {path} HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\n\r\n", world.host);
        write.write_all(head.as_bytes()).await.unwrap();
        let sender = tokio::spawn(async move {
            let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
            let mut sent = 0;
            while sent < 300 << 20 && write.write_all(chunk.as_bytes()).await.is_ok() {
                sent += 0x10000;
            }
            sent
        });
        let mut answer = [0; 16];
        read.read_exact(&mut answer).await.unwrap();
        assert_eq!(status(&String::from_utf8_lossy(&answer)), 413, "{path}");
        drop(read);
        let sent = sender.await.unwrap();
        assert!(sent < 16 << 20, "{sent} bytes were read before the door closed");
    }
}

#[tokio::test]
async fn a_full_house_lets_the_next_one_wait() {
    let world = World::open(|config| {
        config.server.connections = 1;
        config.server.header_seconds = 1;
    })
    .await;
    let first = world.connect().await;
    // The first says nothing and is cut after a second; then there is room.
    let answer = tokio::time::timeout(Duration::from_secs(5), world.get("/health/live")).await.unwrap();
    assert_eq!(status(&answer), 200);
    drop(first);
}

#[tokio::test]
async fn who_never_reads_is_cut() {
    let world = World::open(|config| {
        config.server.connections = 1;
        config.server.write_seconds = 1;
    })
    .await;
    let mut first = world.connect().await;
    let request = format!("GET /probe/huge HTTP/1.1\r\nHost: {}\r\n\r\n", world.host);
    first.write_all(request.repeat(3).as_bytes()).await.unwrap();
    // The only place is free again although the first neither reads nor goes.
    let answer = tokio::time::timeout(Duration::from_secs(8), world.get("/health/live")).await.expect("it is pinned");
    assert_eq!(status(&answer), 200);
    drop(first);
}
