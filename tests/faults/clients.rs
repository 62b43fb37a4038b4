//! The clients: each votes for people of its own, one vote after the other, at whichever node answers. Now and then it
//! presses twice, at two nodes at once, as in two tabs. Some votes carry an `Idempotency-Key`: without an answer such a vote
//! is sent again under the same key, to the next node, until there is one. Whoever learns nothing all the same leaves that
//! vote alone from then on: so what it must be in the end can be said exactly.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures::future::join_all;
use reqwest::Client;
use serde_json::{Value, json};
use tokio::sync::{RwLock, RwLockWriteGuard};

use super::history::{Choice, Got, History, Key, Sent};
use super::house::House;

/// How many vote at once.
pub(crate) const CLIENTS: usize = 64;
/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// For how long it sends a vote again that has a key and no answer. A node says after ten seconds that the answer is lost.
const PERSISTENCE: Duration = Duration::from_secs(20);
/// A rest where nobody listens, so that a node that is down is not hammered.
const REST: Duration = Duration::from_millis(20);
/// A longer one where the answer tells nothing: a person would wait as well.
const DOUBT: Duration = Duration::from_millis(250);

const CAST: &str = "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }";
const RETRACT: &str = "mutation($i: RetractVoteInput!) { retractVote(input: $i) { outcome } }";

/// Where to vote, and on what.
#[derive(Clone)]
pub(crate) struct Polls {
    urls: Vec<String>,
    ideas: Vec<String>,
    people: Arc<Vec<String>>,
    /// One press in so many is a double one.
    double: usize,
    /// One vote in so many has a key.
    keyed: usize,
    pub(crate) history: Arc<History>,
    /// Votes so far: a number is a key that nobody chooses twice, in a house that stands for one trial.
    numbers: Arc<AtomicUsize>,
    /// Whoever votes reads it, so that whoever writes it is alone.
    voting: Arc<RwLock<()>>,
    stop: Arc<AtomicBool>,
}

/// A vote as it goes over the wire, each time the same.
struct Ballot<'a> {
    token: &'a str,
    body: Value,
    key: Option<String>,
}

/// Clients at work.
pub(crate) struct Crowd {
    polls: Polls,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Polls {
    pub(crate) fn of(house: &House) -> Self {
        Self {
            urls: house.urls(),
            ideas: house.ideas.iter().map(|(_number, id)| id.clone()).collect(),
            people: Arc::new(house.people.clone()),
            double: house.double,
            keyed: house.keyed,
            history: Arc::new(History::begin()),
            numbers: Arc::default(),
            voting: Arc::default(),
            stop: Arc::default(),
        }
    }

    /// How many nodes there are.
    pub(crate) fn nodes(&self) -> usize {
        self.urls.len()
    }

    /// Sends so many clients, who go on until they are called home.
    pub(crate) fn open(&self, clients: usize) -> Crowd {
        let each = self.people.len() / clients;
        let voter = |client: usize| Voter::new(self.clone(), (client * each..(client + 1) * each).collect());
        let tasks = (0..clients).map(|client| tokio::spawn(voter(client).go_on())).collect();
        Crowd { polls: self.clone(), tasks }
    }

    /// Waits until every vote that is under way is known; nobody begins another while this is held.
    pub(crate) async fn quiet(&self) -> RwLockWriteGuard<'_, ()> {
        self.voting.write().await
    }

    /// Sends this vote, again and again if it has a key and no answer, and notes what came back.
    pub(crate) async fn vote(&self, http: &Client, (person, idea): Key, choice: Choice, node: usize) -> Got {
        let _voting = self.voting.read().await;
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let retry_key = number.is_multiple_of(self.keyed).then_some(number);
        let ballot = self.ballot((person, idea), choice, retry_key);
        let (sent, mut node, mut tries) = (Instant::now(), node, 1);
        let mut got = self.ask(http, &ballot, node).await;
        while got == Got::Unknown && retry_key.is_some() && sent.elapsed() < PERSISTENCE {
            tokio::time::sleep(DOUBT).await;
            (node, tries) = ((node + 1) % self.urls.len(), tries + 1);
            got = match self.ask(http, &ballot, node).await {
                // Nobody listened this time. What came of it the first time is as unknown as before.
                Got::Refused => Got::Unknown,
                got => got,
            };
        }
        self.history.note(Sent { person, idea, choice, node, retry_key, tries, got, sent, known: Instant::now() });
        got
    }

    fn ballot(&self, (person, idea): Key, choice: Choice, retry_key: Option<usize>) -> Ballot<'_> {
        let (query, input) = match choice {
            Choice::Nothing => (RETRACT, json!({ "ideaId": self.ideas[idea] })),
            Choice::Support => (CAST, json!({ "ideaId": self.ideas[idea], "choice": "SUPPORT" })),
            Choice::Oppose => (CAST, json!({ "ideaId": self.ideas[idea], "choice": "OPPOSE" })),
        };
        let body = json!({ "query": query, "variables": { "i": input } });
        Ballot { token: &self.people[person], body, key: retry_key.map(|number| format!("vote-{number}")) }
    }

    async fn ask(&self, http: &Client, ballot: &Ballot<'_>, node: usize) -> Got {
        let mut request =
            http.post(format!("{}/graphql", self.urls[node])).bearer_auth(ballot.token).json(&ballot.body);
        if let Some(key) = &ballot.key {
            request = request.header("Idempotency-Key", key.as_str());
        }
        let answer = match request.send().await {
            Ok(answer) => answer,
            // Nobody listened: nothing was sent.
            Err(why) if why.is_connect() => return Got::Refused,
            Err(_broken) => return Got::Unknown,
        };
        answer.json::<Value>().await.map_or(Got::Unknown, |answer| read(&answer))
    }
}

/// What an answer says.
fn read(answer: &Value) -> Got {
    let data = &answer["data"];
    let outcome = data["castVote"]["outcome"].as_str().or(data["retractVote"]["outcome"].as_str());
    match outcome {
        Some("COUNTED" | "RETRACTED") => Got::Changed,
        Some("ALREADY_COUNTED" | "NOTHING_TO_RETRACT") => Got::Same,
        Some("VOTING_CLOSED") => Got::Closed,
        _ if is_lost(answer) => Got::Done,
        _ => Got::Unknown,
    }
}

/// Whether it says that the vote was done under this key and its answer is lost. Its code is that of every conflict.
fn is_lost(answer: &Value) -> bool {
    answer["errors"][0]["message"].as_str().is_some_and(|message| message.starts_with("This was done under this key"))
}

impl Crowd {
    /// Calls everybody home, and waits for what is under way.
    pub(crate) async fn home(self) {
        self.polls.stop.store(true, Ordering::Relaxed);
        join_all(self.tasks).await;
    }
}

struct Voter {
    polls: Polls,
    people: Vec<usize>,
    http: Client,
    /// What stays unknown, and is left alone.
    unsure: HashSet<Key>,
}

impl Voter {
    fn new(polls: Polls, people: Vec<usize>) -> Self {
        Self { polls, people, http: browser(), unsure: HashSet::new() }
    }

    async fn go_on(mut self) {
        let keys = self.people.len() * self.polls.ideas.len();
        let (mut turn, mut refused) = (0, 0);
        // Where everything is unknown, nothing more can be said with certainty.
        while !self.polls.stop.load(Ordering::Relaxed) && self.unsure.len() < keys {
            let place = turn % keys;
            let key = (self.people[place / self.polls.ideas.len()], place % self.polls.ideas.len());
            let is_left_alone = self.unsure.contains(&key);
            // Where nobody listens it presses again, at the next node: no vote is left out.
            if !is_left_alone && self.press(key, turn, turn + key.0 + refused).await == Got::Refused {
                refused += 1;
            } else {
                turn += 1;
            }
        }
    }

    async fn press(&mut self, key: Key, turn: usize, node: usize) -> Got {
        // Round by round another choice; taken back in the third.
        let round = turn / (self.people.len() * self.polls.ideas.len());
        let choice = [Choice::Support, Choice::Oppose, Choice::Support, Choice::Nothing][(round + key.1) % 4];
        let nodes = self.polls.urls.len();
        let first = self.polls.vote(&self.http, key, choice, node % nodes);
        let got = if (turn + 1).is_multiple_of(self.polls.double) {
            match tokio::join!(first, self.polls.vote(&self.http, key, choice, (node + 1) % nodes)) {
                (Got::Unknown, _) | (_, Got::Unknown) => Got::Unknown,
                (Got::Refused, got) | (got, _) => got,
            }
        } else {
            first.await
        };
        match got {
            Got::Unknown => {
                self.unsure.insert(key);
                tokio::time::sleep(DOUBT).await;
            }
            Got::Refused => tokio::time::sleep(REST).await,
            Got::Changed | Got::Same | Got::Done | Got::Closed => {}
        }
        got
    }
}

/// Goes to nobody but the nodes.
pub(crate) fn browser() -> Client {
    Client::builder().no_proxy().timeout(PATIENCE).build().unwrap_or_default()
}
