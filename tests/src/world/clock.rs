//! A clock that a story moves. It runs on with the machine's, so that what happens later has a later time.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use folkmoot_common::{Clock, SystemClock, Timestamp};

/// The machine's time, and whatever a story added.
#[derive(Debug, Default)]
pub struct ManualClock {
    ahead_micros: AtomicI64,
}

impl ManualClock {
    /// Lets this much time pass at once. The database's own clock doesn't move.
    ///
    /// # Panics
    /// When that is more time than there is.
    pub fn advance(&self, span: Duration) {
        let micros = i64::try_from(span.as_micros()).expect("a span that a story can mean");
        self.ahead_micros.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(SystemClock.now().micros() + self.ahead_micros.load(Ordering::SeqCst))
    }
}
