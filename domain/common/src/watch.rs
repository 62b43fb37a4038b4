//! What is asked before somebody's words are posted: how moderators know their author, and what in the words makes a
//! moderator want to look. A look holds words back or lets them stand; it never refuses them.

use async_trait::async_trait;

use crate::{Language, PersonId, StorageError, Timestamp};

/// Words that somebody wants to post.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Whose.
    pub author: PersonId,
    /// The language they say they are in, as a tag: `en`.
    pub language: &'a str,
    /// The line on top, where there is one.
    pub title: Option<&'a str>,
    /// As written.
    pub body: &'a str,
    /// Whether they replace words that stand already: an edit is no new post.
    pub again: bool,
}

/// Why a moderator may want to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Suspicion {
    /// A link, from somebody of whom nothing was published yet.
    Links,
    /// The same text was posted before, lately.
    Repeated,
    /// A word of the list for its language.
    WordList,
    /// A telephone number, an address: somebody's private details.
    PersonalData,
    /// Very many posts by one person in a short time.
    Burst,
    /// It reads like what this council's moderators have refused.
    LikeRefused,
}

impl Suspicion {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Links, Self::Repeated, Self::WordList, Self::PersonalData, Self::Burst, Self::LikeRefused];

    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Links => "LINKS",
            Self::Repeated => "REPEATED",
            Self::WordList => "WORD_LIST",
            Self::PersonalData => "PERSONAL_DATA",
            Self::Burst => "BURST",
            Self::LikeRefused => "LIKE_REFUSED",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suspicion| suspicion.as_str() == word)
    }
}

/// One reason to look, and the words that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunch {
    /// Why.
    pub why: Suspicion,
    /// What was found, as its author wrote it or in numbers; for the moderator's eyes.
    pub found: String,
}

/// How moderators know somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing of theirs was published yet.
    New,
    /// Something was.
    Known,
    /// A moderator trusts them: what they write doesn't wait, unless something in it is suspicious.
    Trusted,
    /// They may not post before this instant.
    Suspended(Timestamp),
}

/// What a look found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Who writes.
    pub standing: Standing,
    /// What is suspicious, each kind once.
    pub hunches: Vec<Hunch>,
    /// By when a moderator has promised to look, should it wait for one.
    pub by: Timestamp,
}

impl Look {
    /// Nothing to see, by somebody who is known.
    #[must_use]
    pub const fn calm(now: Timestamp) -> Self {
        Self { standing: Standing::Known, hunches: Vec::new(), by: now }
    }
}

/// When new words become public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublishingMode {
    /// At once. What is suspicious is looked at afterwards.
    StraightAway,
    /// At once, but for what is suspicious.
    UnlessFlagged,
    /// Somebody's first after a moderator's yes, and what is suspicious.
    FirstPosts,
    /// After a moderator's yes; of somebody whom moderators trust only what is suspicious.
    AfterReview,
}

impl PublishingMode {
    /// All of them, the freest first.
    pub const ALL: [Self; 4] = [Self::StraightAway, Self::UnlessFlagged, Self::FirstPosts, Self::AfterReview];

    /// The API's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StraightAway => "STRAIGHT_AWAY",
            Self::UnlessFlagged => "UNLESS_FLAGGED",
            Self::FirstPosts => "FIRST_POSTS",
            Self::AfterReview => "AFTER_REVIEW",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str().eq_ignore_ascii_case(word))
    }

    /// The one rule of what waits for a moderator's yes.
    #[must_use]
    pub fn holds(self, look: &Look) -> bool {
        match self {
            Self::StraightAway => false,
            Self::UnlessFlagged => !look.hunches.is_empty(),
            Self::FirstPosts => look.standing == Standing::New || !look.hunches.is_empty(),
            Self::AfterReview => look.standing != Standing::Trusted || !look.hunches.is_empty(),
        }
    }
}

/// What others are told when an author takes something back, in one of the site's languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Farewell {
    /// The language.
    pub language: Language,
    /// On one line. To reporters, [`RECEIPT`] stands where a report's number goes; to supporters, [`NUMBER`] and [`TITLE`]
    /// where the idea's do.
    pub subject: String,
    /// Plain text, likewise.
    pub text: String,
}

/// What stands in a letter to several reporters where each one's number goes.
pub const RECEIPT: &str = "{receipt}";

/// What stands in a letter to supporters where the idea's number goes.
pub const NUMBER: &str = "{number}";

/// What stands in a letter to supporters where the idea's title goes.
pub const TITLE: &str = "{title}";

/// Whoever looks.
#[async_trait]
pub trait Watch: Send + Sync {
    /// Looks at a name before somebody takes it, in every language that the site speaks.
    fn look_at_name(&self, name: &str) -> Look;

    /// What reporters are told of what its author takes back before anybody has looked; the site's first language first.
    fn farewells(&self) -> Vec<Farewell>;

    /// What those who support or follow an idea are told when its author takes it back; the site's first language first.
    fn taken_back(&self) -> Vec<Farewell>;

    /// Looks at words before they are posted. Nothing is written.
    async fn look(&self, written: Written<'_>) -> Result<Look, StorageError>;
}
