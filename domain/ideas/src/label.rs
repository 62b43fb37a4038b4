//! What ideas are sorted by: the places that an idea can be about, and the tags that staff put on it. Both come from lists
//! that the council keeps.
//!
//! Refused: words of one's own. A list that anybody adds to is a second text to moderate.

use folkmoot_common::{LabelId, Problem, Timestamp};
use folkmoot_text::one_line;

use crate::campaigns::words;

/// The two kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// Where an idea is about: at most one. Its author chooses it.
    Place,
    /// What an idea is about: up to [`Label::MOST_TAGS`]. Staff choose them.
    Tag,
}

impl LabelKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Place, Self::Tag];

    /// The API's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Place => "PLACE",
            Self::Tag => "TAG",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(word))
    }
}

/// A place or a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its id.
    pub id: LabelId,
    /// Which of the two.
    pub kind: LabelKind,
    /// Its word in addresses; no other of its kind has it, and it stays.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Since when nobody can choose it any more; what has it keeps it.
    pub closed_at: Option<Timestamp>,
}

impl Label {
    /// The most tags of one idea.
    pub const MOST_TAGS: usize = 5;
    /// The most of one kind in the council's list.
    pub const MOST: usize = 200;

    /// Whether it can be chosen.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }
}

/// What a place or a tag is called: one line of 2 to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelName(String);

impl LabelName {
    /// The most characters.
    pub const MOST: usize = 60;

    /// Reads a name as typed.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        one_line(raw, 2..=Self::MOST).map(Self).map_err(|why| words("name", why))
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
