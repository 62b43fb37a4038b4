//! A comment as it is read.

use folkmoot_common::{CommentId, IdeaId, Language, PersonId, Timestamp, Viewer};
use folkmoot_text::{Markdown, SafeHtml};

use crate::DEEPEST;

/// Where a comment stands towards its idea, if its author says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stance {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Neither; a question, a fact.
    #[default]
    Neutral,
}

impl Stance {
    /// All three.
    pub const ALL: [Self; 3] = [Self::For, Self::Against, Self::Neutral];

    /// The API's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::For => "FOR",
            Self::Against => "AGAINST",
            Self::Neutral => "NEUTRAL",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.as_str().eq_ignore_ascii_case(word))
    }
}

/// Whether a comment can be read, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentState {
    /// By anybody who can read the idea.
    Published,
    /// By its author and moderators, until somebody looks at it.
    Held,
    /// By its author and moderators: it broke a rule, or is said to.
    Hidden,
    /// By nobody: its author took it back.
    Deleted,
}

impl CommentState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Published, Self::Held, Self::Hidden, Self::Deleted];

    /// The word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "PUBLISHED",
            Self::Held => "HELD",
            Self::Hidden => "HIDDEN",
            Self::Deleted => "DELETED",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str().eq_ignore_ascii_case(word))
    }

    /// Whether this viewer may read the words of a comment of this author in this state. Anybody else who can see the
    /// thread finds a placeholder in its place, so that the replies still make sense.
    #[must_use]
    pub fn readable_by(self, viewer: &Viewer, author: PersonId) -> bool {
        match self {
            Self::Published => true,
            Self::Held => viewer.is(author) || viewer.sees_everything(),
            // Its author must see what to mend.
            Self::Hidden => viewer.is(author) || viewer.sees_everything(),
            Self::Deleted => false,
        }
    }
}

/// One remark in a thread. When the viewer may not read it, `words` is `None`: text and author are left out by the
/// store's reader, not by whoever prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Under which idea.
    pub idea: IdeaId,
    /// Its number within the idea; never reused, and the name of its place on the page.
    pub number: i32,
    /// What it replies to.
    pub parent: Option<CommentId>,
    /// 0 for a comment on the idea itself, one more for each reply down.
    pub depth: i32,
    /// When it was posted.
    pub created_at: Timestamp,
    /// Whether it can be read.
    pub state: CommentState,
    /// What it says and who says it.
    pub words: Option<Words>,
}

/// What a comment says and who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Who.
    pub author: PersonId,
    /// Where they stand.
    pub stance: Stance,
    /// As written.
    pub body: Markdown,
    /// As shown.
    pub html: SafeHtml,
    /// What it is written in.
    pub language: Language,
    /// When it was last edited.
    pub edited_at: Option<Timestamp>,
    /// When a moderator last took some of its words out.
    pub redacted_at: Option<Timestamp>,
    /// 1, and one more for each edit.
    pub revision: i32,
}

impl Comment {
    /// Whether the viewer wrote it (and may still read it).
    #[must_use]
    pub fn is_by(&self, viewer: &Viewer) -> bool {
        self.words.as_ref().is_some_and(|words| viewer.is(words.author))
    }

    /// Whether the viewer may change it or take it back: its author may, also while it waits for a moderator or after one
    /// hid it. Then it waits, whatever it says now.
    #[must_use]
    pub fn editable_by(&self, viewer: &Viewer) -> bool {
        self.state != CommentState::Deleted && self.is_by(viewer)
    }

    /// Whether it can be answered, as far as the comment itself goes: everybody can read it, and its thread isn't as
    /// deep as threads go.
    #[must_use]
    pub fn is_answerable(&self) -> bool {
        self.state == CommentState::Published && self.depth < DEEPEST
    }
}

/// What a comment said for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentRevision {
    /// 1 for the first.
    pub revision: i32,
    /// Its stance then.
    pub stance: Stance,
    /// Its words then.
    pub body: Markdown,
    /// From when it said so.
    pub written_at: Timestamp,
    /// Whether it is for its author and moderators only: it was never public, or a moderator took words out of it.
    pub withheld: bool,
}
