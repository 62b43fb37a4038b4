//! Browsers that listen at `/live` on two nodes that share a database and a Redis: how long a vote takes until every one of
//! them shows it, and what that costs. A listener that missed a vote is an error, not a slow one.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use folkmoot_tests::services::Redis;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

use crate::client::{Connection, Shots as _};
use crate::failure::{Failure, Measured};
use crate::program::Setting;
use crate::report::Row;
use crate::rounds::percentile;
use crate::shots::Votes;
use crate::spent::{Meter, Spent, resident};
use crate::stage::{Stage, say};

/// For how long people vote, beside the listening.
const VOTING: Duration = Duration::from_secs(10);
/// Between two votes at one node; so there are twenty a second, more often than a page changes, and the waiting is
/// measured too.
const BETWEEN: Duration = Duration::from_millis(100);
/// How long the last change may be on its way.
const PATIENCE: Duration = Duration::from_secs(5);

/// What one listener was shown: versions, and when.
type Shown = Rc<RefCell<Vec<(u64, Instant)>>>;

/// Listeners on idea number 1.
pub(crate) struct Audience {
    ports: Vec<u16>,
    shown: Vec<Shown>,
}

impl Audience {
    /// So many, shared out over these nodes.
    pub(crate) fn new(ports: &[u16], count: usize) -> Self {
        Self { ports: ports.to_vec(), shown: (0..count).map(|_| Shown::default()).collect() }
    }

    /// Lets them listen; when all of them have been shown the present numbers, does the work.
    pub(crate) async fn during<T>(&self, work: impl AsyncFnOnce(&Self) -> Measured<T>) -> Measured<T> {
        let local = LocalSet::new();
        for (port, shown) in self.ports.iter().copied().cycle().zip(&self.shown) {
            let shown = Rc::clone(shown);
            local.spawn_local(async move {
                if let Err(why) = listen(port, &shown).await {
                    say(&format!("  a listener fell away: {why}"));
                }
            });
        }
        local
            .run_until(async {
                let since = Instant::now();
                while self.shown.iter().any(|shown| shown.borrow().is_empty()) {
                    if since.elapsed() > Duration::from_secs(30) {
                        return Err(Failure::words("not every listener is shown anything"));
                    }
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                work(self).await
            })
            .await
    }

    /// Waits until all were shown the newest of these versions; then how late each was for each of them, sorted.
    async fn lags(&self, sent: &[(u64, Instant)]) -> Measured<Vec<u32>> {
        let last = sent.iter().map(|(version, _)| *version).max().unwrap_or_default();
        let since = Instant::now();
        let missing = |shown: &Shown| shown.borrow().last().is_none_or(|(version, _)| *version < last);
        while since.elapsed() < PATIENCE && self.shown.iter().any(missing) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let mut all = Vec::new();
        for (version, at) in sent {
            all.extend(self.delays(*version, *at)?);
        }
        all.sort_unstable();
        Ok(all)
    }

    /// Microseconds from `sent` until each was shown this version or a later one. Nobody may have missed it.
    fn delays(&self, version: u64, sent: Instant) -> Measured<Vec<u32>> {
        let delay = |shown: &Shown| {
            let shown = shown.borrow();
            let (_, at) = shown.iter().find(|(seen, _)| *seen >= version)?;
            u32::try_from(at.saturating_duration_since(sent).as_micros()).ok()
        };
        let all: Option<Vec<u32>> = self.shown.iter().map(delay).collect();
        all.ok_or_else(|| Failure::words("a listener was never shown a vote"))
    }
}

async fn listen(port: u16, shown: &RefCell<Vec<(u64, Instant)>>) -> Measured<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let request = format!("GET /live?ideas=1 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut text: Vec<u8> = Vec::new();
    loop {
        if stream.read_buf(&mut text).await? == 0 {
            return Err(Failure::words("the stream ended"));
        }
        let at = Instant::now();
        while let Some(end) = text.windows(2).position(|two| two == b"\n\n") {
            if let Some(version) = version(&text[..end]) {
                shown.borrow_mut().push((version, at));
            }
            text.drain(..end + 2);
        }
    }
}

/// The number after the last `"version":`.
fn version(text: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(text);
    let (_, after) = text.rsplit_once("\"version\":")?;
    after.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

/// The row.
pub(crate) fn rows(stage: &Stage, town: &Setting, tokens: &Rc<Vec<String>>) -> Measured<Vec<Row>> {
    say("votes until every listener on two nodes shows them");
    let redis = Redis::start()?;
    let setting = town.clone().with_redis(&redis.url());
    let nodes = [setting.serve()?, setting.serve()?];
    let (_path, idea) = stage.first_idea(&nodes[0])?;
    let before = nodes.iter().map(|node| resident(node.id())).sum::<Measured<u64>>()?;
    let (count, ports) = (stage.size.listeners, [nodes[0].port, nodes[1].port]);
    let audience = Audience::new(&ports, count);
    let meters = [stage.meter(Some(&nodes[0])), Meter { program: Some(nodes[1].id()), postgres: None }];
    for (half, port) in ports.into_iter().enumerate() {
        stage.runtime.block_on(oppose(port, tokens, &idea, half))?;
    }
    let heard = stage.runtime.block_on(audience.during(async |audience| {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let read = || meters.each_ref().map(Meter::read);
        let (spent, begun) = (read(), Instant::now());
        let (one, other) = tokio::try_join!(voting(ports[0], tokens, &idea, 0), voting(ports[1], tokens, &idea, 1))?;
        let seconds = begun.elapsed().as_secs_f64();
        let spent: Vec<Spent> = read().into_iter().zip(spent).map(|(after, before)| after.since(before)).collect();
        let sent: Vec<(u64, Instant)> = one.into_iter().chain(other).collect();
        let memory = nodes.iter().map(|node| resident(node.id())).sum::<Measured<u64>>()?;
        Ok(Heard { votes: sent.len(), lags: audience.lags(&sent).await?, spent, seconds, memory })
    }))?;
    Ok(vec![heard.row(count, before)])
}

/// What a hot idea cost, and how late its numbers were.
struct Heard {
    votes: usize,
    /// Of each vote to each listener, in sorted microseconds.
    lags: Vec<u32>,
    spent: Vec<Spent>,
    seconds: f64,
    /// Bytes that both nodes take while they are listened to.
    memory: u64,
}

impl Heard {
    #[expect(clippy::cast_precision_loss, reason = "bytes of memory are far below 2^52")]
    fn row(&self, count: usize, before: u64) -> Row {
        let within = |percent| percentile(&self.lags, percent) / 1_000.0;
        let (p50, p99, worst) = (within(50), within(99), within(100));
        let share = |seconds: f64| seconds * 100.0 / self.seconds;
        let program = share(self.spent.iter().map(|spent| spent.program).sum());
        let database = share(self.spent.iter().map(|spent| spent.database).sum());
        let mebibytes = self.memory as f64 / 1_048_576.0;
        let each = self.memory.saturating_sub(before) as f64 / count as f64 / 1_024.0;
        let rate = f64::from(u32::try_from(self.votes).unwrap_or(u32::MAX)) / self.seconds;
        let listeners = super::thousands(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        Row::new(
            format!("one hot idea, {rate:.0} votes/s, until each of {listeners} listeners on two nodes shows them"),
            format!(
                "p50 {p50:.0} ms, p99 {p99:.0} ms, the last {worst:.0} ms; of one core: both nodes {program:.0} %, database \
                 {database:.0} %; both nodes {mebibytes:.0} MiB, {each:.1} KiB a listener"
            ),
        )
        .shall("p99 ≤ 1 s", p99 <= 1_000.0)
        .with(serde_json::json!({
            "votes": self.votes, "p50": p50, "p99": p99, "worst": worst, "cpu_program": program, "cpu_database": database,
            "memory": self.memory, "memory_before": before,
        }))
    }
}

/// Votes at one node now and then, each by somebody else: the versions that came of them, and when each was sent.
async fn voting(port: u16, tokens: &Rc<Vec<String>>, idea: &str, half: usize) -> Measured<Vec<(u64, Instant)>> {
    let mut connection = Connection::open(port).await?;
    let votes = votes(port, tokens, idea, half);
    let mut sent = Vec::new();
    let begun = Instant::now();
    let mut turn = tokio::time::interval(BETWEEN);
    let mut number = 0;
    while begun.elapsed() < VOTING {
        turn.tick().await;
        let at = Instant::now();
        let answer = connection.ask(votes.request(number).as_bytes()).await?;
        number += 1;
        // One that changed nothing would have been shown before it was sent.
        let counted = version(answer.body).filter(|_| votes.is_good(&answer)).ok_or_else(|| {
            Failure::words(format!("a vote was not counted: {}", String::from_utf8_lossy(answer.body)))
        })?;
        sent.push((counted, at));
    }
    Ok(sent)
}

/// Of every second one of the people at one node, and of the others at the other.
fn votes(port: u16, tokens: &Rc<Vec<String>>, idea: &str, half: usize) -> Votes {
    let people: Vec<String> = tokens.iter().rev().skip(half).step_by(2).cloned().collect();
    Votes { port, tokens: Rc::new(people), ideas: vec![idea.to_owned()] }
}

/// Whoever will vote is against it beforehand, whatever they chose while votes were measured: so each changes something.
async fn oppose(port: u16, tokens: &Rc<Vec<String>>, idea: &str, half: usize) -> Measured<()> {
    let mut connection = Connection::open(port).await?;
    let votes = votes(port, tokens, idea, half);
    let (people, most) = (votes.tokens.len(), VOTING.as_millis() / BETWEEN.as_millis() + 10);
    let second_round = u64::try_from(people)?;
    for number in 0..u64::try_from(most)?.min(second_round) {
        connection.ask(votes.request(second_round + number).as_bytes()).await?;
    }
    Ok(())
}
