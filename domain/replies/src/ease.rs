//! A hint for whoever writes an answer: how long its sentences are, and whether that is worth a second look. It stands in
//! nobody's way: an answer may be hard to read.

use folkmoot_common::Problem;
use folkmoot_text::{Ease, ease};

use crate::ReplyText;
use crate::words::text;

#[cfg(test)]
mod tests;

/// Sentences of more words than this, on average, are worth a second look.
const LONG: usize = 20;
/// Fewer sentences than this say little about the rest.
const SOME: usize = 2;

/// How easy the words of an answer are to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingEase {
    /// Their sentences, counted.
    pub counted: Ease,
    /// Whether they are worth a second look.
    pub is_long: bool,
}

impl ReadingEase {
    /// Counts the sentences of what was typed into this field, in Markdown; nothing where there are none.
    ///
    /// # Errors
    /// Says in plain words what to mend before anybody can count.
    pub fn of(field: &'static str, typed: &str) -> Result<Option<Self>, Problem> {
        let counted = ease(&text(field, typed, ReplyText::MOST)?);
        let hint = |counted: Ease| Self { counted, is_long: counted.sentences >= SOME && counted.average > LONG };
        Ok(counted.map(hint))
    }
}
