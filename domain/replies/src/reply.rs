//! The council's answer: what it must say, and how it is read. Once published it changes only by a revision that everybody
//! sees.

use folkmoot_common::{CommentId, DepartmentId, IdeaId, Language, Problem, Problems, ReplyId, Timestamp};
use folkmoot_text::Markdown;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::words::{Line, optional_day, optional_text, text};

#[cfg(test)]
mod tests;

/// The fields of an answer, as typed. They are what a draft keeps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawReply {
    /// One of the six words of [`Outcome`].
    pub outcome: String,
    /// For "not now": from which day on it may be asked again.
    pub until: String,
    /// For "not ours": who to ask.
    pub refer_to: String,
    /// Why. Markdown.
    pub reasons: String,
    /// What was done with people's arguments. Markdown.
    pub arguments: String,
    /// What it costs, in words.
    pub cost: String,
    /// What happens next.
    pub next_step: String,
    /// By when.
    pub next_date: String,
    /// The named role that answers: "Head of Parks".
    pub role: String,
    /// The language that it is written in.
    pub language: String,
}

/// An answer that passed the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyText {
    /// The answer in a word.
    pub outcome: Outcome,
    /// For "not now": from which day on it may be asked again.
    pub until: Option<Date>,
    /// For "not ours": who to ask.
    pub refer_to: Option<Line>,
    /// Why.
    pub reasons: Markdown,
    /// What was done with people's arguments.
    pub arguments: Option<Markdown>,
    /// What it costs.
    pub cost: Option<Line>,
    /// What happens next.
    pub next_step: Option<Line>,
    /// By when.
    pub next_date: Option<Date>,
    /// The named role that answers.
    pub role: Line,
    /// The language that it is written in.
    pub language: Language,
}

impl ReplyText {
    /// The most characters of the reasons, and of what was done with people's arguments.
    pub const MOST: usize = 10_000;

    /// Reads an answer as typed. What is asked for one outcome alone is left out of the others.
    ///
    /// # Errors
    /// Names everything that is wrong at once.
    pub fn parse(raw: &RawReply) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let outcome = problems.check(
            Outcome::parse(&raw.outcome)
                .ok_or_else(|| Problem::new("outcome", "EMPTY", "Choose what the council answers.")),
        );
        let until = match outcome {
            Some(Outcome::NotNow) => problems.check(crate::words::day("until", &raw.until)).map(Some),
            _ => Some(None),
        };
        let refer_to = match outcome {
            Some(Outcome::NotOurs) => problems.check(Line::parse("refer_to", &raw.refer_to, 2..=Line::MOST)).map(Some),
            _ => Some(None),
        };
        let reasons = problems.check(text("reasons", &raw.reasons, Self::MOST));
        let arguments = problems.check(optional_text("arguments", &raw.arguments, Self::MOST));
        let cost = problems.check(Line::optional("cost", &raw.cost));
        let next_step = problems.check(Line::optional("next_step", &raw.next_step));
        let next_date = problems.check(optional_day("next_date", &raw.next_date));
        let role = problems.check(Line::parse("role", &raw.role, 2..=100));
        let language = problems.check(Language::parse(&raw.language));
        let read = || {
            Some(Self {
                outcome: outcome?,
                until: until?,
                refer_to: refer_to?,
                reasons: reasons?,
                arguments: arguments?,
                cost: cost?,
                next_step: next_step?,
                next_date: next_date?,
                role: role?,
                language: language?,
            })
        };
        read().ok_or(problems)
    }

    /// The same as fields again: what is kept, and what a revision begins with.
    #[must_use]
    pub fn to_raw(&self) -> RawReply {
        let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        RawReply {
            outcome: self.outcome.as_str().to_owned(),
            until: day(self.until),
            refer_to: line(&self.refer_to),
            reasons: self.reasons.as_str().to_owned(),
            arguments: self.arguments.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default(),
            cost: line(&self.cost),
            next_step: line(&self.next_step),
            next_date: day(self.next_date),
            role: self.role.as_str().to_owned(),
            language: self.language.as_str().to_owned(),
        }
    }
}

/// An answer as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialReply {
    /// Its id.
    pub id: ReplyId,
    /// Whose.
    pub department: DepartmentId,
    /// What that department is called.
    pub department_name: String,
    /// What it says now.
    pub text: ReplyText,
    /// When it was published.
    pub published_at: Timestamp,
    /// 1, and one more for each revision.
    pub revision: i32,
    /// When it was last revised.
    pub revised_at: Option<Timestamp>,
    /// The ideas that it answers. Those who may not be seen stand here too: whoever shows them asks.
    pub ideas: Vec<IdeaId>,
    /// The comments whose evidence was used.
    pub credits: Vec<CommentId>,
}

/// What an answer said before a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyRevision {
    /// 1 for the first.
    pub revision: i32,
    /// What it said.
    pub text: ReplyText,
    /// From when.
    pub at: Timestamp,
    /// Why it said something else from then on than before; none for the first.
    pub why: Option<String>,
}
