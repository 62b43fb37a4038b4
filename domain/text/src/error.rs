//! Why a text is refused at the gate, without words: whoever knows the field finds the words.

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GateError {
    /// Nothing, or only white space.
    #[error("empty")]
    Empty,
    /// Fewer characters than are needed.
    #[error("shorter than {least} characters")]
    TooShort {
        /// The fewest that are allowed.
        least: usize,
    },
    /// More characters than fit. Characters are graphemes: what people count as one.
    #[error("{found} characters, and at most {most} fit")]
    TooLong {
        /// The most that are allowed.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// Invisible control characters, or characters that turn the reading direction.
    #[error("characters that can't be shown")]
    Unprintable,
}

impl GateError {
    /// The numbers that its words may name.
    #[must_use]
    pub fn numbers(self) -> Vec<(&'static str, usize)> {
        match self {
            Self::TooShort { least } => vec![("least", least)],
            Self::TooLong { most, found } => vec![("most", most), ("found", found)],
            Self::Empty | Self::Unprintable => Vec::new(),
        }
    }

    /// A stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "EMPTY",
            Self::TooShort { .. } => "TOO_SHORT",
            Self::TooLong { .. } => "TOO_LONG",
            Self::Unprintable => "UNPRINTABLE",
        }
    }
}
