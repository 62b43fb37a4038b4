//! What the rule of votes needs from a store.

use std::collections::HashMap;

use async_trait::async_trait;
use folkmoot_common::{IdeaId, Page, PageRequest, PersonId, StorageError, Tally};

use crate::{Ballot, Choice, Difference, OwnVote, PastVote, Verdict};

/// A ballot's fate, and how the idea stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// What was done.
    pub verdict: Verdict,
    /// The tally after it; absent only when there is no such idea.
    pub tally: Option<Tally>,
}

/// The book of votes.
#[async_trait]
pub trait Ledger: Send + Sync {
    /// Writes one ballot: vote, history and tally together, only while voting is open by the database's clock.
    ///
    /// MUST answer only after the commit, and announce the tallies that moved then, even when whoever asked has gone
    /// meanwhile. A ballot that arrived while voting was open MUST count, however long it had to wait. MUST count a person at most once on an idea, whatever races. Ballots of
    /// many callers MAY share one transaction; each gets its own verdict, and one that fails fails alone.
    async fn record(&self, ballot: Ballot) -> Result<Recorded, StorageError>;

    /// Whether ballots can be written at all. A node where they can't should be sent no requests.
    fn is_open(&self) -> bool {
        true
    }

    /// What this person chose on these ideas; ideas without a choice are absent.
    async fn choices(&self, person: PersonId, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Choice>, StorageError>;

    /// What this person chose and has not taken back, the latest change first.
    async fn history(&self, person: PersonId, page: &PageRequest) -> Result<Page<OwnVote>, StorageError>;

    /// The present tallies of those of these ideas that anybody may see.
    async fn tallies(&self, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError>;

    /// Every idea whose tally differs from its rows, at most `limit`. None, unless something is broken.
    async fn differences(&self, limit: u64) -> Result<Vec<Difference>, StorageError>;

    /// Takes choices of the past, whether voting is open or not, in this order. One that isn't later than what stands
    /// is passed over, so taking them again changes nothing. Says how many changed something. A long run is several transactions; one that
    /// fails leaves those before it.
    async fn take(&self, votes: &[PastVote]) -> Result<usize, StorageError>;
}
