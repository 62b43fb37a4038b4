//! The proof that counters need no repair: every tally against its own rows.

use folkmoot_common::IdeaId;

/// An idea whose tally is not what its rows add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Which idea.
    pub idea: IdeaId,
    /// Its public number.
    pub number: i64,
    /// `(support, oppose, comments)` as the tally has them; `None` when the idea has no tally.
    pub tally: Option<(i64, i64, i64)>,
    /// The same, counted from the rows.
    pub rows: (i64, i64, i64),
}
