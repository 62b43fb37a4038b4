//! Markdown as somebody wrote it: kept to the letter, so that a better renderer can render it anew.

use serde::Serialize;

use crate::{GateError, SafeHtml, graphemes, html};

/// A text in Markdown that passed the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Markdown(String);

impl Markdown {
    /// Takes a text of at most `most` characters (graphemes). Line ends become `\n`; nothing else changes.
    ///
    /// # Errors
    /// Refuses nothing, too much, and control characters other than line ends and tabs.
    pub fn parse(raw: &str, most: usize) -> Result<Self, GateError> {
        let text = raw.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() {
            return Err(GateError::Empty);
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(GateError::Unprintable);
        }
        let found = graphemes(&text);
        if found > most || text.len() > most.saturating_mul(16) {
            return Err(GateError::TooLong { most, found });
        }
        Ok(Self(text))
    }

    /// Takes a text that passed the gate when it was stored.
    #[must_use]
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The source.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a page may print.
    #[must_use]
    pub fn to_html(&self) -> SafeHtml {
        html::render(&self.0)
    }
}
