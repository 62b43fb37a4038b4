//! The moderators' desk over a long queue: its first page, and two hundred decisions one after the other, as one moderator
//! makes them. There is no reference: the goals are times that a person feels.

use std::time::{Duration, Instant};

use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

use crate::failure::{Failure, Measured};
use crate::program::{Running, Setting};
use crate::report::Row;
use crate::stage::{Stage, say};

/// Looks, and decisions.
const TIMES: usize = 200;
/// Milliseconds that nobody waits for.
const GOAL: f64 = 100.0;

const QUEUE: &str = "{ moderationQueue(first: 100) { nodes { id revision } } }";
const DECIDE: &str = "mutation($input: DecideInput!) { decide(input: $input) { outcome } }";

/// The first page of a queue of so many, and decisions on it.
pub(crate) fn rows(stage: &Stage, setting: &Setting, node: &Running, waiting: u32) -> Measured<Vec<Row>> {
    setting.command(&["person", "add", "mo@example.org", "--role", "moderator", "--name", "Mo"])?;
    let token = setting.command(&["token", "issue", "mo@example.org"])?;
    let moderator = Moderator { client: Client::new(), url: node.url(), token: token.trim().to_owned() };
    say(&format!("the desk, {waiting} waiting"));
    let looks = stage.runtime.block_on(moderator.looks())?;
    let decisions = stage.runtime.block_on(moderator.decides())?;
    Ok(vec![
        row(format!("the desk’s first page, {waiting} waiting, PostgreSQL, one moderator"), &looks),
        row(format!("a decision and its answer, {waiting} waiting, PostgreSQL, one moderator"), &decisions),
    ])
}

struct Moderator {
    client: Client,
    url: String,
    token: String,
}

impl Moderator {
    async fn looks(&self) -> Measured<Vec<Duration>> {
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let request = self.client.get(format!("{}/moderation", self.url)).header("accept", "text/html");
            let (time, page) = self.timed(request).await?;
            if !page.contains("data-fm-row") {
                return Err(Failure::words("the desk shows no queue"));
            }
            times.push(time);
        }
        Ok(times)
    }

    async fn decides(&self) -> Measured<Vec<Duration>> {
        let mut times = Vec::with_capacity(TIMES);
        while times.len() < TIMES {
            let (_time, answer) = self.timed(self.ask(QUEUE, &Value::Null)).await?;
            let answer: Value = serde_json::from_str(&answer)?;
            let items = answer["data"]["moderationQueue"]["nodes"].as_array().cloned().unwrap_or_default();
            if items.is_empty() {
                return Err(Failure::words(format!("nothing waits: {answer}")));
            }
            for item in items.iter().take(TIMES - times.len()) {
                let input =
                    json!({ "input": { "itemId": item["id"], "revision": item["revision"], "act": "PUBLISH" } });
                let (time, answer) = self.timed(self.ask(DECIDE, &input)).await?;
                if !answer.contains("\"DECIDED\"") {
                    return Err(Failure::words(format!("not decided: {answer}")));
                }
                times.push(time);
            }
        }
        Ok(times)
    }

    fn ask(&self, query: &str, variables: &Value) -> RequestBuilder {
        self.client.post(format!("{}/graphql", self.url)).json(&json!({ "query": query, "variables": variables }))
    }

    /// Until the whole answer is there.
    async fn timed(&self, request: RequestBuilder) -> Measured<(Duration, String)> {
        let begun = Instant::now();
        let answer = request.bearer_auth(&self.token).send().await?.error_for_status()?.text().await?;
        Ok((begun.elapsed(), answer))
    }
}

fn row(what: String, times: &[Duration]) -> Row {
    let mut sorted: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1_000.0).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |share: usize| sorted.get((sorted.len() * share / 100).min(sorted.len() - 1)).copied().unwrap_or_default();
    let figures = format!("p50 {:.1} ms, p95 {:.1} ms, the worst {:.1} ms", at(50), at(95), at(100));
    Row::new(what, figures).shall(format!("p95 ≤ {GOAL} ms"), at(95) <= GOAL).with(json!({ "milliseconds": sorted }))
}
