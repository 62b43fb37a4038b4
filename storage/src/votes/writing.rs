//! Writing entries: each database in the way that suits it, and long runs cut into rounds.

use std::collections::{HashMap, HashSet};

use folkmoot_common::StorageError;
use folkmoot_votes::Recorded;
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

use super::entry::Entry;
use super::{note, postgres, sqlite};
use crate::Store;
use crate::retries::{self, Claim};

/// How long the database may wait for a row that somebody else holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patience {
    /// As long as for everything else.
    Usual,
    /// Hardly at all: these ballots, or those behind them, have waited so long already. SQLite, whose one lock is the whole
    /// file's, has no ballots that could go on without others, and knows no difference.
    Short,
}

/// Writes ballots in one transaction, in the way that suits the database: what became of each, or nothing for one whose
/// key came before. No person may be in it twice on one idea.
pub(super) async fn write(
    store: &Store,
    entries: &[Entry],
    patience: Patience,
) -> Result<Vec<Option<Recorded>>, StorageError> {
    match store.backend() {
        DbBackend::Postgres => postgres::write(store, entries, patience).await,
        _ => sqlite::write(store, entries).await,
    }
}

/// Which of these ideas somebody holds at this moment, and who. On SQLite, whose one lock is the whole file's, none by itself.
pub(super) async fn holders(store: &Store, ideas: HashSet<Uuid>) -> Result<HashMap<Uuid, String>, StorageError> {
    match store.backend() {
        DbBackend::Postgres => postgres::holders(store, ideas).await,
        _ => Ok(HashMap::new()),
    }
}

/// Writes the keys of those that have one down; says which ballots are new.
pub(super) async fn take_claims(tx: &impl ConnectionTrait, entries: &[Entry]) -> Result<Vec<bool>, StorageError> {
    let claims = entries.iter().filter_map(|entry| entry.claim.as_ref()).collect::<Vec<_>>();
    let mut taken = Claim::take_all(tx, &claims).await?.into_iter();
    Ok(entries.iter().map(|entry| entry.claim.is_none() || taken.next() == Some(true)).collect())
}

/// Notes beside the key of each new ballot that has one what became of it.
pub(super) async fn note_claims(
    tx: &impl ConnectionTrait,
    entries: &[Entry],
    recorded: &[Option<Recorded>],
) -> Result<(), StorageError> {
    let both = entries.iter().zip(recorded);
    let noted = both.filter_map(|(entry, what)| Some((entry.claim.as_ref()?, note::text(what.as_ref()?))));
    retries::note(tx, &noted.collect::<Vec<_>>()).await
}

/// Cuts a run of entries into rounds in which no person stands twice on one idea, keeping their order.
pub(super) fn rounds(entries: &[Entry], most: usize) -> Vec<&[Entry]> {
    let mut rounds = Vec::new();
    let (mut start, mut seen) = (0, HashSet::new());
    for (i, entry) in entries.iter().enumerate() {
        if i - start >= most || !seen.insert((entry.idea, entry.person)) {
            rounds.push(entries.get(start..i).unwrap_or_default());
            start = i;
            seen.clear();
            seen.insert((entry.idea, entry.person));
        }
    }
    rounds.push(entries.get(start..).unwrap_or_default());
    rounds.retain(|round| !round.is_empty());
    rounds
}
