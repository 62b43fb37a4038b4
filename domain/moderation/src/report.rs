//! What a report is about, why, and what came of it.

use folkmoot_common::{DecisionId, Timestamp};

use crate::{AppealState, Decision, Place, Receipt, Target};

/// What is said to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// It breaks the law.
    BreaksTheLaw,
    /// It is hateful or abusive.
    Hateful,
    /// It tells private things about somebody.
    PersonalData,
    /// It advertises, or is there for something else.
    Spam,
    /// The same stands elsewhere already.
    Duplicate,
    /// Whatever the others don't say.
    SomethingElse,
}

impl Ground {
    /// All of them, in the order in which a form asks.
    pub const ALL: [Self; 6] =
        [Self::BreaksTheLaw, Self::Hateful, Self::PersonalData, Self::Spam, Self::Duplicate, Self::SomethingElse];

    /// The word in forms, in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BreaksTheLaw => "BREAKS_THE_LAW",
            Self::Hateful => "HATEFUL",
            Self::PersonalData => "PERSONAL_DATA",
            Self::Spam => "SPAM",
            Self::Duplicate => "DUPLICATE",
            Self::SomethingElse => "SOMETHING_ELSE",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.as_str() == word)
    }

    /// Whether it can only be understood with words: which law, which other idea, what else.
    #[must_use]
    pub const fn needs_details(self) -> bool {
        matches!(self, Self::BreaksTheLaw | Self::Duplicate | Self::SomethingElse)
    }
}

/// What is reported: an idea, a comment, or a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What.
    pub target: Target,
    /// Where it stands.
    pub place: Place,
    /// The title of the idea, or the name; for the council's letter only.
    pub title: String,
}

/// What came of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportOutcome {
    /// Something was done about it.
    Acted,
    /// It was looked at, and stays.
    Kept,
}

impl ReportOutcome {
    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acted => "ACTED",
            Self::Kept => "KEPT",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Acted, Self::Kept].into_iter().find(|outcome| outcome.as_str() == word)
    }
}

/// A report as its reporter may look at it again: nothing of what it is about but numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// Its number.
    pub receipt: Receipt,
    /// When it came.
    pub at: Timestamp,
    /// What it is about.
    pub target: Target,
    /// Where that stands.
    pub place: Place,
    /// Whether a letter with its number was posted to the reporter.
    pub mailed: bool,
    /// By when somebody looks; none when the queue has let it go.
    pub due_at: Option<Timestamp>,
    /// What came of it, and when; none while nobody has looked.
    pub answered: Option<(ReportOutcome, Timestamp)>,
    /// The decision that answered it.
    pub decision: Option<Decision>,
    /// Whether its reporter asked another moderator to look again, and not another reporter of the same.
    pub is_appellant: bool,
}

impl Filed {
    /// The decision, where its reporter can still ask another moderator to look again: it stays, and nobody has asked yet.
    #[must_use]
    pub fn appealable(&self, now: Timestamp) -> Option<DecisionId> {
        let kept = self.answered.is_some_and(|(outcome, _)| outcome == ReportOutcome::Kept);
        let decision = self.decision.as_ref().filter(|decision| kept && decision.can_be_appealed_by_reporter(now));
        decision.map(|decision| decision.id)
    }

    /// Where the other look stands that somebody who reported this asked for; the answer's words only for whoever asked.
    #[must_use]
    pub fn appeal(&self) -> Option<AppealState> {
        let appeal = self.decision.as_ref().filter(|decision| decision.act.leaves())?.appeal.clone()?;
        let answer = appeal.answer.filter(|_| self.is_appellant);
        Some(AppealState { answer, ..appeal })
    }
}
