//! Redis as the health page sees it.

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;

use super::*;

#[test]
fn addresses_of_redis() {
    assert_eq!(redis::place("redis://u:p@cache"), Some(("cache".to_owned(), 6_379, true)));
    assert_eq!(redis::place("rediss://[::1]:7/0"), Some(("::1".to_owned(), 7, false)));
    assert_eq!(redis::place("redis+unix:///run/redis.sock"), None);
}

#[tokio::test]
async fn an_answer_is_good_and_silence_is_not() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("redis://{}", listener.local_addr().unwrap());
    // The system accepts for a frozen program too: silence must count as away.
    assert_eq!(redis::look(&url).await, Part::Unreachable);
    let answering = tokio::spawn(async move {
        loop {
            let (mut stream, _peer) = listener.accept().await.unwrap();
            let _gone = stream.write_all(b"-NOAUTH\r\n").await;
        }
    });
    assert_eq!(redis::look(&url).await, Part::Ok);
    answering.abort();
    let _ended = answering.await;
    assert_eq!(redis::look(&url).await, Part::Unreachable);
    assert_eq!(redis::look("").await, Part::None);
}
