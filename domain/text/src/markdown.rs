//! Markdown as somebody wrote it: kept to the letter, so that a better renderer can render it anew.

use serde::Serialize;

use crate::hidden::shows_something;
use crate::{GateError, SafeHtml, graphemes, html};

/// The most bytes that one character may take on average. A grapheme may hold any number of code points.
const BYTES_A_CHARACTER: usize = 16;

/// A text in Markdown that passed the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Markdown(String);

impl Markdown {
    /// Takes a text of at most `most` characters (graphemes). Line ends of every kind become `\n`; nothing else changes.
    ///
    /// # Errors
    /// Refuses what shows nothing, too much, and control characters other than line ends and tabs.
    pub fn parse(raw: &str, most: usize) -> Result<Self, GateError> {
        // Weight first: it is cheap, and whatever is heavier needn't be counted.
        if raw.len() > most.saturating_mul(BYTES_A_CHARACTER).saturating_mul(2) {
            return Err(GateError::TooLong { most, found: raw.len().div_ceil(BYTES_A_CHARACTER) });
        }
        // Word processors paste their soft line ends as U+000B and U+2028.
        let text = raw.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(GateError::Unprintable);
        }
        if !shows_something(&text) {
            return Err(GateError::Empty);
        }
        let found = graphemes(&text).max(text.len().div_ceil(BYTES_A_CHARACTER));
        if found > most {
            return Err(GateError::TooLong { most, found });
        }
        Ok(Self(text))
    }

    /// Takes a text that passed the gate when it was stored.
    #[must_use]
    pub const fn from_stored(text: String) -> Self {
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

#[cfg(test)]
mod tests;
