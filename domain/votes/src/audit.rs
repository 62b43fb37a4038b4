//! The proof that counters need no repair: every tally against its own rows.

use folkmoot_common::IdeaId;

/// An idea whose tally is not what its rows add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Which idea.
    pub idea: IdeaId,
    /// Its public number.
    pub number: i64,
    /// As they were counted; `None` when the idea has no tally.
    pub tally: Option<Counts>,
    /// The same, counted from the rows.
    pub rows: Counts,
}

/// What is counted of an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Counted votes for it.
    pub support: i64,
    /// Counted votes against it.
    pub oppose: i64,
    /// Public comments.
    pub comments: i64,
    /// Supporters who came with ideas that were merged into it, and haven't chosen for themselves since.
    pub carried: i64,
}
