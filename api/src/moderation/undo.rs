//! Taking a decision back: what is sent, and what came of it. The act itself stands with those of deciding.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, SimpleObject};

use super::decision::Decision;
use super::item::QueueItem;
use super::query::item_now;
use crate::error::ApiError;
use crate::user_error::UserError;

/// A decision to take back.
#[derive(InputObject)]
pub(crate) struct UndoDecisionInput {
    /// Which decision.
    pub(super) decision_id: ID,
}

/// What became of taking a decision back.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct UndoDecisionPayload {
    /// In one word.
    pub(super) outcome: UndoDecisionOutcome,
    /// The decision, if it was taken back.
    pub(super) decision: Option<Decision>,
    /// Why it was not; empty if it was.
    pub(super) user_errors: Vec<UserError>,
}

#[ComplexObject]
impl UndoDecisionPayload {
    /// The item that is back in the queue, read only if you ask for it.
    #[graphql(complexity = "10 + child_complexity")]
    async fn item(&self, ctx: &Context<'_>) -> Result<Option<QueueItem>, ApiError> {
        match self.decision.as_ref().and_then(|decision| decision.0.item) {
            None => Ok(None),
            Some(id) => item_now(ctx, id).await,
        }
    }
}

impl UndoDecisionPayload {
    /// It was not taken back.
    pub(super) const fn not(outcome: UndoDecisionOutcome, user_errors: Vec<UserError>) -> Self {
        Self { outcome, decision: None, user_errors }
    }
}

/// What became of taking a decision back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum UndoDecisionOutcome {
    /// Everything is as it was.
    Undone,
    /// It was undone already.
    AlreadyUndone,
    /// It is too long ago, or it can't be undone by a press.
    TooLate,
    /// Something else was decided on the same thing since: undo that first.
    LaterDecision,
    /// It is about something of your own: another moderator takes it back.
    Own,
    /// The input must be mended; nothing was changed.
    Invalid,
}
