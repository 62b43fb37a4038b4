//! What officers type, once it has passed the gate: lines, days and texts. Nothing else is taken by an act.

use std::ops::RangeInclusive;

use folkmoot_common::Problem;
use folkmoot_text::{GateError, Markdown, one_line};
use jiff::civil::Date;

/// One line that passed the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// The most characters of most lines.
    pub const MOST: usize = 200;

    /// Reads a line that must be there.
    ///
    /// # Errors
    /// Says in plain words what to mend in this field.
    pub fn parse(field: &'static str, raw: &str, long: RangeInclusive<usize>) -> Result<Self, Problem> {
        one_line(raw, long).map(Self).map_err(|why| problem(field, why))
    }

    /// Reads a line that may be left out.
    ///
    /// # Errors
    /// The same.
    pub fn optional(field: &'static str, raw: &str) -> Result<Option<Self>, Problem> {
        if raw.trim().is_empty() { Ok(None) } else { Self::parse(field, raw, 1..=Self::MOST).map(Some) }
    }

    /// A line that passed the gate when it was stored.
    #[must_use]
    pub fn from_stored(line: String) -> Self {
        Self(line)
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A public reason: why a promise stands still, takes longer or was kept in another way.
pub(crate) fn reason(raw: &str) -> Result<Line, Problem> {
    Line::parse("reason", raw, 10..=500)
}

/// A longer text that must be there.
pub(crate) fn text(field: &'static str, raw: &str, most: usize) -> Result<Markdown, Problem> {
    Markdown::parse(raw, most).map_err(|why| problem(field, why))
}

/// A longer text that may be left out.
pub(crate) fn optional_text(field: &'static str, raw: &str, most: usize) -> Result<Option<Markdown>, Problem> {
    if raw.trim().is_empty() { Ok(None) } else { text(field, raw, most).map(Some) }
}

/// A day, as `2027-03-14`.
///
/// # Errors
/// Says how a day is written.
pub fn day(field: &'static str, raw: &str) -> Result<Date, Problem> {
    raw.trim().parse().map_err(|_not_a_day| {
        Problem::new(field, "NOT_A_DAY", "Write the day as year, month and day: 2027-03-14.").of("day")
    })
}

/// A day that may be left out.
pub(crate) fn optional_day(field: &'static str, raw: &str) -> Result<Option<Date>, Problem> {
    if raw.trim().is_empty() { Ok(None) } else { day(field, raw).map(Some) }
}

fn problem(field: &'static str, why: GateError) -> Problem {
    let message = match why {
        GateError::Empty => "This can’t be empty. Write a few words.".to_owned(),
        GateError::TooShort { least } => format!("This is too short. Use at least {least} characters."),
        GateError::TooLong { most, found } => format!("This has {found} characters and {most} fit. Shorten it."),
        GateError::Unprintable => {
            "This has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
        }
    };
    Problem { numbers: why.numbers(), ..Problem::new(field, why.code(), message).of("words") }
}
