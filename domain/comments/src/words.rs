//! What a commenter types, once it has passed the gate.

use folkmoot_common::{Language, Problem, Problems};
use folkmoot_text::{GateError, Markdown};

use crate::Stance;

/// A comment's words and stance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentText {
    /// The words.
    pub body: Markdown,
    /// Where its author stands.
    pub stance: Stance,
    /// What they are written in. It is noted once, when the comment is posted.
    pub language: Language,
}

impl CommentText {
    /// The most characters.
    pub const MOST: usize = 5_000;

    /// Reads both as typed; no stance is neutral. In English, until [`CommentText::in_language`] says otherwise.
    ///
    /// # Errors
    /// Names everything that is wrong at once.
    pub fn parse(body: &str, stance: Option<&str>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let body = problems.check(Markdown::parse(body, Self::MOST).map_err(|why| {
            let message = match why {
                GateError::Empty | GateError::TooShort { .. } => "Write your comment.".to_owned(),
                GateError::TooLong { most, found } => {
                    format!("The comment has {found} characters and {most} fit. Shorten it.")
                }
                GateError::Unprintable => {
                    "The comment has characters that can’t be shown. Type it again, or paste it as plain text."
                        .to_owned()
                }
            };
            Problem { numbers: why.numbers(), ..Problem::new("body", why.code(), message).of("comment") }
        }));
        let stance = problems.check(match stance {
            None | Some("") => Ok(Stance::Neutral),
            Some(word) => {
                Stance::parse(word).ok_or_else(|| Problem::new("stance", "INVALID", "Choose for, against or neither."))
            }
        });
        match (body, stance) {
            (Some(body), Some(stance)) => Ok(Self { body, stance, language: Language::english() }),
            _ => Err(problems),
        }
    }

    /// The same, written in this language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}
