//! Counting what becomes of votes, for `/metrics`: the ledger as it is, with an ear. It changes nothing and never says
//! who or for what.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use folkmoot_common::{IdeaId, Page, PageRequest, PersonId, StorageError, Tally};
use folkmoot_votes::{Ballot, Choice, Difference, Ledger, OwnVote, PastVote, Recorded, Verdict};

/// A ledger whose verdicts are counted.
pub(crate) struct CountedLedger(pub(crate) Arc<dyn Ledger>);

#[async_trait]
impl Ledger for CountedLedger {
    async fn record(&self, ballot: Ballot) -> Result<Recorded, StorageError> {
        let recorded = self.0.record(ballot).await;
        let outcome = match &recorded {
            Ok(Recorded { verdict: Verdict::Changed, .. }) => "changed",
            Ok(Recorded { verdict: Verdict::Unchanged, .. }) => "unchanged",
            Ok(_) => "refused",
            Err(_) => "failed",
        };
        metrics::counter!("folkmoot_votes_total", "outcome" => outcome).increment(1);
        recorded
    }

    fn is_open(&self) -> bool {
        self.0.is_open()
    }

    async fn choices(&self, person: PersonId, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Choice>, StorageError> {
        self.0.choices(person, ideas).await
    }

    async fn history(&self, person: PersonId, page: &PageRequest) -> Result<Page<OwnVote>, StorageError> {
        self.0.history(person, page).await
    }

    async fn tallies(&self, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
        self.0.tallies(ideas).await
    }

    async fn differences(&self, limit: u64) -> Result<Vec<Difference>, StorageError> {
        self.0.differences(limit).await
    }

    async fn take(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        self.0.take(votes).await
    }
}
