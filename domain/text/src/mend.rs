//! Mending texts that come from elsewhere, where nobody can be asked to type them again. What a person types now
//! passes the gate or is refused with words; nothing here is for that.

use crate::excerpt::cut;
use crate::line::is_refused;

#[cfg(test)]
mod tests;

/// The text on one line of at most `most` characters (graphemes): its first words, and "…" for what was left out.
/// Scripts that don't part words by spaces are cut between characters.
#[must_use]
pub fn shorten(text: &str, most: usize) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

/// The text without the characters that the gate refuses: controls, and what turns the reading direction. Line ends
/// and tabs stay.
#[must_use]
pub fn printable(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|&c| c.is_whitespace() || !is_refused(c)).collect()
}
