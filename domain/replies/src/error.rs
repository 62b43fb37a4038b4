//! Why an act around an answer was not done.

use folkmoot_common::{Problem, Problems, StorageError, Timestamp};

/// An act that was not done. All but the last are answers for a person.
#[derive(Debug, thiserror::Error)]
pub enum ReplyError {
    /// Only people who have signed in may.
    #[error("nobody has signed in")]
    SignedOut,
    /// Only the officers of the right department may.
    #[error("not allowed")]
    Forbidden,
    /// A moderator suspended the viewer up to then: they read, and put nothing before the public.
    #[error("suspended")]
    Suspended(Timestamp),
    /// It doesn't exist, or the viewer may not know that it does.
    #[error("no such thing")]
    NotFound,
    /// What was typed must be mended.
    #[error("{0}")]
    Invalid(Problems),
    /// It can't be done now, for this reason.
    #[error("{}", .0.message)]
    Refused(Problem),
    /// Somebody changed it meanwhile: look again.
    #[error("it has changed meanwhile")]
    Changed,
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<Problem> for ReplyError {
    fn from(problem: Problem) -> Self {
        Self::Invalid(Problems(vec![problem]))
    }
}

impl From<Problems> for ReplyError {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}
