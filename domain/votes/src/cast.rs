//! Casting, changing and taking back a vote.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use folkmoot_common::{IdeaId, Live, StorageError, Tally, TallyStream, Viewer};

use crate::{Ballot, Choice, Difference, Ledger, PastVote, Recorded, Verdict};

/// What became of a vote, in the API's words. Every one of these is an answer, none an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It counts now.
    Counted,
    /// It counted already; nothing moved.
    AlreadyCounted,
    /// It is taken back.
    Retracted,
    /// There was nothing to take back.
    NothingToRetract,
    /// Voting on this idea hasn't begun.
    VotingNotOpen,
    /// Voting on this idea has ended.
    VotingClosed,
    /// This campaign takes support only.
    SupportOnly,
}

impl Outcome {
    /// The API's word: `COUNTED`, `VOTING_CLOSED`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counted => "COUNTED",
            Self::AlreadyCounted => "ALREADY_COUNTED",
            Self::Retracted => "RETRACTED",
            Self::NothingToRetract => "NOTHING_TO_RETRACT",
            Self::VotingNotOpen => "VOTING_NOT_OPEN",
            Self::VotingClosed => "VOTING_CLOSED",
            Self::SupportOnly => "SUPPORT_ONLY",
        }
    }

    /// Whether the vote is as the person wished it.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Counted | Self::AlreadyCounted | Self::Retracted | Self::NothingToRetract)
    }
}

/// The answer to a vote: what became of it and how the idea stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Receipt {
    /// What became of it.
    pub outcome: Outcome,
    /// The tally after it.
    pub tally: Tally,
}

/// A vote that got no answer.
#[derive(Debug, thiserror::Error)]
pub enum CastError {
    /// Only people who have signed in vote, and who are still there.
    #[error("nobody has signed in")]
    SignedOut,
    /// No such idea, or none that takes votes from the public.
    #[error("no such idea")]
    NoSuchIdea,
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The acts on votes. Cheap to clone.
#[derive(Clone)]
pub struct Votes {
    pub(crate) ledger: Arc<dyn Ledger>,
    live: Arc<dyn Live>,
    arrived: Option<Instant>,
}

impl Votes {
    /// Votes written in this ledger, which announces them, and followed by this megaphone.
    pub fn new(ledger: Arc<dyn Ledger>, live: Arc<dyn Live>) -> Self {
        Self { ledger, live, arrived: None }
    }

    /// The same for votes of a request that had arrived whole then: nobody is late because of what the site did first.
    #[must_use]
    pub fn arrived_at(&self, arrived: Instant) -> Self {
        Self { arrived: Some(arrived), ..self.clone() }
    }

    /// Counts the viewer's choice; it replaces an earlier one.
    ///
    /// # Errors
    /// When nobody has signed in, there is no such idea to vote on, or the store fails.
    pub async fn cast(&self, viewer: &Viewer, idea: IdeaId, choice: Choice) -> Result<Receipt, CastError> {
        self.record(viewer, idea, Some(choice)).await
    }

    /// Takes back whatever the viewer chose.
    ///
    /// # Errors
    /// As for [`Votes::cast`].
    pub async fn retract(&self, viewer: &Viewer, idea: IdeaId) -> Result<Receipt, CastError> {
        self.record(viewer, idea, None).await
    }

    /// What the viewer chose on these ideas. Nobody else's choice can be asked for.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own(&self, viewer: &Viewer, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Choice>, StorageError> {
        match viewer.person() {
            Some(person) if !ideas.is_empty() => self.ledger.choices(person, ideas).await,
            _ => Ok(HashMap::new()),
        }
    }

    /// Whether votes can be taken at all on this node.
    #[must_use]
    pub fn are_taken(&self) -> bool {
        self.ledger.is_open()
    }

    /// The present tallies of those of these ideas that are public.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tallies(&self, ideas: &[IdeaId]) -> Result<Vec<Tally>, StorageError> {
        self.ledger.tallies(ideas).await
    }

    /// How these ideas' tallies move from now on.
    pub fn follow(&self, ideas: &[IdeaId]) -> TallyStream {
        self.live.tallies(ideas)
    }

    /// Every idea whose tally differs from its rows, at most a thousand.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn audit(&self) -> Result<Vec<Difference>, StorageError> {
        self.ledger.differences(1_000).await
    }

    /// Takes choices of the past; says how many changed something. Not announced: nobody watches the past.
    ///
    /// # Errors
    /// When the store fails. What was taken until then stays: taking the same again goes on from there.
    pub async fn take(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        self.ledger.take(votes).await
    }

    async fn record(&self, viewer: &Viewer, idea: IdeaId, choice: Option<Choice>) -> Result<Receipt, CastError> {
        let person = viewer.person().ok_or(CastError::SignedOut)?;

        let ballot = Ballot { idea, person, choice, arrived: self.arrived };
        let Recorded { verdict, tally } = self.ledger.record(ballot).await?;
        let tally = tally.ok_or(CastError::NoSuchIdea)?;
        let outcome = match (verdict, choice) {
            (Verdict::Changed, Some(_)) => Outcome::Counted,
            (Verdict::Changed, None) => Outcome::Retracted,
            (Verdict::Unchanged, Some(_)) => Outcome::AlreadyCounted,
            (Verdict::Unchanged, None) => Outcome::NothingToRetract,
            (Verdict::NotOpenYet, _) => Outcome::VotingNotOpen,
            (Verdict::Closed, _) => Outcome::VotingClosed,
            (Verdict::SupportOnly, _) => Outcome::SupportOnly,
            (Verdict::NoSuchIdea, _) => return Err(CastError::NoSuchIdea),
            (Verdict::NoSuchPerson, _) => return Err(CastError::SignedOut),
        };
        Ok(Receipt { outcome, tally })
    }
}
