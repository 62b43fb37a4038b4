//! Browsers that listen at `/live`, and how long a vote takes until every one of them shows it, on two nodes.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use folkmoot_tests::services::Redis;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

use crate::client::Connection;
use crate::failure::{Failure, Measured};
use crate::program::Setting;
use crate::report::Row;
use crate::rounds::percentile;
use crate::shots::Votes;
use crate::stage::{Stage, say};

/// Votes whose way is timed.
const VOTES: u64 = 12;
/// Between two votes: sometimes sooner than a page changes again, so that the waiting is measured too.
const BETWEEN: [u64; 4] = [700, 150, 1_100, 400];
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
    say("a vote until every listener on two nodes shows it");
    let redis = Redis::start()?;
    let setting = town.clone().with_redis(&redis.url());
    let (one, other) = (setting.serve()?, setting.serve()?);
    let (_path, idea) = stage.first_idea(&one)?;
    let count = stage.size.listeners;
    let mut votes = Votes { port: one.port, tokens: Rc::clone(tokens), ideas: vec![idea] };
    // One person who changes sides with every vote.
    votes.tokens = Rc::new(tokens.iter().take(1).cloned().collect());
    let audience = Audience::new(&[one.port, other.port], count);
    let mut micros = stage.runtime.block_on(audience.during(async |audience| watch(audience, &votes).await))?;
    micros.sort_unstable();

    let within = |percent| percentile(&micros, percent) / 1_000.0;
    let (p50, p99, worst) = (within(50), within(99), within(100));
    let listeners = super::thousands(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    Ok(vec![
        Row::new(
            format!("a vote until {listeners} listeners on two nodes show it"),
            format!("p50 {p50:.0} ms, p99 {p99:.0} ms, the last {worst:.0} ms"),
        )
        .shall("p99 ≤ 1 s", p99 <= 1_000.0)
        .with(serde_json::json!({ "votes": VOTES, "p50": p50, "p99": p99, "worst": worst })),
    ])
}

/// Votes now and then on the first node, and reads off how long each took to everybody.
async fn watch(audience: &Audience, votes: &Votes) -> Measured<Vec<u32>> {
    let mut connection = Connection::open(votes.port).await?;
    // The first only sets the side that the next ones leave.
    connection.ask(votes.request(0).as_bytes()).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let mut sent = Vec::new();
    for (number, pause) in (1..=VOTES).zip(BETWEEN.into_iter().cycle()) {
        let at = Instant::now();
        let answer = connection.ask(votes.request(number).as_bytes()).await?;
        let counted = version(answer.body).ok_or_else(|| {
            Failure::words(format!("a vote was not counted: {}", String::from_utf8_lossy(answer.body)))
        })?;
        sent.push((counted, at));
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    let last = sent.last().map_or(0, |(version, _)| *version);
    let since = Instant::now();
    let missing = |shown: &Shown| shown.borrow().last().is_none_or(|(version, _)| *version < last);
    while since.elapsed() < PATIENCE && audience.shown.iter().any(missing) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut all = Vec::new();
    for (version, at) in sent {
        all.extend(audience.delays(version, at)?);
    }
    Ok(all)
}
