//! What a store may answer when it can't do what was asked, seen from the rules: nothing a client should ever read.

use std::error::Error;

/// A failure below the rules. Its words are for the log: `Display` says only the kind, so that no database text can
/// reach a page or an API by accident; the cause is in `source`.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// More is waiting than the store will queue: try again in a moment.
    #[error("the store is busy")]
    Busy,
    /// Somebody else holds what this needs, and did for too long: nothing was written. What needs something else may go on.
    #[error("the store is held up")]
    Held,
    /// The database can't be reached, or hung up: nothing is known to have been written.
    #[error("the store can't be reached")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
    /// The same act was asked for under the same key, and somebody else was first: nothing was written.
    #[error("the same was asked for before")]
    Repeated,
    /// The database refused, or holds what it should not: a bug.
    #[error("the store failed")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
}

impl StorageError {
    /// A row that says what no row may say.
    #[must_use]
    pub fn corrupt(what: impl Into<String>) -> Self {
        Self::Failed(what.into().into())
    }

    /// The same for somebody else who waited for the same.
    #[must_use]
    pub fn to_another(&self) -> Self {
        match self {
            Self::Busy => Self::Busy,
            Self::Held => Self::Held,
            Self::Repeated => Self::Repeated,
            Self::Unavailable(why) => Self::Unavailable(why.to_string().into()),
            Self::Failed(why) => Self::Failed(why.to_string().into()),
        }
    }

    /// Whether the same request may well succeed in a moment.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Busy | Self::Held | Self::Unavailable(_) | Self::Repeated)
    }
}
