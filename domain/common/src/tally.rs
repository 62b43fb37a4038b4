//! The counts of one idea, with one version that only grows.

use serde::{Deserialize, Serialize};

use crate::IdeaId;

/// How an idea stands. Of two tallies of one idea, the higher version is the newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The idea that is counted.
    pub idea: IdeaId,
    /// Counted votes in favour.
    pub support: i64,
    /// Counted votes against.
    pub oppose: i64,
    /// Comments that anybody can read.
    pub comments: i64,
    /// Grows by at least one whenever a count moves.
    pub version: i64,
}

impl Tally {
    /// A new idea's: nothing yet.
    #[must_use]
    pub const fn none(idea: IdeaId) -> Self {
        Self { idea, support: 0, oppose: 0, comments: 0, version: 0 }
    }
}
