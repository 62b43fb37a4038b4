//! What the officers' acts share: which idea is meant, how a refusal is told, and payloads that differ by name alone.

use async_graphql::{Context, Enum, ID};
use folkmoot_common::{IdeaId, Problem, Problems};
use folkmoot_replies::ReplyError;

use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::changed;

/// What became of an officer's act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum OfficerActOutcome {
    /// It is done.
    Done,
    /// Somebody changed it meanwhile; nothing was done. Look again.
    Changed,
    /// It can't be done now, for the reason that the user errors tell.
    Refused,
    /// The input must be mended; nothing was done.
    Invalid,
}

/// Why an act was not done, as data.
pub(super) struct Refusal {
    pub(super) outcome: OfficerActOutcome,
    pub(super) problems: Problems,
}

impl Refusal {
    pub(super) fn invalid(problems: impl Into<Problems>) -> Self {
        Self { outcome: OfficerActOutcome::Invalid, problems: in_inputs(problems.into()) }
    }

    /// Answers for a person are data, what they can't mend is an error. `seen` is the input's field that names what was
    /// read before.
    pub(super) fn of(error: ReplyError, seen: &'static str) -> Result<Self, ApiError> {
        let (outcome, problems) = match error {
            ReplyError::Changed => (OfficerActOutcome::Changed, changed(seen).into()),
            ReplyError::Refused(problem) => (OfficerActOutcome::Refused, problem.into()),
            ReplyError::Invalid(problems) => (OfficerActOutcome::Invalid, problems),
            error => return Err(error.into()),
        };
        Ok(Self { outcome, problems: in_inputs(problems) })
    }
}

/// The domain's fields by the names that inputs have for them.
pub(super) fn in_inputs(mut problems: Problems) -> Problems {
    for problem in &mut problems.0 {
        problem.field = in_input(problem.field);
    }
    problems
}

/// The domain's field by the name that inputs have for it.
pub(super) fn in_input(field: &'static str) -> &'static str {
    match field {
        "refer_to" => "referTo",
        "next_step" => "nextStep",
        "next_date" => "nextDate",
        "days" | "working_days" => "workingDays",
        "to" => "departmentId",
        "promise" => "kind",
        "publish" => "ideaId",
        "job" => "role",
        other => other,
    }
}

/// The idea that an input names, and its number; a problem when its id is none, an error when the viewer can't see it.
pub(super) async fn idea(ctx: &Context<'_>, id: &ID) -> Result<Result<(IdeaId, i64), Problem>, ApiError> {
    let id: IdeaId = match ids::field(id, "ideaId") {
        Ok(id) => id,
        Err(problem) => return Ok(Err(problem)),
    };
    let found = ctx.services()?.ideas.find(&ctx.viewer(), id).await?;
    let idea = found.ok_or_else(ApiError::not_found)?;
    Ok(Ok((idea.id, idea.number)))
}

/// The payload of an act on one idea.
macro_rules! act_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub(crate) struct $name {
            idea: Option<folkmoot_common::IdeaId>,
            refusal: Option<crate::replies::acts::Refusal>,
        }

        impl $name {
            fn invalid(problems: impl Into<folkmoot_common::Problems>) -> Self {
                Self { idea: None, refusal: Some(crate::replies::acts::Refusal::invalid(problems)) }
            }

            fn of(
                idea: folkmoot_common::IdeaId,
                done: Result<(), folkmoot_replies::ReplyError>,
                seen: &'static str,
            ) -> Result<Self, crate::error::ApiError> {
                let refusal = done.err().map(|error| crate::replies::acts::Refusal::of(error, seen)).transpose()?;
                Ok(Self { idea: Some(idea), refusal })
            }
        }

        $(#[$doc])*
        #[async_graphql::Object]
        impl $name {
            /// In one word.
            async fn outcome(&self) -> crate::replies::acts::OfficerActOutcome {
                let done = crate::replies::acts::OfficerActOutcome::Done;
                self.refusal.as_ref().map_or(done, |refusal| refusal.outcome)
            }

            /// The idea as it stands now, read only if you ask for it.
            #[graphql(complexity = "10 + child_complexity")]
            async fn idea(
                &self,
                ctx: &async_graphql::Context<'_>,
            ) -> Result<Option<crate::ideas::Idea>, crate::error::ApiError> {
                use crate::context::Reach as _;
                let Some(id) = self.idea else { return Ok(None) };
                let idea = ctx.loaders()?.idea(id).await?;
                idea.map(|idea| crate::ideas::Idea::alone(ctx, idea)).transpose()
            }

            /// What to mend, or why it was not done; empty if it was.
            async fn user_errors(&self) -> Vec<crate::user_error::UserError> {
                self.refusal
                    .as_ref()
                    .map(|refusal| crate::user_error::user_errors(refusal.problems.clone()))
                    .unwrap_or_default()
            }
        }
    };
}

pub(super) use act_payload;
