//! Which ideas were seen to be public a moment ago, shared by all listeners: so a tally isn't sent on after its idea
//! was hidden, and a thousand listeners of one idea cost one read in five seconds and not a thousand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use folkmoot_common::{IdeaId, Tally, Timestamp};

use crate::Services;

/// How long a look holds.
const HOLDS: Duration = Duration::from_secs(5);
/// How many ideas are remembered; beyond that, old looks are forgotten.
const MOST: usize = 10_000;

/// What was seen. Cheap to clone; all clones share it.
#[derive(Clone, Default)]
pub(crate) struct Watch(Arc<Mutex<HashMap<IdeaId, Timestamp>>>);

impl Watch {
    /// These ideas are public at this moment.
    pub(crate) fn saw_public(&self, ideas: impl Iterator<Item = IdeaId>, now: Timestamp) {
        let mut seen = self.seen();
        if seen.len() >= MOST {
            seen.retain(|_, at| now.since(*at) < HOLDS);
        }
        seen.extend(ideas.map(|idea| (idea, now)));
    }

    /// The tally to send on, if its idea is still public: the present one when it had to be read anyway. Nothing when
    /// the store can't say.
    pub(crate) async fn still_public(&self, services: &Services, tally: Tally) -> Option<Tally> {
        let now = services.sources.now();
        if self.seen().get(&tally.idea).is_some_and(|at| now.since(*at) < HOLDS) {
            return Some(tally);
        }
        let present = services.votes.tallies(&[tally.idea]).await.ok()?.into_iter().next()?;
        self.saw_public(std::iter::once(tally.idea), now);
        Some(if present.version > tally.version { present } else { tally })
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<IdeaId, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
