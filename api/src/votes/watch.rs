//! Which ideas were seen to be public a moment ago, shared by all listeners of either kind: so a tally isn't sent on
//! after its idea was hidden, and ten thousand listeners of one idea cost one read in five seconds and not ten thousand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as Brief, MutexGuard, PoisonError};
use std::time::Duration;

use folkmoot_common::{IdeaId, Sources, StorageError, Tally, Timestamp};
use folkmoot_votes::Votes;
use futures::lock::Mutex;

/// How long a look holds.
const HOLDS: Duration = Duration::from_secs(5);
/// How long the store is left alone after it didn't answer.
const REST: Duration = Duration::from_secs(1);
/// How many ideas are remembered; beyond that, old looks are forgotten.
const MOST: usize = 10_000;

/// What was seen. Cheap to clone; all clones share it.
#[derive(Clone)]
pub struct Watch {
    votes: Votes,
    sources: Sources,
    looks: Arc<Brief<HashMap<IdeaId, Place>>>,
}

/// One idea's last look. Whoever looks holds it, so that listeners who come meanwhile wait for what is seen.
type Place = Arc<Mutex<Option<Look>>>;

#[derive(Clone)]
struct Look {
    at: Timestamp,
    saw: Result<Option<Tally>, Arc<StorageError>>,
}

impl Look {
    fn holds(&self, now: Timestamp) -> bool {
        now.since(self.at) < if self.saw.is_ok() { HOLDS } else { REST }
    }
}

impl Watch {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(votes: Votes, sources: Sources) -> Self {
        Self { votes, sources, looks: Arc::default() }
    }

    /// These were read just now, so their ideas are public at this moment.
    pub async fn saw_public(&self, tallies: &[Tally]) {
        let at = self.sources.now();
        for tally in tallies {
            *self.place(tally.idea, at).lock().await = Some(Look { at, saw: Ok(Some(*tally)) });
        }
    }

    /// The tally to send on, if its idea is still public: the present one, when that is newer. Nothing when the idea was
    /// hidden meanwhile.
    ///
    /// # Errors
    /// When the store can't say.
    pub async fn still_public(&self, tally: Tally) -> Result<Option<Tally>, Arc<StorageError>> {
        let place = self.place(tally.idea, self.sources.now());
        let mut last = place.lock().await;
        // Asked again: it may have been a long wait for somebody else's look.
        let now = self.sources.now();
        let look = match last.as_ref().filter(|look| look.holds(now)) {
            Some(look) => look.clone(),
            None => {
                let saw = self.votes.tallies(&[tally.idea]).await;
                let look = Look { at: now, saw: saw.map(|seen| seen.into_iter().next()).map_err(Arc::new) };
                last.insert(look).clone()
            }
        };
        Ok(look.saw?.map(|seen| if seen.version > tally.version { seen } else { tally }))
    }

    fn place(&self, idea: IdeaId, now: Timestamp) -> Place {
        let mut looks = self.looks();
        if looks.len() >= MOST {
            looks.retain(|_, place| {
                place.try_lock().is_none_or(|look| look.as_ref().is_some_and(|look| look.holds(now)))
            });
        }
        Arc::clone(looks.entry(idea).or_default())
    }

    fn looks(&self) -> MutexGuard<'_, HashMap<IdeaId, Place>> {
        self.looks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
