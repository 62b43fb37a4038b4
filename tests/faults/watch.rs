//! Who watches the numbers, at every node: a browser's stream, opened again whenever it breaks. As the page's script does, it
//! keeps the newest that it was told. What is older than that the script drops without a word, and this one counts.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::StreamExt as _;
use reqwest::Client;
use serde_json::Value;

use super::house::House;

/// A tally as it is shown: support, oppose, version.
pub(crate) type Shown = (i64, i64, i64);

/// What one browser was told, on one stream after the other.
#[derive(Default)]
struct Seen {
    newest: HashMap<i64, Shown>,
    /// How often it was told something older than it knew.
    gone_back: u64,
}

/// One browser at one node.
pub(crate) struct Watcher {
    seen: Arc<Mutex<Seen>>,
    task: tokio::task::JoinHandle<()>,
}

impl Watcher {
    /// Watches all ideas at each node.
    pub(crate) fn at_every_node(house: &House) -> Vec<Self> {
        let numbers: Vec<String> = house.ideas.iter().map(|(number, _id)| number.to_string()).collect();
        let addresses = house.urls().into_iter().map(|url| format!("{url}/live?ideas={}", numbers.join(",")));
        addresses.map(Self::watch).collect()
    }

    fn watch(address: String) -> Self {
        let seen = Arc::new(Mutex::new(Seen::default()));
        let noted = Arc::clone(&seen);
        let task = tokio::spawn(async move {
            // No limit to how long an answer takes: it never ends.
            let http = Client::builder().no_proxy().build().unwrap_or_default();
            loop {
                let _broken = listen(&http, &address, &noted).await;
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        });
        Self { seen, task }
    }

    /// The newest that it was told of an idea.
    pub(crate) fn newest(&self, number: i64) -> Option<Shown> {
        locked(&self.seen).newest.get(&number).copied()
    }

    /// How often it was told something older than it had been told before.
    pub(crate) fn gone_back(&self) -> u64 {
        locked(&self.seen).gone_back
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn listen(http: &Client, address: &str, seen: &Mutex<Seen>) -> Result<(), reqwest::Error> {
    let mut chunks = http.get(address).send().await?.error_for_status()?.bytes_stream();
    let mut heard = String::new();
    while let Some(chunk) = chunks.next().await {
        heard.push_str(&String::from_utf8_lossy(&chunk?));
        while let Some(end) = heard.find("\n\n") {
            let event: String = heard.drain(..end + 2).collect();
            locked(seen).hear(&event);
        }
    }
    Ok(())
}

/// A panic while the lock was held can't have left it half told.
fn locked(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Seen {
    /// Hears one event, and takes what it says of a tally.
    fn hear(&mut self, event: &str) {
        let data = event.lines().find_map(|line| line.strip_prefix("data:"));
        if let Some(told) = data.and_then(|data| serde_json::from_str::<Value>(data.trim()).ok()) {
            self.note(&told);
        }
    }

    /// A node promises that numbers never go back: neither on a stream, nor from one to the next, though it was started again
    /// in between. For a stream begins with what the database has, and nobody is told of what isn't committed there.
    fn note(&mut self, told: &Value) {
        let number = |name: &str| told[name].as_i64();
        let (Some(idea), Some(support), Some(oppose), Some(version)) =
            (number("idea"), number("support"), number("oppose"), number("version"))
        else {
            return;
        };
        let known = self.newest.get(&idea).map_or(i64::MIN, |(_, _, known)| *known);
        match version.cmp(&known) {
            Ordering::Greater => {
                self.newest.insert(idea, (support, oppose, version));
            }
            // A new stream says again what the one before it said last.
            Ordering::Equal => {}
            Ordering::Less => self.gone_back += 1,
        }
    }
}

#[cfg(test)]
mod tests;
