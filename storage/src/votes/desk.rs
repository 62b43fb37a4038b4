//! The desk: ballots that arrive while a commit is under way wait here, and share the next one.
//!
//! An idle desk writes at once; a busy one needs no clock to decide how long to wait, because the commit before is the
//! wait. Nobody is answered before the commit. A full desk says so instead of growing, and one person can't fill it.
//!
//! The desk also announces what moved, so that a vote whose asker has gone is heard of all the same; and it knows since
//! when each ballot waits, so that none is late because of the queue.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use folkmoot_common::{IdeaId, Live, PersonId, StorageError, Tally};
use folkmoot_votes::{Ballot, Recorded, Verdict};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use super::entry::Entry;
use super::writing::{self, Patience};
use crate::Store;
use crate::retries::Claim;

/// Ballots that may wait; beyond it people are asked to try again in a moment.
const ROOM: usize = 4_096;

/// Ballots that share one commit, at the most.
const SHARED: usize = 512;

/// Ballots of one person that may wait. Two on one idea can't share a commit: a crowd of them would be a commit each.
const EACH: u8 = 64;

/// For how long those of a batch that couldn't be written whole are tried in parts. Then each part that is left has one more
/// try, and everybody an answer: others wait behind them.
const APART: Duration = Duration::from_millis(500);

struct Waiting {
    ballot: Ballot,
    since: Instant,
    claim: Option<Claim>,
    place: Place,
    answer: oneshot::Sender<Result<Recorded, StorageError>>,
}

impl Waiting {
    fn entry(&self) -> Entry {
        Entry::of(&self.ballot, self.since, self.claim.clone())
    }
}

/// Where ballots are handed in.
#[derive(Clone)]
pub(super) struct Desk {
    queue: mpsc::Sender<Waiting>,
    crowd: Crowd,
}

impl Desk {
    /// Opens the desk. It closes when the last handle is dropped and everything handed in is written.
    pub(super) fn open(store: Store, live: Arc<dyn Live>) -> Self {
        let (queue, waiting) = mpsc::channel(ROOM);
        tokio::spawn(serve(store, live, waiting));
        Self { queue, crowd: Crowd::default() }
    }

    /// Whether anybody writes what is handed in.
    pub(super) fn is_open(&self) -> bool {
        !self.queue.is_closed()
    }

    pub(super) async fn hand_in(&self, ballot: Ballot) -> Result<Recorded, StorageError> {
        let closed = || StorageError::Unavailable("the desk of votes is closed".into());
        let place = self.crowd.enter(ballot.person).ok_or(StorageError::Busy)?;
        let (answer, answered) = oneshot::channel();
        let (since, claim) = (Instant::now(), Claim::in_hand());
        self.queue.try_send(Waiting { ballot, since, claim, place, answer }).map_err(|why| match why {
            TrySendError::Full(_) => StorageError::Busy,
            TrySendError::Closed(_) => closed(),
        })?;
        answered.await.unwrap_or_else(|_gone| Err(closed()))
    }
}

/// How many ballots of each person wait.
#[derive(Clone, Default)]
struct Crowd(Arc<Mutex<HashMap<PersonId, u8>>>);

/// One ballot's place in the crowd, free again when dropped.
struct Place {
    crowd: Crowd,
    person: PersonId,
}

impl Crowd {
    /// `None` when this person has enough waiting.
    fn enter(&self, person: PersonId) -> Option<Place> {
        let mut waiting = self.waiting();
        let own = waiting.entry(person).or_default();
        if *own >= EACH {
            return None;
        }
        *own += 1;
        Some(Place { crowd: self.clone(), person })
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<PersonId, u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut waiting = self.crowd.waiting();
        match waiting.get_mut(&self.person) {
            Some(own) if *own > 1 => *own -= 1,
            _ => {
                waiting.remove(&self.person);
            }
        }
    }
}

async fn serve(store: Store, live: Arc<dyn Live>, mut queue: mpsc::Receiver<Waiting>) {
    let mut held: Vec<Waiting> = Vec::new();
    loop {
        if held.is_empty() {
            match queue.recv().await {
                Some(first) => held.push(first),
                None => return,
            }
        }
        while held.len() < SHARED {
            match queue.try_recv() {
                Ok(next) => held.push(next),
                Err(_none_left) => break,
            }
        }
        let (now, later) = split(held);
        held = later;
        write(&store, live.as_ref(), now).await;
    }
}

/// Those that can share a commit, and the second ballots of a person on one idea, which must come after their first.
fn split(held: Vec<Waiting>) -> (Vec<Waiting>, Vec<Waiting>) {
    let mut seen = HashSet::new();
    held.into_iter().partition(|waiting| seen.insert((waiting.ballot.idea, waiting.ballot.person)))
}

/// Writes them together; or in ever smaller parts, when something about one of them keeps all from being written: the
/// database refuses it, or somebody else holds its idea. That is its own trouble, and not its neighbours'.
async fn write(store: &Store, live: &dyn Live, waiting: Vec<Waiting>) {
    // How many share a commit tells an operator how full the desk is. A desk never holds more than fits 32 bits.
    metrics::histogram!("folkmoot_votes_together").record(u32::try_from(waiting.len()).unwrap_or(u32::MAX));
    let mut parts = VecDeque::from([waiting]);
    let mut until = None;
    while let Some(part) = parts.pop_front() {
        let patience = if until.is_none() { Patience::Usual } else { Patience::Short };
        match together(store, live, part, patience).await {
            Ok(()) => {}
            Err((part, why)) if part.len() > 1 && is_of_one(&why) && is_before(&mut until) => {
                parts.extend(halves(part))
            }
            Err((part, why)) => refuse(part, &why),
        }
    }
}

/// Writes them in one transaction, announces what moved and answers everybody; or gives them back, with nothing written.
async fn together(
    store: &Store,
    live: &dyn Live,
    part: Vec<Waiting>,
    patience: Patience,
) -> Result<(), (Vec<Waiting>, StorageError)> {
    let entries = part.iter().map(Waiting::entry).collect::<Vec<_>>();
    #[cfg(all(feature = "sabotage", debug_assertions))]
    let part = if crate::sabotage::is(crate::sabotage::Sabotage::EarlyWord) { early(part) } else { part };
    let recorded = match writing::write(store, &entries, patience).await {
        Ok(recorded) => recorded,
        Err(why) => return Err((part, why)),
    };
    announce(live, &recorded).await;
    for (waiting, what) in part.into_iter().zip(recorded) {
        answer(waiting, what.ok_or(StorageError::Repeated));
    }
    Ok(())
}

/// Whether it may be the fault of one ballot among them, and nothing was written.
const fn is_of_one(why: &StorageError) -> bool {
    matches!(why, StorageError::Failed(_) | StorageError::Held)
}

/// Whether there is time yet to look for whose fault it is; the first to ask starts the clock.
fn is_before(until: &mut Option<Instant>) -> bool {
    Instant::now() < *until.get_or_insert_with(|| Instant::now() + APART)
}

/// Two parts of about one size. Ballots on one idea stay together while there are others, because they wait for one row.
fn halves(mut part: Vec<Waiting>) -> [Vec<Waiting>; 2] {
    part.sort_by_key(|waiting| waiting.ballot.idea);
    let middle = part.len() / 2;
    let between = |at: &usize| {
        let idea = |at: usize| part.get(at).map(|waiting| waiting.ballot.idea);
        idea(*at - 1) != idea(*at)
    };
    let at = (1..part.len()).filter(between).min_by_key(|at| at.abs_diff(middle)).unwrap_or(middle);
    let other = part.split_off(at);
    [part, other]
}

/// Tells all of them that nothing was written.
fn refuse(part: Vec<Waiting>, why: &StorageError) {
    tracing::warn!(error = ?why, ballots = part.len(), "votes could not be written");
    for waiting in part {
        answer(waiting, Err(why.to_another()));
    }
}

/// What must never be: an answer before the commit. Leaves nobody waiting.
#[cfg(all(feature = "sabotage", debug_assertions))]
fn early(waiting: Vec<Waiting>) -> Vec<Waiting> {
    for waiting in waiting {
        let tally = Some(Tally::none(waiting.ballot.idea));
        answer(waiting, Ok(Recorded { verdict: Verdict::Changed, tally }));
    }
    Vec::new()
}

/// Tells of each idea that moved, once: how it stands after all of them.
async fn announce(live: &dyn Live, recorded: &[Option<Recorded>]) {
    let mut moved: HashMap<IdeaId, Tally> = HashMap::new();
    for what in recorded.iter().flatten().filter(|what| what.verdict == Verdict::Changed) {
        let Some(tally) = what.tally else { continue };
        let newest = moved.entry(tally.idea).or_insert(tally);
        if tally.version > newest.version {
            *newest = tally;
        }
    }
    for tally in moved.into_values() {
        live.announce(tally).await;
    }
}

/// Whoever asked may be gone by now; their vote stands all the same.
fn answer(waiting: Waiting, what: Result<Recorded, StorageError>) {
    let Waiting { place, answer, .. } = waiting;
    drop(place);
    drop(answer.send(what));
}
