//! What an author types, once it has passed the gate: nothing else is accepted by the acts on ideas.

use folkmoot_common::{Language, Problem, Problems};
use folkmoot_text::{GateError, Markdown, one_line};

/// One line of 5 to 80 characters that says what should change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// The most characters, as people count them (graphemes).
    pub const MOST: usize = 80;

    /// Reads a title as typed.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        one_line(raw, 5..=Self::MOST).map(Self).map_err(|why| {
            let message = match why {
                GateError::Empty => "Write a title: one line that says what should change.".to_owned(),
                GateError::TooShort { least } => format!("The title is too short. Use at least {least} characters."),
                GateError::TooLong { most, found } => {
                    format!(
                        "The title has {found} characters and {most} fit. Shorten it; details go in the text below."
                    )
                }
                GateError::Unprintable => {
                    "The title has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
                }
            };
            Problem { numbers: why.numbers(), ..Problem::new("title", why.code(), message) }
        })
    }

    /// A title that passed the gate when it was stored or imported.
    #[must_use]
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A title and a body that passed the gate together, and the language that they are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaText {
    /// The line on top.
    pub title: Title,
    /// Why and how.
    pub body: Markdown,
    /// What they are written in.
    pub language: Language,
}

impl IdeaText {
    /// The most characters of a body.
    pub const MOST: usize = 10_000;

    /// Reads them as typed.
    ///
    /// # Errors
    /// Names everything that is wrong at once.
    pub fn parse(title: &str, body: &str, language: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.check(Title::parse(title));
        let body = problems.check(Markdown::parse(body, Self::MOST).map_err(|why| {
            let message = match why {
                GateError::Empty | GateError::TooShort { .. } => {
                    "Say a little more: why it matters, and to whom.".to_owned()
                }
                GateError::TooLong { most, found } => {
                    format!("The text has {found} characters and {most} fit. Shorten it.")
                }
                GateError::Unprintable => {
                    "The text has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
                }
            };
            Problem { numbers: why.numbers(), ..Problem::new("body", why.code(), message) }
        }));
        let language = problems.check(Language::parse(language));
        match (title, body, language) {
            (Some(title), Some(body), Some(language)) => Ok(Self { title, body, language }),
            _ => Err(problems),
        }
    }
}

/// Why an author takes an idea back, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// The most characters.
    pub const MOST: usize = 300;

    /// Reads a reason as typed.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        one_line(raw, 3..=Self::MOST).map(Self).map_err(|why| {
            let message = match why {
                GateError::Empty | GateError::TooShort { .. } => "Say in a few words why you withdraw it.".to_owned(),
                GateError::TooLong { most, .. } => format!("Keep the reason to {most} characters."),
                GateError::Unprintable => {
                    "The reason has characters that can’t be shown. Type it again, or paste it as plain text."
                        .to_owned()
                }
            };
            Problem { numbers: why.numbers(), ..Problem::new("reason", why.code(), message) }
        })
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
