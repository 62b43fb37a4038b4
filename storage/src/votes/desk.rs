//! The desk: ballots that arrive while a commit is under way wait here, and share the next one.
//!
//! An idle desk writes at once; a busy one needs no clock to decide how long to wait, because the commit before is the
//! wait. Nobody is answered before the commit. A full desk says so instead of growing.

use std::collections::HashSet;

use folkmoot_common::StorageError;
use folkmoot_votes::{Ballot, Recorded};
use tokio::sync::{mpsc, oneshot};

use super::entry::Entry;
use super::writing;
use crate::Store;

/// Ballots that may wait; beyond it people are asked to try again in a moment.
const ROOM: usize = 4_096;

/// Ballots that share one commit, at the most.
const SHARED: usize = 512;

struct Waiting {
    ballot: Ballot,
    answer: oneshot::Sender<Result<Recorded, StorageError>>,
}

/// Where ballots are handed in.
#[derive(Clone)]
pub(super) struct Desk {
    queue: mpsc::Sender<Waiting>,
}

impl Desk {
    /// Opens the desk. It closes when the last handle is dropped and everything handed in is written.
    pub(super) fn open(store: Store) -> Self {
        let (queue, waiting) = mpsc::channel(ROOM);
        tokio::spawn(serve(store, waiting));
        Self { queue }
    }

    pub(super) async fn hand_in(&self, ballot: Ballot) -> Result<Recorded, StorageError> {
        let (answer, answered) = oneshot::channel();
        self.queue.try_send(Waiting { ballot, answer }).map_err(|_full| StorageError::Busy)?;
        answered.await.unwrap_or_else(|_gone| Err(StorageError::Unavailable("the desk of votes is closed".into())))
    }
}

async fn serve(store: Store, mut queue: mpsc::Receiver<Waiting>) {
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
        write(&store, now).await;
    }
}

/// Those that can share a commit, and the second ballots of a person on one idea, which must come after their first.
fn split(held: Vec<Waiting>) -> (Vec<Waiting>, Vec<Waiting>) {
    let mut seen = HashSet::new();
    held.into_iter().partition(|waiting| seen.insert((waiting.ballot.idea, waiting.ballot.person)))
}

async fn write(store: &Store, waiting: Vec<Waiting>) {
    let entries = waiting.iter().map(|waiting| Entry::from(&waiting.ballot)).collect::<Vec<_>>();
    match writing::write(store, &entries).await {
        Ok(recorded) => {
            for (waiting, what) in waiting.into_iter().zip(recorded) {
                answer(waiting, Ok(what));
            }
        }
        // Nothing was written. One ballot that the database refuses must not refuse its neighbours: each alone.
        Err(StorageError::Failed(_)) if waiting.len() > 1 => {
            for (waiting, entry) in waiting.into_iter().zip(&entries) {
                let alone = writing::write(store, std::slice::from_ref(entry)).await;
                answer(waiting, alone.and_then(|recorded| only(&recorded)));
            }
        }
        Err(why) => {
            let said = why.to_string();
            tracing::warn!(error = ?why, ballots = waiting.len(), "votes could not be written");
            let busy = matches!(why, StorageError::Busy);
            for waiting in waiting {
                let why = if busy { StorageError::Busy } else { StorageError::Unavailable(said.clone().into()) };
                answer(waiting, Err(why));
            }
        }
    }
}

fn only(recorded: &[Recorded]) -> Result<Recorded, StorageError> {
    recorded.first().copied().ok_or_else(|| StorageError::corrupt("a ballot got no verdict"))
}

/// Whoever asked may be gone by now; their vote stands all the same.
fn answer(waiting: Waiting, what: Result<Recorded, StorageError>) {
    drop(waiting.answer.send(what));
}
