//! What is wrong with something a person typed: which field, in plain words, with a code for scripts.

use std::fmt;

/// One thing to mend. The words are shown to the person beside the field, so they say what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name, as the form and the API call it: `title`, `body`.
    pub field: &'static str,
    /// A stable word for scripts: `TOO_LONG`, `EMPTY`.
    pub code: &'static str,
    /// Plain English: what happened and what to do.
    pub message: String,
}

impl Problem {
    /// A problem with one field.
    #[must_use]
    pub fn new(field: &'static str, code: &'static str, message: impl Into<String>) -> Self {
        Self { field, code, message: message.into() }
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
