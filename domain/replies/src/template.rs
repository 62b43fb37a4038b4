//! Words that a department begins its answers with, and what stands for what: `{{title}}` is the title of the idea that is
//! answered. The list of these variables is closed, and a template with any other is refused by name.
//!
//! Filling is a pure function of the template and of facts. It puts nothing over words that somebody typed, unless they ask
//! for it, and a variable without a fact stays as it is, for the officer to see.

use folkmoot_common::{DepartmentId, Language, PersonId, Problem, Problems, TemplateId, Timestamp};

use crate::words::{Line, optional_text, text};
use crate::{Outcome, RawReply, ReplyText};

mod variable;

#[cfg(test)]
mod tests;

pub use variable::{Facts, Variable};

/// A template as officers of its department see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyTemplate {
    /// Its id.
    pub id: TemplateId,
    /// Whose.
    pub department: DepartmentId,
    /// What it says.
    pub text: TemplateText,
    /// 1, and one more for each change: who changes something older must look again.
    pub version: i32,
    /// Who changed it last.
    pub by: PersonId,
    /// When.
    pub changed_at: Timestamp,
    /// When it was retired: nobody is offered it since.
    pub retired_at: Option<Timestamp>,
}

/// A template's words, once they passed the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateText {
    title: Line,
    raw: RawReply,
}

/// A template that was chosen for an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The answer's fields now.
    pub raw: RawReply,
    /// Fields that had other words, which stay.
    pub kept: Vec<&'static str>,
    /// Variables for which there is no fact: they stand in the words as they are.
    pub gaps: Vec<Variable>,
}

impl TemplateText {
    /// Reads one as typed. Only the words of an answer are taken: its days and who signs it are never the same twice.
    ///
    /// # Errors
    /// Names everything that is wrong at once, an unknown variable by its name.
    pub fn parse(title: &str, raw: &RawReply) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.check(Line::parse("title", title, 3..=100));
        let outcome = match raw.outcome.as_str() {
            "" => Some(String::new()),
            word => problems.check(
                Outcome::parse(word)
                    .map(|outcome| outcome.as_str().to_owned())
                    .ok_or_else(|| Problem::new("outcome", "EMPTY", "Choose what the council answers.")),
            ),
        };
        problems.check(text("reasons", &raw.reasons, ReplyText::MOST));
        problems.check(optional_text("arguments", &raw.arguments, ReplyText::MOST));
        for (field, line) in [("refer_to", &raw.refer_to), ("cost", &raw.cost), ("next_step", &raw.next_step)] {
            problems.check(Line::optional(field, line));
        }
        problems.check(Language::parse(&raw.language));
        for (field, words) in parts(raw) {
            if let Some(unknown) = variable::unknown(words) {
                problems.0.push(unknown_variable(field, &unknown));
            }
        }
        match (title, outcome) {
            (Some(title), Some(outcome)) if problems.is_empty() => Ok(Self { title, raw: own(raw, outcome) }),
            _ => Err(problems),
        }
    }

    /// One that passed the gate when it was stored.
    #[must_use]
    pub fn from_stored(title: String, raw: RawReply) -> Self {
        Self { title: Line::from_stored(title), raw }
    }

    /// What officers know it by.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.as_str()
    }

    /// The fields that it fills, with their variables.
    #[must_use]
    pub fn raw(&self) -> &RawReply {
        &self.raw
    }

    /// The answer with these words in it. Where something else was typed already it stays, unless `replace` says otherwise.
    #[must_use]
    pub fn fill(&self, facts: &Facts, typed: &RawReply, replace: bool) -> Filled {
        let mut filled = Filled { raw: typed.clone(), ..Filled::default() };
        for (field, theirs) in parts(&self.raw) {
            if theirs.trim().is_empty() {
                continue;
            }
            let is_prose = matches!(field, "reasons" | "arguments");
            let (words, gaps) = variable::fill(theirs, facts, is_prose);
            filled.put(field, words, replace, gaps);
        }
        if !self.raw.outcome.is_empty() {
            filled.put("outcome", self.raw.outcome.clone(), replace, Vec::new());
        }
        // An answer in another language than its words would be read out wrongly.
        if filled.raw.reasons != typed.reasons {
            filled.raw.language.clone_from(&self.raw.language);
        }
        filled
    }
}

impl Filled {
    fn put(&mut self, field: &'static str, words: String, replace: bool, gaps: Vec<Variable>) {
        let Some(place) = place(&mut self.raw, field) else { return };
        if *place != words && !place.trim().is_empty() && !replace {
            self.kept.push(field);
            return;
        }
        *place = words;
        self.gaps.extend(gaps);
        self.gaps.sort_unstable();
        self.gaps.dedup();
    }
}

/// Reads an answer that is about to be read by others: no variable may be left in it.
pub(crate) fn ready(raw: &RawReply) -> Result<ReplyText, Problems> {
    let mut problems = Problems::default();
    let read = ReplyText::parse(raw).map_err(|more| problems.0.extend(more.0)).ok();
    for (field, words) in parts(raw) {
        if let Some(left) = variable::known(words) {
            let message = format!("A variable is left here: {}. Put words in its place.", left.written());
            problems.0.push(Problem::new(field, "VARIABLE_LEFT", message).of("template").naming(left.written()));
        }
    }
    read.filter(|_| problems.is_empty()).ok_or(problems)
}

/// The fields of words, in the order of the form.
fn parts(raw: &RawReply) -> [(&'static str, &str); 5] {
    [
        ("refer_to", &raw.refer_to),
        ("reasons", &raw.reasons),
        ("arguments", &raw.arguments),
        ("next_step", &raw.next_step),
        ("cost", &raw.cost),
    ]
}

fn place<'a>(raw: &'a mut RawReply, field: &str) -> Option<&'a mut String> {
    Some(match field {
        "outcome" => &mut raw.outcome,
        "refer_to" => &mut raw.refer_to,
        "reasons" => &mut raw.reasons,
        "arguments" => &mut raw.arguments,
        "next_step" => &mut raw.next_step,
        "cost" => &mut raw.cost,
        _ => return None,
    })
}

fn own(raw: &RawReply, outcome: String) -> RawReply {
    RawReply { outcome, until: String::new(), next_date: String::new(), role: String::new(), ..raw.clone() }
}

fn unknown_variable(field: &'static str, unknown: &str) -> Problem {
    let message = format!("There is no variable {unknown}. Take one from the list of variables.");
    Problem::new(field, "UNKNOWN_VARIABLE", message).of("template").naming(unknown)
}
