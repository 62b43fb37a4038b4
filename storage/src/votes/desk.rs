//! The desk: ballots that arrive while a commit is under way wait here, and share the next one.
//!
//! An idle desk writes at once; a busy one needs no clock to decide how long to wait, because the commit before is the
//! wait. Nobody is answered before the commit. A full desk says so instead of growing, and one person can't fill it.
//!
//! The desk also announces what moved, so that a vote whose asker has gone is heard of all the same; and it knows when each
//! ballot arrived, so that none is late because of what it had to wait for.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use folkmoot_common::{Id as _, IdeaId, Live, PersonId, StorageError, Tally};
use folkmoot_votes::{Ballot, Recorded, Verdict};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::entry::Entry;
use super::held::HeldUp;
use super::unsure::Unsure;
use super::writing::{self, Patience};
use crate::Store;
use crate::retries::Claim;

/// Ballots that may wait; beyond it people are asked to try again in a moment.
const ROOM: usize = 4_096;

/// Ballots that share one commit, at the most.
const SHARED: usize = 512;

/// Ballots of one person that may wait. Two on one idea can't share a commit: a crowd of them would be a commit each.
const EACH: u8 = 64;

/// For how long it is looked for who in a batch waits for something that is held. Then each part that is left has one more
/// try, and everybody an answer: others stand behind them.
const APART: Duration = Duration::from_millis(500);

struct Waiting {
    ballot: Ballot,
    arrived: Instant,
    claim: Option<Claim>,
    place: Place,
    answer: oneshot::Sender<Result<Recorded, StorageError>>,
}

impl Waiting {
    fn idea(&self) -> Uuid {
        self.ballot.idea.uuid()
    }

    fn entry(&self) -> Entry {
        Entry::of(&self.ballot, self.arrived, self.claim.clone())
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
        tokio::spawn(Clerk { store, live, held_up: HeldUp::default(), unsure: Unsure::default() }.serve(waiting));
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
        let (arrived, claim) = (ballot.arrived.unwrap_or_else(Instant::now), Claim::in_hand());
        self.queue.try_send(Waiting { ballot, arrived, claim, place, answer }).map_err(|why| match why {
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

/// Whoever writes down what was handed in, batch after batch.
struct Clerk {
    store: Store,
    live: Arc<dyn Live>,
    /// What was held at the last batch.
    held_up: HeldUp,
    unsure: Unsure,
}

impl Clerk {
    async fn serve(mut self, mut queue: mpsc::Receiver<Waiting>) {
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
            self.write(now).await;
        }
    }

    /// Writes them together; or without some, when something about those keeps all from being written. Who votes on what
    /// somebody else holds is turned away, after two seconds and then at once until it is free. Whatever else it is, a
    /// ballot that the database refuses or a person who is held, is looked for by halves: it is its own trouble, and not
    /// its neighbours'.
    async fn write(&mut self, waiting: Vec<Waiting>) {
        // How many share a commit tells an operator how full the desk is. A desk never holds more than fits 32 bits.
        metrics::histogram!("folkmoot_votes_together").record(u32::try_from(waiting.len()).unwrap_or(u32::MAX));
        if !self.held_up.is_empty() {
            self.held_up.look_again(&self.store).await;
        }
        let waiting = self.without_held(waiting);
        let (mut parts, mut until) = (VecDeque::from([waiting]), None);
        while let Some(part) = parts.pop_front() {
            let patience = if until.is_none() { Patience::Usual } else { Patience::Short };
            match self.together(part, patience).await {
                Ok(()) => {}
                Err((part, StorageError::Held)) if until.is_none() => {
                    self.held_up.look(&self.store, part.iter().map(Waiting::idea).collect()).await;
                    until = Some(Instant::now() + APART);
                    parts.push_back(self.without_held(part));
                }
                Err((part, why)) if part.len() > 1 && may_be_of_one(&why, until) => parts.extend(halves(part)),
                Err((part, why)) => {
                    if matches!(why, StorageError::Unavailable(_)) {
                        self.unsure.add(part.iter().map(|waiting| waiting.ballot.idea), &self.store, &self.live);
                    }
                    refuse(part, &why);
                }
            }
        }
    }

    /// Turns those away whose idea somebody holds, and gives back the others.
    fn without_held(&self, waiting: Vec<Waiting>) -> Vec<Waiting> {
        let (held, free) = waiting.into_iter().partition(|waiting| self.held_up.has(waiting.idea()));
        refuse(held, &StorageError::Held);
        free
    }

    /// Writes them in one transaction, announces what moved and answers everybody; or gives them back, with nothing written.
    async fn together(&self, part: Vec<Waiting>, patience: Patience) -> Result<(), (Vec<Waiting>, StorageError)> {
        if part.is_empty() {
            return Ok(());
        }
        let entries = part.iter().map(Waiting::entry).collect::<Vec<_>>();
        #[cfg(all(feature = "sabotage", debug_assertions))]
        let part = if crate::sabotage::is(crate::sabotage::Sabotage::EarlyWord) { early(part) } else { part };
        let recorded = match writing::write(&self.store, &entries, patience).await {
            Ok(recorded) => recorded,
            Err(why) => return Err((part, why)),
        };
        announce(self.live.as_ref(), &recorded).await;
        for (waiting, what) in part.into_iter().zip(recorded) {
            answer(waiting, what.ok_or(StorageError::Repeated));
        }
        Ok(())
    }
}

/// Those that can share a commit, and the second ballots of a person on one idea, which must come after their first.
fn split(held: Vec<Waiting>) -> (Vec<Waiting>, Vec<Waiting>) {
    let mut seen = HashSet::new();
    held.into_iter().partition(|waiting| seen.insert((waiting.ballot.idea, waiting.ballot.person)))
}

/// Whether it may be the trouble of one ballot among them, with nothing written, and there is time to look for it: a refusal
/// comes at once, and every wait is others' who stand behind.
fn may_be_of_one(why: &StorageError, until: Option<Instant>) -> bool {
    match why {
        StorageError::Failed(_) => true,
        StorageError::Held => until.is_none_or(|until| Instant::now() < until),
        _ => false,
    }
}

fn halves(mut part: Vec<Waiting>) -> [Vec<Waiting>; 2] {
    let other = part.split_off(part.len() / 2);
    [part, other]
}

/// Tells all of them that nothing was written.
fn refuse(part: Vec<Waiting>, why: &StorageError) {
    if !part.is_empty() {
        tracing::warn!(error = ?why, ballots = part.len(), "votes could not be written");
    }
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
