//! Where the listeners of one node wait. Each idea that somebody watches has one slot holding its newest tally; a
//! listener who is slow finds the newest there and never a queue, so memory is bounded by what is watched.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use folkmoot_common::{AnswerStream, CommentId, CommentStream, IdeaId, Tally, TallyStream};
use futures::StreamExt as _;
use futures::stream::{select_all, unfold};
use tokio::sync::{broadcast, watch};
use tokio_stream::wrappers::BroadcastStream;

/// Between two changes of one idea that a listener gets: two a second.
const BREATH: Duration = Duration::from_millis(500);

/// Comments, or answers, that a slow listener may lag behind before it loses the oldest.
const LAG: usize = 256;

type Slots = HashMap<IdeaId, watch::Sender<Option<Tally>>>;

/// The listeners of one node. Cheap to clone.
#[derive(Clone)]
pub(super) struct Hub {
    slots: Arc<Mutex<Slots>>,
    comments: broadcast::Sender<(IdeaId, CommentId)>,
    answers: broadcast::Sender<IdeaId>,
}

/// One listener's place at one slot. The last one to leave takes the slot away.
struct Seat {
    hub: Hub,
    idea: IdeaId,
    tallies: Option<watch::Receiver<Option<Tally>>>,
}

impl Hub {
    pub(super) fn new() -> Self {
        Self { slots: Arc::default(), comments: broadcast::Sender::new(LAG), answers: broadcast::Sender::new(LAG) }
    }

    /// Tells whoever watches the idea, unless they know something newer already.
    pub(super) fn tell(&self, tally: Tally) {
        if let Some(slot) = self.slots().get(&tally.idea) {
            slot.send_if_modified(|known| {
                let newer = known.is_none_or(|known| known.version < tally.version);
                if newer {
                    *known = Some(tally);
                }
                newer
            });
        }
    }

    pub(super) fn tell_comment(&self, idea: IdeaId, comment: CommentId) {
        // Nobody listening is no failure.
        drop(self.comments.send((idea, comment)));
    }

    pub(super) fn tell_answer(&self, idea: IdeaId) {
        drop(self.answers.send(idea));
    }

    pub(super) fn answers(&self, ideas: &[IdeaId]) -> AnswerStream {
        let watched: Vec<IdeaId> = ideas.to_vec();
        BroadcastStream::new(self.answers.subscribe())
            .filter_map(move |told| std::future::ready(told.ok().filter(|idea| watched.contains(idea))))
            .boxed()
    }

    /// The ideas that somebody watches here.
    pub(super) fn watched(&self) -> Vec<IdeaId> {
        self.slots().keys().copied().collect()
    }

    pub(super) fn tallies(&self, ideas: &[IdeaId]) -> TallyStream {
        let one = |idea: &IdeaId| unfold((self.sit(*idea), false), next).boxed();
        select_all(ideas.iter().map(one)).boxed()
    }

    pub(super) fn comments(&self, idea: IdeaId) -> CommentStream {
        BroadcastStream::new(self.comments.subscribe())
            .filter_map(
                move |told| async move { told.ok().filter(|(under, _)| *under == idea).map(|(_, comment)| comment) },
            )
            .boxed()
    }

    fn sit(&self, idea: IdeaId) -> Seat {
        let tallies = self.slots().entry(idea).or_insert_with(|| watch::Sender::new(None)).subscribe();
        Seat { hub: self.clone(), idea, tallies: Some(tallies) }
    }

    /// A panic while the lock was held can't have left the map half changed.
    fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The next change at this seat, a breath after the one before.
async fn next((mut seat, waited): (Seat, bool)) -> Option<(Tally, (Seat, bool))> {
    if waited {
        tokio::time::sleep(BREATH).await;
    }
    let tallies = seat.tallies.as_mut()?;
    loop {
        tallies.changed().await.ok()?;
        let newest = *tallies.borrow_and_update();
        if let Some(tally) = newest {
            return Some((tally, (seat, true)));
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut slots = self.hub.slots();
        self.tallies = None;
        if slots.get(&self.idea).is_some_and(watch::Sender::is_closed) {
            slots.remove(&self.idea);
        }
    }
}
