//! How much is kept, and who draws.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue};

use super::*;

fn shelf() -> Shelf {
    Kept::new(&CacheConfig { megabytes: 1, believed_ms: 0 }).shelf.unwrap()
}

fn key(generation: u64, address: &str) -> Key {
    Key { generation, look: 0, address: address.into() }
}

async fn page(bytes: usize) -> Drawn {
    Some(Arc::new(Page::read(Response::new(Body::from(vec![b'x'; bytes]))).await.unwrap()))
}

#[tokio::test]
async fn whatever_is_asked_for_memory_is_bounded() {
    let shelf = shelf();
    for turn in 0..20_000 {
        shelf.insert(
            key(turn / 1_000, &format!("/ideas?q={turn}")),
            page(usize::try_from(turn % 30_000).unwrap()).await,
        );
        assert!(shelf.weight() <= 1 << 20, "{} bytes", shelf.weight());
    }
    assert!(shelf.len() > 10, "nothing is kept");
    // What found no page takes room, too.
    for turn in 0..20_000 {
        shelf.insert(key(100, &format!("/ideas/{turn}/x")), None);
    }
    assert!(shelf.len() <= (1 << 20) / usize::try_from(OVERHEAD).unwrap(), "{} entries", shelf.len());
    // Nor does one that is larger than all of it push anything out for nothing.
    shelf.insert(key(100, "/"), page(2 << 20).await);
    assert!(shelf.weight() <= 1 << 20);
    assert!(shelf.get(&key(100, "/")).is_none());
}

#[tokio::test]
async fn when_whoever_draws_leaves_the_next_draws() {
    let shelf = Arc::new(shelf());
    let guard = shelf.get_value_or_guard_async(&key(1, "/")).await.expect_err("nobody drew it");
    let waiting = Arc::clone(&shelf);
    let next = tokio::spawn(async move {
        let place = waiting.get_value_or_guard_async(&key(1, "/")).await;
        place.map(|_found| ()).map_err(|guard| drop(guard.insert(None)))
    });
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!next.is_finished(), "it doesn't draw while somebody does");
    drop(guard);
    assert_eq!(tokio::time::timeout(Duration::from_secs(5), next).await.unwrap().unwrap(), Err(()));
    assert!(shelf.get_value_or_guard_async(&key(1, "/")).await.is_ok(), "what it found stands");
    assert!(shelf.get_value_or_guard_async(&key(2, "/")).await.is_err(), "another state has pages of its own");
}

#[tokio::test]
async fn only_whole_pages_for_anybody_are_kept() {
    let answer = |status: u16, headers: &[(HeaderName, &'static str)]| {
        let mut answer = Response::new(Body::empty());
        *answer.status_mut() = StatusCode::from_u16(status).unwrap();
        let pairs = headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
        answer.headers_mut().extend(pairs);
        answer
    };
    let html = (header::CONTENT_TYPE, "text/html; charset=utf-8");
    assert!(is_for_anybody(&answer(200, std::slice::from_ref(&html))));
    for status in [201, 206, 304, 308, 404, 410, 500] {
        assert!(!is_for_anybody(&answer(status, std::slice::from_ref(&html))), "{status}");
    }
    for more in [(header::SET_COOKIE, "a=b"), (header::CACHE_CONTROL, "private"), (header::CACHE_CONTROL, "no-store")] {
        assert!(!is_for_anybody(&answer(200, &[html.clone(), more])));
    }
    assert!(!is_for_anybody(&answer(200, &[(header::CONTENT_TYPE, "text/event-stream")])));
    assert!(!is_for_anybody(&answer(200, &[])));
}
