//! Asking another moderator to look again: by the author, or by whoever reported something that stays.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{DecisionId, Problem, Problems};
use folkmoot_moderation::{ModerationError, Note, Receipt};

use super::decision::Decision;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The acts of appealing.
#[derive(Default)]
pub(crate) struct AppealMutations;

#[Object]
impl AppealMutations {
    /// The author of something that was taken down asks another moderator to look again.
    async fn appeal_decision(
        &self,
        ctx: &Context<'_>,
        input: AppealDecisionInput,
    ) -> Result<AppealDecisionPayload, ApiError> {
        ctx.signed_in()?;
        let mut problems = Problems::default();
        let id = problems.check(ids::field(&input.decision_id, "decisionId"));
        let words = problems.check(Note::required("words", &input.words));
        let (Some(id), Some(words)) = (id, words) else {
            let user_errors = user_errors(problems);
            return Ok(AppealDecisionPayload { outcome: AppealOutcome::Invalid, user_errors, id: None });
        };
        let filed = ctx.services()?.moderation.appeal(&ctx.viewer(), id, words).await;
        let (outcome, user_errors) = came_of(filed)?;
        Ok(AppealDecisionPayload { outcome, user_errors, id: Some(id) })
    }

    /// A reporter asks another moderator to look again, after their report was turned down. Whoever has the number may.
    async fn appeal_report(
        &self,
        ctx: &Context<'_>,
        input: AppealReportInput,
    ) -> Result<AppealReportPayload, ApiError> {
        let mut problems = Problems::default();
        let unknown = || Problem::new("receipt", "INVALID", "This is not the number of a report: it has eight signs.");
        let receipt = problems.check(Receipt::parse(&input.receipt).ok_or_else(unknown));
        let id = problems.check(ids::field(&input.decision_id, "decisionId"));
        let words = problems.check(Note::required("words", &input.words));
        let (Some(receipt), Some(id), Some(words)) = (receipt, id, words) else {
            let user_errors = user_errors(problems);
            return Ok(AppealReportPayload { outcome: AppealOutcome::Invalid, user_errors });
        };
        // The number opens the one decision that answered it, and no other.
        let services = ctx.services()?;
        let filed = services.reports.find(&receipt).await?.ok_or_else(ApiError::not_found)?;
        if filed.appealable(services.sources.now()) != Some(id) {
            let words = "This can’t be looked at again: nothing was decided on it yet, or it was asked for already.";
            let user_errors = vec![Problem::new("decisionId", "NOT_ANY_MORE", words).into()];
            return Ok(AppealReportPayload { outcome: AppealOutcome::Refused, user_errors });
        }
        let filed = services.moderation.appeal_report(&receipt, id, words).await;
        let (outcome, user_errors) = came_of(filed)?;
        Ok(AppealReportPayload { outcome, user_errors })
    }
}

fn came_of(filed: Result<(), ModerationError>) -> Result<(AppealOutcome, Vec<UserError>), ApiError> {
    match filed {
        Ok(()) => Ok((AppealOutcome::Appealed, Vec::new())),
        Err(ModerationError::Refused(problem)) => Ok((AppealOutcome::Refused, vec![problem.into()])),
        Err(error) => Err(error.into()),
    }
}

/// A decision to be looked at again.
#[derive(InputObject)]
pub(crate) struct AppealDecisionInput {
    /// Which decision, on something of your own.
    decision_id: ID,
    /// Why, at most 1,000 characters.
    words: String,
}

/// What became of an appeal.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct AppealDecisionPayload {
    /// In one word.
    outcome: AppealOutcome,
    /// What to mend, or why it can't be done; empty if it was filed.
    user_errors: Vec<UserError>,
    #[graphql(skip)]
    id: Option<DecisionId>,
}

#[ComplexObject]
impl AppealDecisionPayload {
    /// The decision with its appeal, read only if you ask for it.
    async fn decision(&self, ctx: &Context<'_>) -> Result<Option<Decision>, ApiError> {
        match self.id {
            None => Ok(None),
            Some(id) => Ok(ctx.services()?.moderation.own_decision(&ctx.viewer(), id).await?.map(Decision)),
        }
    }
}

/// A report to be looked at again.
#[derive(InputObject)]
pub(crate) struct AppealReportInput {
    /// The report's number.
    receipt: String,
    /// The decision that answered it: `appealableDecisionId` of the report.
    decision_id: ID,
    /// Why, at most 1,000 characters.
    words: String,
}

/// What became of an appeal.
#[derive(SimpleObject)]
pub(crate) struct AppealReportPayload {
    /// In one word.
    outcome: AppealOutcome,
    /// What to mend, or why it can't be done; empty if it was filed.
    user_errors: Vec<UserError>,
}

/// What became of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum AppealOutcome {
    /// Another moderator looks again.
    Appealed,
    /// It was asked for already, or it is too long ago.
    Refused,
    /// Something typed must be mended; nothing was filed.
    Invalid,
}
