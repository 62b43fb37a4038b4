//! What is wrong with something a person typed: which field, in plain words, with a code for scripts.

use std::fmt;

/// One thing to mend. The words are for scripts' authors and say what to do; pages find the same words in the language of
/// their reader, by [`Problem::key`] and [`Problem::code`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name, as the form and the API call it: `title`, `body`.
    pub field: &'static str,
    /// A stable word for scripts: `TOO_LONG`, `EMPTY`.
    pub code: &'static str,
    /// Plain English: what happened and what to do.
    pub message: String,
    /// What the field holds, where two kinds of field have one name: `comment` for the `body` of a comment.
    pub key: &'static str,
    /// Numbers in the words: `most`, `found`, `least`.
    pub numbers: Vec<(&'static str, usize)>,
    /// The part of what was typed that is meant, where the words name it.
    pub named: Option<String>,
}

impl Problem {
    /// A problem with one field.
    #[must_use]
    pub fn new(field: &'static str, code: &'static str, message: impl Into<String>) -> Self {
        Self { field, code, message: message.into(), key: field, numbers: Vec::new(), named: None }
    }

    /// The same, for a kind of field that shares its name with another.
    #[must_use]
    pub fn of(self, key: &'static str) -> Self {
        Self { key, ..self }
    }

    /// The same in a form that calls the field otherwise.
    #[must_use]
    pub fn at(self, field: &'static str) -> Self {
        Self { field, ..self }
    }

    /// The same, with the part of what was typed that its words name.
    #[must_use]
    pub fn naming(self, part: impl Into<String>) -> Self {
        Self { named: Some(part.into()), ..self }
    }

    /// The same, with a number that its words name.
    #[must_use]
    pub fn with(mut self, name: &'static str, number: usize) -> Self {
        self.numbers.push((name, number));
        self
    }
}

/// Everything wrong with one form; never empty when it is an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Keeps the value of a field that is right, and the problem of one that is not.
    pub fn check<T>(&mut self, field: Result<T, Problem>) -> Option<T> {
        field.map_err(|problem| self.0.push(problem)).ok()
    }

    /// Whether everything was right.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            let gap = if i == 0 { "" } else { " " };
            write!(f, "{gap}{}", problem.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
