//! What takes long to work out and may be a little old: kept for a short time, and worked out anew by whoever comes after
//! that. Several who come at the same moment may each work it out; none of them waits for another.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use folkmoot_common::Timestamp;

#[cfg(test)]
mod tests;

/// The place where it is kept. Clones share it.
#[derive(Debug)]
pub(crate) struct Kept<T>(Arc<Mutex<Option<(Timestamp, T)>>>);

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Clone> Kept<T> {
    /// What was kept, while it is not older than that.
    pub(crate) fn fresh(&self, now: Timestamp, age: Duration) -> Option<T> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(at, _)| now < at.plus(age)).map(|(_, what)| what.clone())
    }

    /// Keeps it as of then. What is younger stays.
    pub(crate) fn keep(&self, at: Timestamp, what: T) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|(before, _)| *before <= at) {
            *kept = Some((at, what));
        }
    }
}
