//! The clients: each votes for people of its own, one vote after the other, at whichever node answers. Now and then it
//! presses twice, at two nodes at once. Whoever gets no answer doesn't know, and leaves that vote alone from then on: so
//! what it must be in the end can be said exactly.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::future::join_all;
use reqwest::Client;
use serde_json::{Value, json};

use super::history::{Choice, Got, History, Sent};
use super::house::House;

/// How many vote at once.
pub(crate) const CLIENTS: usize = 64;
/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(20);
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
    pub(crate) history: Arc<History>,
    stop: Arc<AtomicBool>,
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
            history: Arc::new(History::begin()),
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

    /// Sends this vote once, and notes what came back.
    pub(crate) async fn vote(&self, http: &Client, (person, idea): (usize, usize), choice: Choice, node: usize) -> Got {
        let sent = Instant::now();
        let got = self.ask(http, (person, idea), choice, node).await;
        self.history.note(Sent { person, idea, choice, node, got, sent, known: Instant::now() });
        got
    }

    async fn ask(&self, http: &Client, (person, idea): (usize, usize), choice: Choice, node: usize) -> Got {
        let (query, input) = match choice {
            Choice::Nothing => (RETRACT, json!({ "ideaId": self.ideas[idea] })),
            Choice::Support => (CAST, json!({ "ideaId": self.ideas[idea], "choice": "SUPPORT" })),
            Choice::Oppose => (CAST, json!({ "ideaId": self.ideas[idea], "choice": "OPPOSE" })),
        };
        let body = json!({ "query": query, "variables": { "i": input } });
        let request = http.post(format!("{}/graphql", self.urls[node])).bearer_auth(&self.people[person]);
        let answer = match request.json(&body).send().await {
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
        _ => Got::Unknown,
    }
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
    unsure: HashSet<(usize, usize)>,
}

impl Voter {
    fn new(polls: Polls, people: Vec<usize>) -> Self {
        Self { polls, people, http: browser(), unsure: HashSet::new() }
    }

    async fn go_on(mut self) {
        let ideas = self.polls.ideas.len();
        for turn in 0.. {
            if self.polls.stop.load(Ordering::Relaxed) {
                return;
            }
            let place = turn % (self.people.len() * ideas);
            let key = (self.people[place / ideas], place % ideas);
            if !self.unsure.contains(&key) {
                self.press(key, turn).await;
            } else if self.unsure.len() == self.people.len() * ideas {
                // Everything is unknown: nothing more can be said with certainty.
                return;
            }
        }
    }

    async fn press(&mut self, key: (usize, usize), turn: usize) {
        // Round by round another choice; taken back in the third.
        let round = turn / (self.people.len() * self.polls.ideas.len());
        let choice = [Choice::Support, Choice::Oppose, Choice::Support, Choice::Nothing][(round + key.1) % 4];
        let nodes = self.polls.urls.len();
        let node = (turn + key.0) % nodes;
        let got = if turn.is_multiple_of(self.polls.double) {
            let (one, other) = tokio::join!(
                self.polls.vote(&self.http, key, choice, node),
                self.polls.vote(&self.http, key, choice, (node + 1) % nodes)
            );
            if one == Got::Unknown { one } else { other }
        } else {
            self.polls.vote(&self.http, key, choice, node).await
        };
        match got {
            Got::Unknown => {
                self.unsure.insert(key);
                tokio::time::sleep(DOUBT).await;
            }
            Got::Refused => tokio::time::sleep(REST).await,
            Got::Changed | Got::Same | Got::Closed => {}
        }
    }
}

/// Goes to nobody but the nodes.
pub(crate) fn browser() -> Client {
    Client::builder().no_proxy().timeout(PATIENCE).build().unwrap_or_default()
}
