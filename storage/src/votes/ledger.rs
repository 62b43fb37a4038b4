//! The port of votes, over the database.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{Id, IdeaId, Live, Page, PageRequest, PersonId, StorageError, Tally};
use folkmoot_votes::{Ballot, Choice, Difference, Ledger, OwnVote, PastVote, Recorded, Verdict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::audit;
use super::desk::Desk;
use super::entry::{self, Entry};
use super::history;
use super::note;
use super::writing::{self, Patience};
use crate::Store;
use crate::entity::{tally, vote};
use crate::error::sealed;
use crate::retries::Claim;

/// Choices of the past that share one commit.
const PAST_AT_ONCE: usize = 1_000;

/// The book of votes, and the desk where ballots are handed in.
#[derive(Clone)]
pub struct VoteLedger {
    store: Store,
    desk: Desk,
}

impl VoteLedger {
    /// Opens the book; what moves is announced by this megaphone. Must be called inside the runtime; the desk ends with the last handle.
    #[must_use]
    pub fn open(store: Store, live: Arc<dyn Live>) -> Self {
        Self { desk: Desk::open(store.clone(), live), store }
    }
}

#[async_trait]
impl Ledger for VoteLedger {
    async fn record(&self, ballot: Ballot) -> Result<Recorded, StorageError> {
        let recalled = Claim::in_hand().and_then(|claim| claim.recall(|text| note::read(ballot.idea, text)));
        match recalled {
            Some(recorded) => recorded,
            None => self.desk.hand_in(ballot).await,
        }
    }

    fn is_open(&self) -> bool {
        self.desk.is_open()
    }

    async fn choices(&self, person: PersonId, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Choice>, StorageError> {
        let rows = vote::Entity::find()
            .filter(vote::Column::PersonId.eq(person.uuid()))
            .filter(vote::Column::IdeaId.is_in(ideas.iter().map(|idea| idea.uuid())))
            .all(self.store.read())
            .await
            .map_err(sealed)?;
        let choice = |row: vote::Model| match row.choice {
            1 => Some((IdeaId::from_uuid(row.idea_id), Choice::Support)),
            -1 => Some((IdeaId::from_uuid(row.idea_id), Choice::Oppose)),
            _ => None,
        };
        Ok(rows.into_iter().filter_map(choice).collect())
    }

    async fn history(&self, person: PersonId, page: &PageRequest) -> Result<Page<OwnVote>, StorageError> {
        history::history(&self.store, person, page).await
    }

    async fn tallies(&self, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
        tallies(&self.store, ideas).await
    }

    async fn differences(&self, limit: u64) -> Result<Vec<Difference>, StorageError> {
        audit::differences(&self.store, limit).await
    }

    async fn take(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        let entries = votes.iter().map(Entry::from).collect::<Vec<_>>();
        let mut taken = 0;
        for round in writing::rounds(&entries, PAST_AT_ONCE) {
            let recorded = writing::write(&self.store, round, Patience::Usual).await?;
            taken += recorded.iter().flatten().filter(|what| what.verdict == Verdict::Changed).count();
        }
        Ok(taken)
    }
}

/// The present tallies of those of these ideas that anybody may see.
pub(crate) async fn tallies(store: &Store, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
    let rows = tally::Entity::find()
        .filter(tally::Column::Listed.eq(true))
        .filter(tally::Column::IdeaId.is_in(ideas.iter().map(|idea| idea.uuid())))
        .all(store.read())
        .await
        .map_err(sealed)?;
    let counts = |row: tally::Model| entry::tally(row.idea_id, [row.support, row.oppose, row.comments, row.version]);
    Ok(rows.into_iter().map(counts).collect())
}
