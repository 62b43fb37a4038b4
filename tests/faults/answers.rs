//! An officer who answers ideas while things break: an answer that was acknowledged is public at once, at every node, and
//! says what it said.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use reqwest::Client;
use serde_json::{Value, json};

use super::checks::Findings;
use super::clients::browser;
use super::hand::Slipped;
use super::house::House;

/// From one answer to the next.
const REST: Duration = Duration::from_millis(200);

/// Who answers, at which nodes, and what waits.
pub(crate) struct Officer {
    http: Client,
    urls: Vec<String>,
    token: String,
    waiting: Vec<(i64, String)>,
    department: Value,
}

/// An officer at work.
pub(crate) struct Answering {
    stop: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<Answers>,
}

/// What became of the answers: the idea's number, the word that each says, whether it was acknowledged.
#[derive(Default)]
pub(crate) struct Answers {
    given: Vec<(i64, bool)>,
    /// Acknowledged, and not there when somebody looked at another node at once.
    hidden: u64,
}

/// The word that makes this answer known.
fn word(number: i64) -> String {
    format!("answer{number}x")
}

impl Officer {
    /// With a department that the ideas are given to.
    pub(crate) async fn hire(house: &House) -> Result<Self, Slipped> {
        let (http, urls, waiting) = (browser(), house.urls(), house.answerable.clone());
        if waiting.is_empty() {
            return Ok(Self { http, urls, token: String::new(), waiting, department: Value::Null });
        }
        let token = tokio::task::block_in_place(|| {
            house.setup.command(&["person", "add", "olu@example.org", "--role", "admin", "--name", "Olu"])?;
            house.setup.command(&["token", "issue", "olu@example.org"])
        })?;
        let mut officer = Self { http, urls, token: token.trim().to_owned(), waiting, department: Value::Null };
        let department = json!({ "name": "Parks", "about": "All of it." });
        let made = officer.act(0, "saveDepartment", department, "department { id }").await?;
        officer.department = made["department"]["id"].clone();
        Ok(officer)
    }

    /// Begins.
    pub(crate) fn begin(self) -> Answering {
        let stop = Arc::new(AtomicBool::new(false));
        let task = tokio::spawn(self.go_on(Arc::clone(&stop)));
        Answering { stop, task }
    }

    async fn go_on(self, stop: Arc<AtomicBool>) -> Answers {
        let mut answers = Answers::default();
        for (turn, (number, idea)) in self.waiting.iter().enumerate() {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let node = turn % self.urls.len();
            let acknowledged = self.answer(node, *number, idea).await;
            if acknowledged && let Ok(said) = read(&self.http, &self.urls[(node + 1) % self.urls.len()], *number).await
            {
                answers.hidden += u64::from(said.len() != 1);
            }
            answers.given.push((*number, acknowledged));
            tokio::time::sleep(REST).await;
        }
        answers
    }

    /// Takes it on, writes and publishes; says whether that was acknowledged.
    async fn answer(&self, node: usize, number: i64, idea: &str) -> bool {
        let words = |version: i64| json!({ "ideaId": idea, "outcome": "YES", "reasons": word(number), "role": "Head of Parks", "version": version });
        let given = json!({ "ideaId": idea, "departmentId": self.department, "note": "Yours." });
        if self.act(node, "assignIdea", given, "").await.is_err() {
            return false;
        }
        let Ok(saved) = self.act(node, "saveReplyDraft", words(0), "draft { version }").await else { return false };
        let Some(version) = saved["draft"]["version"].as_i64() else { return false };
        let published = self.act(node, "publishReply", words(version), "").await;
        published.is_ok_and(|published| published["outcome"] == "PUBLISHED")
    }

    /// One act by the API; its payload.
    async fn act(&self, node: usize, name: &str, input: Value, asked: &str) -> Result<Value, Slipped> {
        let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
        let query = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ outcome {asked} }} }}");
        let body = json!({ "query": query, "variables": { "i": input } });
        let request = self.http.post(format!("{}/graphql", self.urls[node])).bearer_auth(&self.token);
        let answer: Value = request.json(&body).send().await?.json().await?;
        match &answer["data"][name] {
            Value::Null => Err(format!("{name}: {answer}").into()),
            payload => Ok(payload.clone()),
        }
    }
}

impl Answering {
    /// Ends after the answer that is being given.
    pub(crate) async fn home(self) -> Answers {
        self.stop.store(true, Ordering::Relaxed);
        self.task.await.unwrap_or_default()
    }
}

impl Answers {
    pub(crate) fn acknowledged(&self) -> u64 {
        u64::try_from(self.given.iter().filter(|(_, acknowledged)| *acknowledged).count()).unwrap_or(u64::MAX)
    }

    /// Invariant 5, asked of every node.
    pub(crate) async fn check(&self, house: &House, findings: &mut Findings) -> Result<(), Slipped> {
        findings.answers_off += self.hidden;
        let http = browser();
        for url in house.urls() {
            for (number, acknowledged) in &self.given {
                let said = read(&http, &url, *number).await?;
                let is_right = match said.as_slice() {
                    [] => !acknowledged,
                    [(reasons, 1)] => reasons.contains(&word(*number)),
                    _ => false,
                };
                findings.answers_off += u64::from(!is_right);
            }
        }
        Ok(())
    }
}

/// What anybody reads under an idea: the words and the revision of each answer.
async fn read(http: &Client, url: &str, number: i64) -> Result<Vec<(String, i64)>, Slipped> {
    let query = "query($n: Int!) { idea(number: $n) { officialReplies { reasonsHtml revision } } }";
    let body = json!({ "query": query, "variables": { "n": number } });
    let answer: Value = http.post(format!("{url}/graphql")).json(&body).send().await?.json().await?;
    let replies = answer["data"]["idea"]["officialReplies"].as_array().ok_or_else(|| answer.to_string())?;
    let read = |reply: &Value| {
        let reasons = reply["reasonsHtml"].as_str().unwrap_or_default().to_owned();
        (reasons, reply["revision"].as_i64().unwrap_or_default())
    };
    Ok(replies.iter().map(read).collect())
}
