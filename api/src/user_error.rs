//! What a person can mend, beside the payload of a mutation: never an error of the request.

use async_graphql::SimpleObject;
use folkmoot_common::{Problem, Problems};

/// One thing to mend.
#[derive(SimpleObject)]
pub(crate) struct UserError {
    /// The input's field that it is about.
    field: &'static str,
    /// Plain words for the person: what happened and what to do.
    message: String,
    /// A stable word for scripts: `TOO_LONG`.
    code: &'static str,
}

impl From<Problem> for UserError {
    fn from(problem: Problem) -> Self {
        Self { field: problem.field, message: problem.message, code: problem.code }
    }
}

/// Everything to mend.
pub(crate) fn user_errors(problems: Problems) -> Vec<UserError> {
    problems.0.into_iter().map(Into::into).collect()
}

/// Why the act was refused although everything was typed well.
pub(crate) fn refusal(field: &'static str, code: &'static str, message: &'static str) -> Vec<UserError> {
    vec![Problem::new(field, code, message).into()]
}

/// Somebody else was first: the version that the input names in this field doesn't stand any more.
pub(crate) fn changed(seen: &'static str) -> Problem {
    Problem::new(seen, "CHANGED", "Somebody changed it meanwhile. Read it again, then repeat your change.")
}
