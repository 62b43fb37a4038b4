//! The gate for names and titles: one line of plain text, the same wherever it is shown.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::GateError;
use crate::hidden::{Hidden, is_blank, is_broken, shows_something, turns_direction};

/// The most bytes that one character may take on average. A grapheme may hold any number of code points.
const BYTES_A_CHARACTER: usize = 32;

/// How many characters people would count.
#[must_use]
pub fn graphemes(text: &str) -> usize {
    // Most texts are ASCII, where only a line end of two characters counts as one.
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

/// One tidy line: NFC, trimmed, runs of white space made one space, at most four marks on one letter. Soft hyphens,
/// byte order marks and other ghosts of pasted text go without a word.
///
/// # Errors
/// Refuses control and direction-turning characters, letters without ink, nothing, and a length (in graphemes) outside
/// `length`.
pub fn one_line(raw: &str, length: RangeInclusive<usize>) -> Result<String, GateError> {
    let most = *length.end();
    let too_long = |line: &str| {
        let found = graphemes(line).max(line.len().div_ceil(BYTES_A_CHARACTER));
        (found > most).then_some(GateError::TooLong { most, found })
    };
    if raw.chars().any(|c| is_refused(c) && !c.is_whitespace()) {
        return Err(GateError::Unprintable);
    }
    let seen = Hidden::default().clean(&raw.replace(char::is_whitespace, " ")).into_owned();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
    // Normalising may take a mark apart, and so may bring one too many.
    let line = Hidden::default().clean(&line).into_owned();
    if !shows_something(&line) {
        return Err(GateError::Empty);
    }
    if let Some(why) = too_long(&line) {
        return Err(why);
    }
    if graphemes(&line) < *length.start() {
        return Err(GateError::TooShort { least: *length.start() });
    }
    Ok(line)
}

/// Characters that no line of text needs: they reorder or break what stands around them, or can't be seen.
pub(crate) fn is_refused(c: char) -> bool {
    is_broken(c) || turns_direction(c) || (is_blank(c) && c != '\u{2800}')
}

#[cfg(test)]
mod tests;
