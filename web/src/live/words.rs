//! What browsers are told of a tally: written once for each change, however many of them listen.
//!
//! It refuses to remember more ideas than move at a time: beyond that all is forgotten, and written again when it is said.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use folkmoot_common::Tally;
use serde::Serialize;

/// How many ideas' words are remembered.
const MOST: usize = 10_000;

/// What one event says, and one line of the answer to whoever asks once. Numbers, not ids: they are what the page shows.
#[derive(Serialize)]
pub(super) struct Shown {
    pub(super) idea: i64,
    support: i64,
    oppose: i64,
    comments: i64,
    version: i64,
}

impl Shown {
    pub(super) fn of(idea: i64, tally: &Tally) -> Self {
        let Tally { support, oppose, comments, version, .. } = *tally;
        Self { idea, support, oppose, comments, version }
    }
}

/// The newest words of each idea that moved lately.
#[derive(Default)]
pub(crate) struct Words(Mutex<HashMap<i64, Newest>>);

struct Newest {
    version: i64,
    words: Arc<str>,
}

impl Words {
    /// What to say of the idea of this number.
    pub(super) fn of(&self, idea: i64, tally: &Tally) -> serde_json::Result<Arc<str>> {
        let mut known = self.known();
        let newest = known.get(&idea);
        if let Some(newest) = newest.filter(|newest| newest.version == tally.version) {
            return Ok(Arc::clone(&newest.words));
        }
        let is_past = newest.is_some_and(|newest| newest.version > tally.version);
        let words: Arc<str> = serde_json::to_string(&Shown::of(idea, tally))?.into();
        if !is_past {
            if known.len() >= MOST {
                known.clear();
            }
            known.insert(idea, Newest { version: tally.version, words: Arc::clone(&words) });
        }
        Ok(words)
    }

    /// A panic while the lock was held can't have left the map half changed.
    fn known(&self) -> MutexGuard<'_, HashMap<i64, Newest>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
