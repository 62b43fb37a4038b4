//! Ideas of which this node doesn't know whether they moved: the database was asked to write, and its answer was lost. Whoever
//! listens is told how they stand as soon as it can be read. A tally that didn't move is no news to anybody.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use folkmoot_common::{IdeaId, Live, StorageError, Tally};

use super::ledger::tallies;
use crate::Store;
use crate::silence::in_time;

/// How long it waits before the database is asked, and asked again.
const AGAIN: Duration = Duration::from_secs(1);

/// Ideas that are read at once.
const SOME: usize = 500;

/// No more than there are ideas. Cheap to clone.
#[derive(Clone, Default)]
pub(super) struct Unsure(Arc<Mutex<Waiting>>);

#[derive(Default)]
struct Waiting {
    ideas: HashSet<IdeaId>,
    /// Whether somebody is about to read them.
    is_told: bool,
}

impl Unsure {
    /// These too are read, and told of.
    pub(super) fn add(&self, ideas: impl Iterator<Item = IdeaId>, store: &Store, live: &Arc<dyn Live>) {
        let mut waiting = self.waiting();
        waiting.ideas.extend(ideas);
        if !waiting.is_told && !waiting.ideas.is_empty() {
            waiting.is_told = true;
            tokio::spawn(self.clone().tell(store.clone(), Arc::clone(live)));
        }
    }

    async fn tell(self, store: Store, live: Arc<dyn Live>) {
        while let Some(some) = self.next() {
            tokio::time::sleep(AGAIN).await;
            match in_time(settled(&store, &some)).await {
                Ok(tallies) => {
                    for tally in tallies {
                        live.announce(tally).await;
                    }
                }
                Err(_away) => self.waiting().ideas.extend(some),
            }
        }
    }

    /// Some of those that wait; nobody reads any more when there are none.
    fn next(&self) -> Option<Vec<IdeaId>> {
        let mut waiting = self.waiting();
        let some: Vec<IdeaId> = waiting.ideas.iter().copied().take(SOME).collect();
        for idea in &some {
            waiting.ideas.remove(idea);
        }
        waiting.is_told = !some.is_empty();
        waiting.is_told.then_some(some)
    }

    /// Nothing is done under it that could panic half way.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How these stand, when nothing is written to them any more that nobody knows of.
async fn settled(store: &Store, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
    if let Some(pen) = store.pen() {
        drop(pen.ready().await?);
    }
    tallies(store, ideas).await
}
