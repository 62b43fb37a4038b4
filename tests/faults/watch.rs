//! Who watches the numbers, at every node: a browser's stream, opened again whenever it breaks. As the page's script does, it
//! keeps the newest that it was told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::StreamExt as _;
use reqwest::Client;
use serde_json::Value;

use super::house::House;

/// A tally as it is shown: support, oppose, version.
pub(crate) type Shown = (i64, i64, i64);

type Seen = HashMap<i64, Shown>;

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
        let seen = Arc::new(Mutex::new(Seen::new()));
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
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).get(&number).copied()
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
            let data = event.lines().find_map(|line| line.strip_prefix("data:"));
            if let Some(told) = data.and_then(|data| serde_json::from_str::<Value>(data.trim()).ok()) {
                note(seen, &told);
            }
        }
    }
    Ok(())
}

fn note(seen: &Mutex<Seen>, told: &Value) {
    let number = |name: &str| told[name].as_i64();
    let (Some(idea), Some(support), Some(oppose), Some(version)) =
        (number("idea"), number("support"), number("oppose"), number("version"))
    else {
        return;
    };
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    if seen.get(&idea).is_none_or(|(_, _, known)| *known < version) {
        seen.insert(idea, (support, oppose, version));
    }
}
