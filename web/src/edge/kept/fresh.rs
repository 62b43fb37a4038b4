//! Whether the site still is as it was: numbered states, one for each time that anything may look different.
//!
//! The database is the only judge. It is asked for its stamp: at most every so often for what other nodes, the command line
//! and this node's own rounds did; and before the next page whenever a request that may change something has been handled
//! here. So nobody is shown what was there before their own act, in whichever tab or browser they look. The clock ends a
//! state too: at each full minute, because pages name minutes and days, and when a campaign opens or closes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use folkmoot_common::{StorageError, Timestamp};

use crate::site::Site;

/// After the database didn't answer, how long pages are drawn without asking it again: a crowd must not wait one by one.
const BREATH: Duration = Duration::from_secs(1);

/// A minute, in microseconds.
const MINUTE: i64 = 60 * 1_000_000;

pub(super) struct Fresh {
    believed: Duration,
    /// How many requests were handled here that may have changed something.
    acts: AtomicU64,
    seen: Mutex<Seen>,
    /// One question at a time; whoever waits for it takes its answer.
    asking: tokio::sync::Mutex<()>,
}

/// What the database said last.
#[derive(Debug, Clone, Default)]
struct Seen {
    generation: u64,
    stamp: String,
    /// From when until when the clock changes nothing.
    span: Option<(Timestamp, Timestamp)>,
    /// When the question left, and how many acts there had been by then.
    asked: Option<(Instant, u64)>,
    /// When it last gave no answer.
    failed: Option<Instant>,
}

impl Seen {
    fn covers(&self, now: Timestamp) -> bool {
        self.span.is_some_and(|(since, until)| since <= now && now < until)
    }
}

/// Held while something may be changed. However it ends, the database is asked before the next page, unless whoever held it
/// knows that nothing was.
pub(in crate::edge) struct Acting<'a> {
    acts: &'a AtomicU64,
    reads: bool,
}

impl Acting<'_> {
    /// It was a reading.
    pub(in crate::edge) fn only_read(mut self) {
        self.reads = true;
    }
}

impl Drop for Acting<'_> {
    fn drop(&mut self) {
        if !self.reads {
            self.acts.fetch_add(1, Ordering::SeqCst);
        }
    }
}

impl Fresh {
    pub(super) fn new(believed: Duration) -> Self {
        Self { believed, acts: AtomicU64::new(0), seen: Mutex::default(), asking: tokio::sync::Mutex::default() }
    }

    pub(super) const fn acting(&self) -> Acting<'_> {
        Acting { acts: &self.acts, reads: false }
    }

    /// The number of the present state; none when the database doesn't say.
    pub(super) async fn generation(&self, site: &Site) -> Option<u64> {
        if let Some(known) = self.known(site.sources.now()) {
            return known;
        }
        let _turn = self.asking.lock().await;
        let now = site.sources.now();
        if let Some(known) = self.known(now) {
            return known;
        }
        // Both are read before the question leaves: what happens meanwhile makes the next one ask again.
        let asked = (Instant::now(), self.acts.load(Ordering::SeqCst));
        let before = self.seen().clone();
        match after(site, before, now).await {
            Ok(seen) => {
                let generation = seen.generation;
                *self.seen() = Seen { asked: Some(asked), failed: None, ..seen };
                Some(generation)
            }
            Err(why) => {
                tracing::warn!(error = %why, "pages are drawn anew: the database doesn't say whether it was changed");
                self.seen().failed = Some(Instant::now());
                None
            }
        }
    }

    /// What can be said without asking.
    fn known(&self, now: Timestamp) -> Option<Option<u64>> {
        let seen = self.seen();
        if seen.failed.is_some_and(|at| at.elapsed() < BREATH) {
            return Some(None);
        }
        let (at, acts) = seen.asked?;
        let still = at.elapsed() < self.believed && acts == self.acts.load(Ordering::SeqCst) && seen.covers(now);
        still.then_some(Some(seen.generation))
    }

    /// Nothing can panic while the lock is held.
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is seen now, by the database and the clock.
async fn after(site: &Site, before: Seen, now: Timestamp) -> Result<Seen, StorageError> {
    let stamp = site.pulse.stamp().await?;
    if stamp == before.stamp && before.covers(now) {
        return Ok(before);
    }
    let minute = Timestamp::from_micros((now.micros().div_euclid(MINUTE) + 1) * MINUTE);
    let moment = site.pulse.next_by_the_clock(now).await?;
    let until = moment.map_or(minute, |moment| moment.min(minute));
    Ok(Seen { generation: before.generation + 1, stamp, span: Some((now, until)), ..before })
}
