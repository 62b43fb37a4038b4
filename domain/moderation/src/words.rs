//! What a reporter types, once it has passed the gate: nothing else is filed.

use folkmoot_common::{Address, Language, Problem, Problems};
use folkmoot_text::{GateError, Markdown, one_line};

use crate::Ground;

#[cfg(test)]
mod tests;

/// What is wrong, in the reporter's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details(String);

impl Details {
    /// The most characters.
    pub const MOST: usize = 2_000;

    /// The words; none when nothing was typed.
    fn parse(raw: &str) -> Result<Option<Self>, Problem> {
        if raw.trim().is_empty() {
            return Ok(None);
        }
        // The same gate as every long text passes; nobody ever reads this one as Markdown.
        Markdown::parse(raw, Self::MOST).map(|text| Some(Self(text.as_str().trim().to_owned()))).map_err(|why| {
            let message = match why {
                GateError::TooLong { most, found } => {
                    format!("The text has {found} characters and {most} fit. Shorten it.")
                }
                _ => {
                    "The text has characters that can’t be shown. Type it again, or paste it as plain text.".to_owned()
                }
            };
            Problem { numbers: why.numbers(), ..Problem::new("details", why.code(), message) }
        })
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The fields of a report, as typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct RawComplaint<'a> {
    /// The word of a [`Ground`].
    pub ground: &'a str,
    /// What is wrong.
    pub details: &'a str,
    /// What the reporter is called; nobody has to say.
    pub name: &'a str,
    /// Whether the reporter says that they believe it.
    pub in_good_faith: bool,
}

/// What somebody says is wrong. It passed the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Why.
    pub ground: Ground,
    /// In their own words.
    pub details: Option<Details>,
    /// What they say they are called.
    pub name: Option<String>,
    /// Where an answer goes.
    pub answer_to: Option<Address>,
    /// In which language they wrote; the site's first when that isn't known.
    pub language: Option<Language>,
}

impl Complaint {
    /// Reads the fields as typed. The address is parsed by whoever knows addresses; what is wrong with it is told
    /// together with the rest.
    ///
    /// # Errors
    /// Names everything that is wrong at once, in the order of the form.
    pub fn parse(raw: RawComplaint<'_>, answer_to: Result<Option<Address>, Problem>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let ground = problems.check(Ground::parse(raw.ground).ok_or_else(|| {
            Problem::new("ground", "EMPTY", "Choose what is wrong. If nothing fits, choose “Something else”.")
        }));
        let details = problems.check(Details::parse(raw.details).and_then(|details| {
            if details.is_none() && ground.is_some_and(Ground::needs_details) {
                return Err(Problem::new(
                    "details",
                    "EMPTY",
                    "Say in a few words what is wrong, so that it can be checked.",
                ));
            }
            Ok(details)
        }));
        let name = problems.check(reporter_name(raw.name));
        let answer_to = problems.check(answer_to);
        if !raw.in_good_faith {
            let message = "Tick the box to say that you believe what you report.";
            problems.0.push(Problem::new("faith", "EMPTY", message));
        }
        match (ground, details, name, answer_to) {
            (Some(ground), Some(details), Some(name), Some(answer_to)) if problems.is_empty() => {
                Ok(Self { ground, details, name, answer_to, language: None })
            }
            _ => Err(problems),
        }
    }

    /// The same, made on a page in this language: it is answered in that.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }
}

fn reporter_name(raw: &str) -> Result<Option<String>, Problem> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let wrong = |why: GateError| {
        let message = match why {
            GateError::TooLong { most, found } => {
                format!("Your name has {found} letters and {most} fit. Shorten it, or leave it out.")
            }
            _ => "Your name has hidden characters in it. Type it by hand, or leave it out.".to_owned(),
        };
        Problem { numbers: why.numbers(), ..Problem::new("name", why.code(), message).of("reporter-name") }
    };
    one_line(raw, 1..=80).map(Some).map_err(wrong)
}
