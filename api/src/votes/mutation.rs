//! Casting a vote and taking it back: parse the id, call the rule, hand on the receipt. No second read.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::IdeaId;
use folkmoot_votes::{Outcome, Receipt};

use super::object::{Tally, VoteChoice};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::user_error::{UserError, refusal};

/// The acts on votes.
#[derive(Default)]
pub(crate) struct VoteMutations;

#[Object]
impl VoteMutations {
    /// Counts the viewer's choice on an idea, once; it replaces an earlier one. Sending it again changes nothing, so
    /// repeat it when an answer got lost.
    async fn cast_vote(&self, ctx: &Context<'_>, input: CastVoteInput) -> Result<CastVotePayload, ApiError> {
        ctx.signed_in()?;
        let idea: IdeaId = match ids::field(&input.idea_id, "ideaId") {
            Ok(idea) => idea,
            Err(problem) => return Ok(CastVotePayload::invalid(problem.into())),
        };
        let receipt = ctx.votes()?.cast(&ctx.viewer(), idea, input.choice.into()).await?;
        Ok(receipt.into())
    }

    /// Takes back whatever the viewer chose on an idea.
    async fn retract_vote(&self, ctx: &Context<'_>, input: RetractVoteInput) -> Result<RetractVotePayload, ApiError> {
        ctx.signed_in()?;
        let idea: IdeaId = match ids::field(&input.idea_id, "ideaId") {
            Ok(idea) => idea,
            Err(problem) => return Ok(RetractVotePayload::invalid(problem.into())),
        };
        let receipt = ctx.votes()?.retract(&ctx.viewer(), idea).await?;
        Ok(receipt.into())
    }
}

/// A vote.
#[derive(InputObject)]
pub(crate) struct CastVoteInput {
    /// On which idea.
    idea_id: ID,
    /// For or against.
    choice: VoteChoice,
}

/// A vote to take back.
#[derive(InputObject)]
pub(crate) struct RetractVoteInput {
    /// On which idea.
    idea_id: ID,
}

macro_rules! payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        #[graphql(complex)]
        pub(crate) struct $name {
            /// In one word.
            outcome: VoteOutcome,
            /// How the idea stands after it; null only if the input made no sense.
            tally: Option<Tally>,
            /// Why it was refused or what to mend; empty if the vote is as wished.
            user_errors: Vec<UserError>,
        }

        #[ComplexObject]
        impl $name {
            /// The idea itself, read only if you ask for it.
            async fn idea(&self, ctx: &Context<'_>) -> Result<Option<Idea>, ApiError> {
                let Some(Tally(tally)) = self.tally else {
                    return Ok(None);
                };
                ctx.loaders()?.idea(tally.idea).await?.map(|idea| Idea::alone(ctx, idea)).transpose()
            }
        }

        impl $name {
            fn invalid(error: UserError) -> Self {
                Self { outcome: VoteOutcome::Invalid, tally: None, user_errors: vec![error] }
            }
        }

        impl From<Receipt> for $name {
            fn from(receipt: Receipt) -> Self {
                Self {
                    outcome: receipt.outcome.into(),
                    tally: Some(Tally(receipt.tally)),
                    user_errors: refused(receipt.outcome),
                }
            }
        }
    };
}

payload!(
    /// What became of a vote.
    CastVotePayload
);
payload!(
    /// What became of taking back a vote.
    RetractVotePayload
);

fn refused(outcome: Outcome) -> Vec<UserError> {
    match outcome {
        Outcome::Counted | Outcome::AlreadyCounted | Outcome::Retracted | Outcome::NothingToRetract => Vec::new(),
        Outcome::VotingNotOpen => refusal("ideaId", "VOTING_NOT_OPEN", "Voting on this idea hasn’t begun."),
        Outcome::VotingClosed => refusal("ideaId", "VOTING_CLOSED", "Voting on this idea has ended."),
        Outcome::SupportOnly => refusal("choice", "SUPPORT_ONLY", "This campaign takes support only."),
    }
}

/// What became of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum VoteOutcome {
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
    /// The input must be mended; nothing moved.
    Invalid,
}

impl From<Outcome> for VoteOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Counted => Self::Counted,
            Outcome::AlreadyCounted => Self::AlreadyCounted,
            Outcome::Retracted => Self::Retracted,
            Outcome::NothingToRetract => Self::NothingToRetract,
            Outcome::VotingNotOpen => Self::VotingNotOpen,
            Outcome::VotingClosed => Self::VotingClosed,
            Outcome::SupportOnly => Self::SupportOnly,
        }
    }
}
