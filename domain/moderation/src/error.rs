//! Why an act of moderation was not done.

use folkmoot_common::{Problem, Problems, StorageError};

/// An act that was not done. All but the last are answers for a person.
#[derive(Debug, thiserror::Error)]
pub enum ModerationError {
    /// Only people who have signed in may.
    #[error("nobody has signed in")]
    SignedOut,
    /// Only moderators may.
    #[error("not allowed")]
    Forbidden,
    /// It doesn't exist, or the viewer may not know that it does.
    #[error("no such thing")]
    NotFound,
    /// What was typed must be mended.
    #[error("{0}")]
    Invalid(Problems),
    /// It can't be done now, for this reason.
    #[error("{}", .0.message)]
    Refused(Problem),
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
