//! A browser's `EventSource` at `/live`.

use std::time::Duration;

use futures::StreamExt as _;
use futures::stream::BoxStream;
use reqwest::{Method, Response};
use serde_json::Value;
use tokio::time::timeout;

use super::Actor;

/// Somebody who watches numbers move. Each event is read as the JSON that it holds.
pub struct Listener {
    chunks: BoxStream<'static, Vec<u8>>,
    heard: String,
}

impl Actor {
    /// Begins to watch these ideas.
    ///
    /// # Panics
    /// When the site doesn't let them.
    pub async fn listen(&self, ideas: &[i64]) -> Listener {
        let numbers: Vec<String> = ideas.iter().map(ToString::to_string).collect();
        let address = self.address(&format!("/live?ideas={}", numbers.join(",")));
        let answer = self.request(Method::GET, &address).send().await.expect("the stream opens");
        assert!(answer.status().is_success(), "{address} answers {}", answer.status());
        Listener::of(answer)
    }
}

impl Listener {
    fn of(answer: Response) -> Self {
        let chunks = answer.bytes_stream().map(|chunk| chunk.expect("the stream goes on").to_vec()).boxed();
        Self { chunks, heard: String::new() }
    }

    /// The next event within this time, if there is one.
    ///
    /// # Panics
    /// When the stream ends, or an event is no tally.
    pub async fn next(&mut self, within: Duration) -> Option<Value> {
        timeout(within, self.event()).await.ok()
    }

    async fn event(&mut self) -> Value {
        loop {
            while let Some(end) = self.heard.find("\n\n") {
                let event: String = self.heard.drain(..end + 2).collect();
                if let Some(data) = event.lines().find_map(|line| line.strip_prefix("data:")) {
                    assert!(event.contains("event: tally"), "an event of another kind: {event}");
                    return serde_json::from_str(data.trim()).expect("an event holds JSON");
                }
            }
            let chunk = self.chunks.next().await.expect("the stream goes on");
            self.heard.push_str(&String::from_utf8(chunk).expect("events are UTF-8"));
        }
    }
}
