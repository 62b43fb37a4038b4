//! Visitors who come when they come: requests at a fixed rate, whatever became of the ones before (an open loop). One that
//! finds every connection taken waits for it, and its waiting counts; so a slow server can't slow its own clock down.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;

use crate::client::{Connection, PATIENCE, Run, Shots, late};
use crate::failure::{Failure, Measured};

/// How late the timer wakes somebody by its own rounding: that is no waiting of theirs. Any more is.
const ROUNDING: Duration = Duration::from_millis(2);

/// One kind of visitors.
pub(crate) struct Stream {
    /// The port on this machine.
    pub(crate) port: u16,
    /// What they ask.
    pub(crate) shots: Rc<dyn Shots>,
    /// Arrivals a second.
    pub(crate) rate: u32,
    /// How many can be under way at once: so many that nearly all are free.
    pub(crate) connections: usize,
    /// The number of the first request.
    pub(crate) first: u64,
}

impl Stream {
    async fn connect(&self) -> Measured<Vec<Connection>> {
        let mut connections = Vec::with_capacity(self.connections);
        for _ in 0..self.connections {
            connections.push(Connection::open(self.port).await?);
        }
        Ok(connections)
    }

    /// The next who comes within this time, and how long after the beginning. Nobody is left out: a vote that is missing
    /// would let the next one by the same person change nothing.
    fn arrival(&self, time: Duration, log: &RefCell<Run>) -> Option<(u64, Duration)> {
        let mut log = log.borrow_mut();
        let number = log.next;
        let after = Duration::from_secs(number - self.first) / self.rate;
        if after >= time {
            return None;
        }
        log.next += 1;
        Some((number, after))
    }
}

/// Lets all kinds come at once for so long, and waits until the last has its answer. A run for each kind.
pub(crate) fn run<const N: usize>(time: Duration, streams: [Stream; N]) -> Measured<[Run; N]> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Before the clock is started: the first to come shall not wait for hundreds to connect.
    let opened = runtime.block_on(async {
        let mut opened = Vec::with_capacity(N);
        for stream in &streams {
            opened.push(stream.connect().await?);
        }
        Ok::<_, Failure>(opened)
    })?;
    let logs = streams.each_ref().map(|stream| Rc::new(RefCell::new(Run { next: stream.first, ..Run::default() })));
    let (local, begun) = (LocalSet::new(), Instant::now());
    for ((stream, log), connections) in streams.into_iter().zip(&logs).zip(opened) {
        let stream = Rc::new(stream);
        for connection in connections {
            let (stream, log) = (Rc::clone(&stream), Rc::clone(log));
            local.spawn_local(async move {
                if let Err(why) = server(connection, &stream, (begun, time), &log).await {
                    log.borrow_mut().spoil(why.to_string());
                }
            });
        }
    }
    runtime.block_on(local);
    let seconds = begun.elapsed().as_secs_f64();
    Ok(logs.map(|log| {
        let mut run = log.take();
        run.seconds = seconds;
        run.micros.sort_unstable();
        run
    }))
}

/// One connection, which takes the next arrival whenever it is free.
async fn server(
    mut connection: Connection,
    stream: &Stream,
    (begun, time): (Instant, Duration),
    log: &RefCell<Run>,
) -> Measured<()> {
    let mut out = Vec::with_capacity(1_024);
    while let Some((number, after)) = stream.arrival(time, log) {
        let due = begun + after;
        let since = if Instant::now() < due {
            tokio::time::sleep_until(due.into()).await;
            Instant::now().min(due + ROUNDING)
        } else {
            due
        };
        out.clear();
        stream.shots.write(number, &mut out);
        let answer = tokio::time::timeout(PATIENCE, connection.ask(&out)).await.map_err(|_late| late())??;
        log.borrow_mut().note(stream.shots.is_good(&answer), since.elapsed(), &answer);
    }
    Ok(())
}
