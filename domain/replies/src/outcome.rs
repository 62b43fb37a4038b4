//! What the council answers, in one of six words, and where each of them leads an idea. It refuses to move the idea: the
//! one table of moves does, where ideas are kept.

/// What the council answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// We will do it.
    Yes,
    /// We will do part of it.
    Partly,
    /// We are doing it already.
    AlreadyDoing,
    /// Not now, but perhaps from some day on.
    NotNow,
    /// We won't.
    No,
    /// Somebody else decides this.
    NotOurs,
}

impl Outcome {
    /// All of them, in the order in which a form offers them.
    pub const ALL: [Self; 6] = [Self::Yes, Self::Partly, Self::AlreadyDoing, Self::NotNow, Self::No, Self::NotOurs];

    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "YES",
            Self::Partly => "PARTLY",
            Self::AlreadyDoing => "ALREADY_DOING",
            Self::NotNow => "NOT_NOW",
            Self::No => "NO",
            Self::NotOurs => "NOT_OURS",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str().eq_ignore_ascii_case(word))
    }

    /// The status that it leads to, in the API's word.
    #[must_use]
    pub const fn leads_to(self) -> &'static str {
        match self {
            Self::Yes | Self::Partly => "PLANNED",
            Self::AlreadyDoing => "IN_PROGRESS",
            Self::NotNow | Self::No => "DECLINED",
            Self::NotOurs => "NOT_OURS",
        }
    }
}
