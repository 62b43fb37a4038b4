//! Why a measurement could not be made: one line, for whoever runs it.

/// A line of words.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// In these words.
    pub(crate) fn words(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(why: E) -> Self {
        Self(why.to_string())
    }
}

/// What a step of a measurement gives.
pub(crate) type Measured<T> = Result<T, Failure>;
