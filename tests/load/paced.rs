//! Visitors who come when they come: requests at a fixed rate, whatever became of the ones before (an open loop). One that
//! finds every connection taken waits for it, and its waiting counts; so a slow server can't slow its own clock down.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;

use crate::client::{Connection, PATIENCE, Run, Shots, late};
use crate::failure::Measured;

/// Connections, of which nearly all are free at a modest rate.
const CONNECTIONS: usize = 32;

/// How often and how long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// The port on this machine.
    pub(crate) port: u16,
    /// Arrivals a second.
    pub(crate) rate: u32,
    /// For how long.
    pub(crate) time: Duration,
}

/// Lets them come, and waits until the last has its answer.
pub(crate) fn run(pace: &Pace, shots: &Rc<dyn Shots>) -> Measured<Run> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let log = Rc::new(RefCell::new(Run::default()));
    let local = LocalSet::new();
    let (begun, pace) = (Instant::now(), *pace);
    for _ in 0..CONNECTIONS {
        let (log, shots) = (Rc::clone(&log), Rc::clone(shots));
        local.spawn_local(async move {
            if let Err(why) = server(&pace, shots.as_ref(), &log, begun).await {
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

/// One connection, which takes the next arrival whenever it is free.
async fn server(pace: &Pace, shots: &dyn Shots, log: &RefCell<Run>, begun: Instant) -> Measured<()> {
    let mut connection = Connection::open(pace.port).await?;
    let mut out = Vec::with_capacity(1_024);
    loop {
        let number = {
            let mut log = log.borrow_mut();
            log.next += 1;
            log.next - 1
        };
        let after = Duration::from_secs(number) / pace.rate;
        if after >= pace.time {
            return Ok(());
        }
        let due = begun + after;
        // The timer's own rounding is no waiting of theirs; a busy server is.
        let since = if Instant::now() < due {
            tokio::time::sleep_until(due.into()).await;
            Instant::now()
        } else {
            due
        };
        out.clear();
        shots.write(number, &mut out);
        let answer = tokio::time::timeout(PATIENCE, connection.ask(&out)).await.map_err(|_late| late())??;
        log.borrow_mut().note(shots.is_good(&answer), since.elapsed(), &answer);
    }
}
