//! Things of one kind by their key: what was read, and what somebody said would be wanted.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::{Mutex as Brief, MutexGuard, PoisonError};

use futures::lock::Mutex;

use crate::error::ApiError;

/// How many keys one question to the store may name: well below what SQLite binds.
const MOST: usize = 1_000;

/// What a question to the store brings: things with their keys.
pub(crate) type Found<K, T> = Result<Vec<(K, T)>, ApiError>;

/// Where things of one kind come from.
pub(crate) trait Source: Send + Sync {
    /// What names one.
    type Key: Copy + Eq + Hash + Send + Sync;
    /// The thing.
    type Thing: Clone + Send + Sync;

    /// Reads those of these that there are, in one question.
    fn read(&self, keys: &[Self::Key]) -> impl Future<Output = Found<Self::Key, Self::Thing>> + Send;
}

/// A shelf over one source.
pub(crate) struct Shelf<S: Source> {
    source: S,
    /// Held over the question to the store, so that siblings that ask meanwhile wait for its answer.
    asking: Mutex<()>,
    held: Brief<Held<S>>,
}

struct Held<S: Source> {
    /// What was read; `None` for what is not there.
    found: HashMap<S::Key, Option<S::Thing>>,
    expected: HashSet<S::Key>,
    /// The store didn't answer: nobody asks it again in this execution.
    failed: Option<ApiError>,
}

impl<S: Source> Shelf<S> {
    pub(crate) fn new(source: S) -> Self {
        Self {
            source,
            asking: Mutex::new(()),
            held: Brief::new(Held { found: HashMap::new(), expected: HashSet::new(), failed: None }),
        }
    }

    /// Somebody may ask for this one: read it together with the first that is asked for.
    pub(crate) fn expect(&self, key: S::Key) {
        let mut held = self.held();
        if !held.found.contains_key(&key) {
            held.expected.insert(key);
        }
    }

    /// Somebody has read this one already.
    pub(crate) fn keep(&self, key: S::Key, thing: S::Thing) {
        let mut held = self.held();
        held.expected.remove(&key);
        held.found.insert(key, Some(thing));
    }

    /// The keys of everything that was read and is there.
    pub(crate) fn known(&self) -> Vec<S::Key> {
        let held = self.held();
        held.found.iter().filter(|(_, thing)| thing.is_some()).map(|(key, _)| *key).collect()
    }

    /// The thing of this key, if there is one.
    pub(crate) async fn get(&self, key: S::Key) -> Result<Option<S::Thing>, ApiError> {
        if let Some(found) = self.held().found.get(&key) {
            return Ok(found.clone());
        }
        let _asking = self.asking.lock().await;
        let Some(keys) = self.batch(key)? else {
            return Ok(self.held().found.get(&key).cloned().flatten());
        };

        let read = self.source.read(&keys).await;

        let mut held = self.held();
        let read = read.inspect_err(|error| held.failed = Some(error.clone()))?;
        for key in keys {
            held.expected.remove(&key);
            held.found.insert(key, None);
        }
        for (key, thing) in read {
            held.found.insert(key, Some(thing));
        }
        Ok(held.found.get(&key).cloned().flatten())
    }

    /// What to ask for; nothing when a sibling got it meanwhile.
    fn batch(&self, key: S::Key) -> Result<Option<Vec<S::Key>>, ApiError> {
        let held = self.held();
        if let Some(error) = &held.failed {
            return Err(error.clone());
        }
        if held.found.contains_key(&key) {
            return Ok(None);
        }
        let others = held.expected.iter().copied().filter(|other| *other != key);
        Ok(Some(std::iter::once(key).chain(others).take(MOST).collect()))
    }

    /// A panic elsewhere can't leave the maps half written, so a poisoned lock is as good as a whole one.
    fn held(&self) -> MutexGuard<'_, Held<S>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
