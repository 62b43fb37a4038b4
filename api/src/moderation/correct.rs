//! Taking a decision back after the ten minutes of a slip, with a word to its author.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{Problem, Problems};
use folkmoot_moderation::{Note, Undone};

use super::decision::Decision;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The act of correcting.
#[derive(Default)]
pub(crate) struct CorrectMutations;

#[Object]
impl CorrectMutations {
    /// Takes a decision back however late: what it took is given back as far as it is still gone because of it, and its
    /// author is told why. Any moderator may, on what isn't their own.
    async fn correct_decision(
        &self,
        ctx: &Context<'_>,
        input: CorrectDecisionInput,
    ) -> Result<CorrectDecisionPayload, ApiError> {
        ctx.staff()?;
        let mut problems = Problems::default();
        let id = problems.check(ids::field(&input.decision_id, "decisionId"));
        let note = problems.check(Note::required("note", &input.note));
        let (Some(id), Some(note)) = (id, note) else {
            return Ok(CorrectDecisionPayload::not(CorrectDecisionOutcome::Invalid, user_errors(problems)));
        };
        let because = |outcome, code, words: &'static str| {
            CorrectDecisionPayload::not(outcome, vec![Problem::new("decisionId", code, words).into()])
        };
        Ok(match ctx.services()?.moderation.correct(&ctx.viewer(), id, note).await? {
            Undone::Done(decision) => CorrectDecisionPayload {
                outcome: CorrectDecisionOutcome::Corrected,
                decision: Some(Decision(*decision)),
                user_errors: Vec::new(),
            },
            Undone::Already => {
                because(CorrectDecisionOutcome::AlreadyUndone, "ALREADY_UNDONE", "It was taken back already.")
            }
            Undone::Own => {
                because(CorrectDecisionOutcome::Own, "OWN", "This is your own. Another moderator takes it back.")
            }
            Undone::Changed => because(
                CorrectDecisionOutcome::Changed,
                "CHANGED",
                "Its author has changed it since. It waits in the queue: look at it there.",
            ),
            Undone::TooLate | Undone::Later => because(
                CorrectDecisionOutcome::NothingLeft,
                "NOTHING_LEFT",
                "There is nothing to take back, or undoDecision still can.",
            ),
        })
    }
}

/// A decision to take back.
#[derive(InputObject)]
pub(crate) struct CorrectDecisionInput {
    /// Which decision.
    decision_id: ID,
    /// Why it was wrong, at most 1,000 characters; its author reads it.
    note: String,
}

/// What became of it.
#[derive(SimpleObject)]
pub(crate) struct CorrectDecisionPayload {
    /// In one word.
    outcome: CorrectDecisionOutcome,
    /// The decision that takes the other one back.
    decision: Option<Decision>,
    /// What to mend, or why it can't be done; empty if it was.
    user_errors: Vec<UserError>,
}

impl CorrectDecisionPayload {
    const fn not(outcome: CorrectDecisionOutcome, user_errors: Vec<UserError>) -> Self {
        Self { outcome, decision: None, user_errors }
    }
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum CorrectDecisionOutcome {
    /// What it took is given back, and its author is told.
    Corrected,
    /// It was undone already.
    AlreadyUndone,
    /// It took nothing, what it took was given back, or `undoDecision` still can undo it.
    NothingLeft,
    /// It is about something of your own: another moderator takes it back.
    Own,
    /// Its author has changed it since: it waits in the queue.
    Changed,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}
