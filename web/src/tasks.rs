//! Work beside the requests: the only place in this crate that spawns (the store has tasks of its own, for the desk of
//! ballots and the line to Redis, which end with it). Each task has a name, its panic is logged, and all of them hear the
//! program's end, so that nothing outlives the site it works for.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use tokio::sync::watch;

/// The tasks of one site and the word that it is closing. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Tasks {
    closing: Arc<watch::Sender<bool>>,
    running: Arc<watch::Sender<usize>>,
}

impl Tasks {
    /// No tasks yet.
    #[must_use]
    pub fn new() -> Self {
        Self { closing: Arc::new(watch::Sender::new(false)), running: Arc::new(watch::Sender::new(0)) }
    }

    /// Runs `work` beside the requests until it ends. It should end soon after [`Tasks::closing`] does.
    pub fn spawn(&self, name: &'static str, work: impl Future<Output = ()> + Send + 'static) {
        self.running.send_modify(|count| *count = count.saturating_add(1));
        let running = Arc::clone(&self.running);
        tokio::spawn(async move {
            // The panic itself was printed by the hook; the count must fall all the same.
            if AssertUnwindSafe(work).catch_unwind().await.is_err() {
                tracing::error!(task = name, "a task panicked");
            }
            running.send_modify(|count| *count = count.saturating_sub(1));
        });
    }

    /// Resolves when the site closes: whatever streams to a client ends with it.
    pub async fn closing(&self) {
        let mut closing = self.closing.subscribe();
        // The sender lives as long as `self`, so an error can't be; if it were, closing is the right answer.
        let _ended = closing.wait_for(|closing| *closing).await.is_err();
    }

    /// Whether the site is closing.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        *self.closing.borrow()
    }

    /// Tells every task and every stream to end.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Waits until no task runs, at most for `patience`. Says whether all had ended.
    pub async fn finish(&self, patience: Duration) -> bool {
        let mut running = self.running.subscribe();
        tokio::time::timeout(patience, running.wait_for(|count| *count == 0)).await.is_ok()
    }
}

impl Default for Tasks {
    fn default() -> Self {
        Self::new()
    }
}
