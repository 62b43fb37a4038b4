//! Reasons: what a council says when it takes something from somebody. Each names the rule, says what is wrong, how to mend
//! it, and is the same for everybody. The council edits the words; the program brings some to begin with.

use folkmoot_common::{Language, Problem, Problems};
use folkmoot_text::{GateError, Markdown, one_line};

use crate::{Settled, Voice};

#[cfg(test)]
mod tests;

/// A reason's short name: capitals, digits and low lines, at most 40.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReasonCode(String);

impl ReasonCode {
    /// Reads a code.
    ///
    /// # Errors
    /// Says what a code may be.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        let fits = (1..=40).contains(&raw.len())
            && raw.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
            && raw.starts_with(|c: char| c.is_ascii_uppercase());
        if fits {
            return Ok(Self(raw.to_owned()));
        }
        Err(Problem::new("reason", if raw.is_empty() { "EMPTY" } else { "INVALID" }, "Choose a reason from the list."))
    }

    /// The same problem for whoever makes up a code, rather than choosing one.
    fn wrong(problem: Problem) -> Problem {
        let message = match problem.code {
            "EMPTY" => "Give the reason a short name.",
            _ => "Use capital letters, digits and low lines, at most 40, and begin with a letter.",
        };
        Problem { message: message.to_owned(), ..problem.at("code").of("reason-code") }
    }

    /// A code from the store, where only parsed ones go.
    #[must_use]
    pub const fn stored(code: String) -> Self {
        Self(code)
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The reasons that the program brings, in the order of a moderator's digits.
pub const STANDARD: [&str; 9] = [
    "SPAM",
    "OFF_TOPIC",
    "PERSONAL_DATA",
    "ABUSIVE",
    "HATEFUL",
    "DUPLICATE",
    "UNCLEAR",
    "BREAKS_THE_LAW",
    "NOT_FOR_THIS_BOARD",
];

/// A reason in words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Its short name.
    pub code: ReasonCode,
    /// On one line: what moderators choose and the public log says.
    pub title: String,
    /// Which rule, as the guidelines name it.
    pub rule: String,
    /// What is wrong, said to the author.
    pub words: String,
    /// How to mend it, said to the author.
    pub mend: String,
    /// Whether it is chosen no more; old decisions still name it.
    pub retired: bool,
}

impl Reason {
    /// The most characters of the title and of the rule.
    pub const MOST_LINE: usize = 80;
    /// The most characters of what is wrong, and of how to mend it.
    pub const MOST_WORDS: usize = 1_000;

    /// Reads the fields as an admin types them.
    ///
    /// # Errors
    /// Names everything that is wrong at once.
    pub fn parse(code: &str, title: &str, rule: &str, words: &str, mend: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let code = problems.check(ReasonCode::parse(code).map_err(ReasonCode::wrong));
        let title = problems.check(line("title", title));
        let rule = problems.check(line("rule", rule));
        let words = problems.check(paragraph("words", words));
        let mend = problems.check(paragraph("mend", mend));
        match (code, title, rule, words, mend) {
            (Some(code), Some(title), Some(rule), Some(words), Some(mend)) => {
                Ok(Self { code, title, rule, words, mend, retired: false })
            }
            _ => Err(problems),
        }
    }
}

fn line(field: &'static str, raw: &str) -> Result<String, Problem> {
    one_line(raw, 2..=Reason::MOST_LINE).map_err(|why| wrong(field, &why))
}

fn paragraph(field: &'static str, raw: &str) -> Result<String, Problem> {
    let text = Markdown::parse(raw, Reason::MOST_WORDS).map_err(|why| wrong(field, &why))?;
    Ok(text.as_str().trim().to_owned())
}

fn wrong(field: &'static str, why: &GateError) -> Problem {
    let message = match why {
        GateError::Empty | GateError::TooShort { .. } => "Fill this in: the author of a post will read it.".to_owned(),
        GateError::TooLong { most, found } => format!("This has {found} characters and {most} fit. Shorten it."),
        GateError::Unprintable => {
            "This has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
        }
    };
    Problem { numbers: why.numbers(), ..Problem::new(field, why.code(), message).of("reason-text") }
}

/// The council's words over the program's own: what moderators choose from in one language, in order. Reasons of the
/// council's own come last, by their code. What is retired in one language is retired in all: a moderator's choice doesn't
/// hang on the language of whoever is told.
pub(crate) fn catalogue(standard: &dyn Voice, language: &Language, settled: &[Settled]) -> Vec<Reason> {
    let own = |code: &str| settled.iter().find(|one| one.reason.code.as_str() == code && one.language == *language);
    let anywhere = |code: &str| settled.iter().find(|one| one.reason.code.as_str() == code);
    let mut all: Vec<Reason> = STANDARD
        .iter()
        .filter_map(|code| own(code).map(|one| one.reason.clone()).or_else(|| standard.reason(language, code)))
        .collect();
    let mut further: Vec<&str> = settled.iter().map(|one| one.reason.code.as_str()).collect();
    further.sort_unstable();
    further.dedup();
    further.retain(|code| !STANDARD.contains(code));
    all.extend(
        further.into_iter().filter_map(|code| own(code).or_else(|| anywhere(code))).map(|one| one.reason.clone()),
    );
    for reason in &mut all {
        reason.retired = settled.iter().any(|one| one.reason.code == reason.code && one.reason.retired);
    }
    all
}
