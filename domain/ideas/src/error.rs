//! Why an act on an idea was not done.

use folkmoot_common::{Problem, Problems, StorageError, Timestamp};

/// An act that was not done. All but the last are answers for a person; that one is for the log.
#[derive(Debug, thiserror::Error)]
pub enum IdeaError {
    /// Only people who have signed in may.
    #[error("nobody has signed in")]
    SignedOut,
    /// It doesn't exist, or the viewer may not know that it does.
    #[error("no such thing")]
    NotFound,
    /// The viewer may see it but not do this to it now.
    #[error("not allowed")]
    Forbidden,
    /// What was typed must be mended.
    #[error("{0}")]
    Invalid(Problems),
    /// Nothing is wrong with what was typed, but it can't be done now, for this reason.
    #[error("{}", .0.message)]
    Refused(Problem),
    /// A moderator suspended the viewer up to then: they read and vote, and post nothing.
    #[error("suspended")]
    Suspended(Timestamp),
    /// Somebody changed it meanwhile: look again.
    #[error("it has changed meanwhile")]
    Changed,
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
