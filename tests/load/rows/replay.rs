//! A real conversation once more, through the public API and by its own timestamps, sped up: comments become ideas, and
//! everybody votes with a token of their own. In the end every tally must be what the source's last votes add up to.
//!
//! Nobody here is asked to hurry: a person acts when it is due and when their act before has been answered, as people do.

use std::rc::Rc;
use std::time::{Duration, Instant};

use futures::TryStreamExt as _;
use futures::stream::FuturesUnordered;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::client::{Connection, PATIENCE, late};
use crate::conversation::{Act, Conversation, Event};
use crate::failure::{Failure, Measured};
use crate::program::Running;
use crate::report::Row;
use crate::rounds::percentile;
use crate::shots::post;
use crate::stage::{Stage, say};

use super::thousands;

/// The longest title that the rules allow, in characters.
const TITLE: usize = 80;
const WRITE: &str = "mutation($i:SubmitIdeaInput!){submitIdea(input:$i){outcome idea{id} userErrors{message}}}";
const VOTE: &str = "mutation($i:CastVoteInput!){castVote(input:$i){outcome}}";
const RETRACT: &str = "mutation($i:RetractVoteInput!){retractVote(input:$i){outcome}}";

/// After a pause like this a person comes back on a new connection: the program hangs up on who is silent for long.
const PAUSE: Duration = Duration::from_secs(1);

/// The ids of ideas, each known as soon as it is written; whoever votes on one waits for it.
type Ideas = Rc<Vec<watch::Sender<Option<String>>>>;

/// How long each thing took, in microseconds.
#[derive(Default)]
struct Times {
    votes: Vec<u32>,
    ideas: Vec<u32>,
    /// From the moment that the timestamp says, to the answer.
    behind: Vec<u32>,
}

/// The row.
pub(crate) fn rows(stage: &Stage) -> Measured<Vec<Row>> {
    let conversation = Conversation::read()?;
    let speed = stage.size.speed;
    say(&format!("{} votes of a real conversation, {speed} times as fast", conversation.votes));
    let setting = stage.silence("replay")?;
    let count = conversation.people.len().to_string();
    let tokens = setting.command(&["token", "issue", "--count", &count, "--prefix", "Voice"])?;
    let node = setting.serve()?;
    let ideas: Ideas = Rc::new((0..conversation.comments).map(|_| watch::Sender::new(None)).collect());

    let meter = stage.meter(Some(&node));
    let (spent, begun) = (meter.read(), Instant::now());
    let people = conversation.people.iter().zip(tokens.lines()).map(|(events, token)| {
        person(Person { port: node.port, token, ideas: Rc::clone(&ideas), begun, speed }, events)
    });
    // In no order, so that the first who fails ends it all: others may wait for ideas that nobody will write any more.
    let people: FuturesUnordered<_> = people.collect();
    let all: Vec<Times> = stage.runtime.block_on(people.try_collect())?;
    let (seconds, spent) = (begun.elapsed().as_secs_f64(), meter.read().since(spent));
    let Times { mut votes, ideas: written, mut behind } = all.into_iter().fold(Times::default(), Times::and);
    votes.sort_unstable();
    behind.sort_unstable();

    let differing = differing(stage, &node, &conversation, &ideas)?;
    setting.command(&["audit-counts"])?;
    let within = |times: &[u32], percent| percentile(times, percent) / 1_000.0;
    let count = |number: usize| thousands(f64::from(u32::try_from(number).unwrap_or(u32::MAX)));
    let (p50, p99) = (within(&votes, 50), within(&votes, 99));
    let ends = match differing {
        0 => format!("all {} tallies equal the source’s last votes", conversation.comments),
        some => format!("{some} of {} tallies differ from the source’s last votes", conversation.comments),
    };
    let days = f64::from(u32::try_from(conversation.span / 1_000).unwrap_or(u32::MAX)) / 86_400.0;
    Ok(vec![
        Row::new(
            format!(
                "a conversation of {days:.1} days again through the API, {} × as fast: {} people, {} ideas, {} votes",
                thousands(f64::from(speed)),
                conversation.people.len(),
                written.len(),
                count(conversation.votes)
            ),
            format!(
                "{seconds:.0} s; {} requests that vote, p50 {p50:.1} ms, p99 {p99:.1} ms; each person one after the other, so \
                 that they fall behind their moments: p99 {:.0} ms; \
                 program {:.1} s, database {:.1} s of CPU; {ends}",
                count(votes.len()),
                within(&behind, 99),
                spent.program,
                spent.database
            ),
        )
        .shall("tallies equal, p99 ≤ 100 ms", differing == 0 && p99 <= 100.0)
        .with(json!({
            "votes": conversation.votes, "speed": speed, "seconds": seconds, "p50": p50, "p99": p99, "differing": differing,
        })),
    ])
}

impl Times {
    fn and(mut self, other: Self) -> Self {
        self.votes.extend(other.votes);
        self.ideas.extend(other.ideas);
        self.behind.extend(other.behind);
        self
    }
}

/// Somebody who takes part.
struct Person<'a> {
    port: u16,
    token: &'a str,
    ideas: Ideas,
    begun: Instant,
    speed: u32,
}

/// Does what one person did, one thing after the other.
async fn person(one: Person<'_>, events: &[Event]) -> Measured<Times> {
    let (mut connection, mut used) = (Connection::open(one.port).await?, Instant::now());
    let mut times = Times::default();
    let mut held = std::collections::HashSet::new();
    for event in events {
        let due = one.begun + Duration::from_millis(event.at) / one.speed;
        tokio::time::sleep_until(due.into()).await;
        let slot = one.ideas.get(event.comment).ok_or_else(|| Failure::words("a comment has no place"))?;
        let body = match &event.act {
            Act::Write(words) => {
                json!({ "query": WRITE, "variables": { "i": { "campaign": "question-0", "title": title(words), "body": words } } })
            }
            // Who passes has no vote, and takes back the one that they had.
            Act::Vote(0) if !held.remove(&event.comment) => continue,
            Act::Vote(vote) => {
                let idea = slot.subscribe().wait_for(Option::is_some).await?.clone();
                if *vote == 0 {
                    json!({ "query": RETRACT, "variables": { "i": { "ideaId": idea } } })
                } else {
                    held.insert(event.comment);
                    let choice = if *vote == 1 { "SUPPORT" } else { "OPPOSE" };
                    json!({ "query": VOTE, "variables": { "i": { "ideaId": idea, "choice": choice } } })
                }
            }
        };
        let request = post(one.port, one.token, &body.to_string());
        if used.elapsed() > PAUSE {
            connection = Connection::open(one.port).await?;
        }
        let asked = Instant::now();
        let answer =
            tokio::time::timeout(PATIENCE, connection.ask(request.as_bytes())).await.map_err(|_late| late())??;
        used = Instant::now();
        let answer: Value = serde_json::from_slice(answer.body)?;
        let micros = |since: Instant| u32::try_from(since.elapsed().as_micros()).unwrap_or(u32::MAX);
        times.behind.push(micros(due));
        if let Act::Write(_words) = &event.act {
            times.ideas.push(micros(asked));
            let posted = &answer["data"]["submitIdea"];
            match (posted["outcome"].as_str(), posted["idea"]["id"].as_str()) {
                (Some("PUBLISHED"), Some(id)) => slot.send_replace(Some(id.to_owned())),
                _ => return Err(Failure::words(format!("an idea was not published: {answer}"))),
            };
        } else {
            times.votes.push(micros(asked));
            let data = &answer["data"];
            let outcome = data["castVote"]["outcome"].as_str().or_else(|| data["retractVote"]["outcome"].as_str());
            if !matches!(outcome, Some("COUNTED" | "ALREADY_COUNTED" | "RETRACTED")) {
                return Err(Failure::words(format!("a vote was not counted: {answer}")));
            }
        }
    }
    Ok(times)
}

/// The first words of a comment, on one line.
fn title(words: &str) -> String {
    let mut title = String::new();
    for word in words.split_whitespace() {
        if !title.is_empty() && title.chars().count() + 1 + word.chars().count() > TITLE {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title.chars().take(TITLE).collect()
}

/// How many ideas stand otherwise than the source's last votes, as the public API tells them.
fn differing(stage: &Stage, node: &Running, conversation: &Conversation, ideas: &Ideas) -> Measured<usize> {
    let told = stage.ideas(node, "id tally { support oppose }")?;
    let stands = |id: &str| {
        let idea = told.iter().find(|idea| idea["id"] == id)?;
        Some((idea["tally"]["support"].as_u64()?, idea["tally"]["oppose"].as_u64()?))
    };
    let pairs = conversation.last.iter().zip(ideas.iter());
    Ok(pairs.filter(|(last, idea)| idea.borrow().as_deref().and_then(stands).as_ref() != Some(*last)).count())
}
