//! A client that costs little: keep-alive connections on one thread, requests written as bytes, answers checked one by
//! one. It knows just enough of HTTP/1.1 for that, and refuses an answer whose length isn't said beforehand.

use std::cell::RefCell;
use std::net::{Ipv4Addr, SocketAddr};
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::LocalSet;

use crate::failure::{Failure, Measured};

/// How long one answer may take before the client gives up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// What is asked, and which answer is a good one.
pub(crate) trait Shots {
    /// Writes request number `number`; the numbers go on from one run to the next.
    fn write(&self, number: u64, out: &mut Vec<u8>);

    /// Whether this is the answer that was wanted.
    fn is_good(&self, answer: &Answer<'_>) -> bool;
}

/// An answer that was read whole.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    /// The status.
    pub(crate) status: u16,
    /// The body as it came.
    pub(crate) body: &'a [u8],
}

/// How hard to shoot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    /// The port on this machine.
    pub(crate) port: u16,
    /// Connections, each with one request under way.
    pub(crate) clients: usize,
    /// For how long.
    pub(crate) time: Duration,
    /// The number of the first request.
    pub(crate) first: u64,
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// Good answers.
    pub(crate) good: u64,
    /// Other answers, and connections that broke.
    pub(crate) bad: u64,
    /// The first bad one, in words.
    pub(crate) trouble: Option<String>,
    /// How long it took, in seconds.
    pub(crate) seconds: f64,
    /// Microseconds of each good answer, sorted.
    pub(crate) micros: Vec<u32>,
    /// The number that the next run begins with.
    pub(crate) next: u64,
}

impl Run {
    /// One answer and how long it took.
    pub(crate) fn note(&mut self, is_good: bool, took: Duration, answer: &Answer<'_>) {
        if is_good {
            self.good += 1;
            self.micros.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
        } else {
            let start = String::from_utf8_lossy(answer.body.get(..300).unwrap_or(answer.body));
            self.spoil(format!("status {}: {start}", answer.status));
        }
    }

    /// Something that went wrong.
    pub(crate) fn spoil(&mut self, why: String) {
        self.bad += 1;
        self.trouble.get_or_insert(why);
    }
}

/// Shoots and waits until the last answer is there.
pub(crate) fn run(load: &Load, shots: &Rc<dyn Shots>) -> Measured<Run> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let log = Rc::new(RefCell::new(Run { next: load.first, ..Run::default() }));
    let local = LocalSet::new();
    let begun = Instant::now();
    let until = begun + load.time;
    for _ in 0..load.clients {
        let (log, shots, port) = (Rc::clone(&log), Rc::clone(shots), load.port);
        local.spawn_local(async move {
            if let Err(why) = client(port, shots.as_ref(), &log, until).await {
                log.borrow_mut().spoil(why.to_string());
            }
        });
    }
    runtime.block_on(local);
    let mut run = log.take();
    run.seconds = begun.elapsed().as_secs_f64();
    run.micros.sort_unstable();
    Ok(run)
}

async fn client(port: u16, shots: &dyn Shots, log: &RefCell<Run>, until: Instant) -> Measured<()> {
    let mut connection = Connection::open(port).await?;
    let mut out = Vec::with_capacity(1_024);
    while Instant::now() < until {
        let number = {
            let mut log = log.borrow_mut();
            log.next += 1;
            log.next - 1
        };
        out.clear();
        shots.write(number, &mut out);
        let at = Instant::now();
        let answer = tokio::time::timeout(PATIENCE, connection.ask(&out)).await.map_err(|_late| late())??;
        log.borrow_mut().note(shots.is_good(&answer), at.elapsed(), &answer);
    }
    Ok(())
}

/// Nobody waits for ever.
pub(crate) fn late() -> Failure {
    Failure::words(format!("no answer within {} s", PATIENCE.as_secs()))
}

/// One connection that is kept alive.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects to this machine.
    pub(crate) async fn open(port: u16) -> Measured<Self> {
        let stream = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1_024) })
    }

    /// Sends the bytes and reads one answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Measured<Answer<'_>> {
        self.buffer.clear();
        self.stream.write_all(request).await?;
        let head = loop {
            if let Some(at) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let (status, length) = read_head(self.buffer.get(..head).unwrap_or_default())?;
        while self.buffer.len() < head + length {
            self.more().await?;
        }
        Ok(Answer { status, body: self.buffer.get(head..head + length).unwrap_or_default() })
    }

    async fn more(&mut self) -> Measured<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(Failure::words("the server hung up")),
            _ => Ok(()),
        }
    }
}

fn read_head(head: &[u8]) -> Measured<(u16, usize)> {
    let head = std::str::from_utf8(head)?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let length = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    match (status, length) {
        (Some(status), Some(length)) => Ok((status, length)),
        (Some(_), None) => Err(Failure::words("an answer doesn't say how long it is")),
        (None, _) => Err(Failure::words("an answer is not HTTP/1.1")),
    }
}

/// Asks once and says how many bytes the body of a good answer has.
pub(crate) async fn weigh(port: u16, shots: &dyn Shots) -> Measured<usize> {
    let mut request = Vec::new();
    shots.write(0, &mut request);
    let mut connection = Connection::open(port).await?;
    let answer = connection.ask(&request).await?;
    if !shots.is_good(&answer) {
        let start = String::from_utf8_lossy(answer.body.get(..300).unwrap_or(answer.body)).into_owned();
        return Err(Failure::words(format!("status {}: {start}", answer.status)));
    }
    Ok(answer.body.len())
}
