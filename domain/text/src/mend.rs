//! Mending texts that come from elsewhere, where nobody can be asked to type them again. What a person types now
//! passes the gate or is refused with words; nothing here is for that.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::{graphemes, line::is_unprintable};

#[cfg(test)]
mod tests;

/// The text on one line of at most `most` characters (graphemes): its first words, and "…" for what was left out.
/// Scripts that don't part words by spaces are cut between characters.
#[must_use]
pub fn shorten(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if graphemes(&line) <= most {
        return line;
    }
    let room = most.saturating_sub(1);
    let head = line.graphemes(true).take(room).collect::<String>();
    let ends_a_word = line.strip_prefix(head.as_str()).is_some_and(|rest| rest.starts_with(' '));
    let head = match head.rfind(' ') {
        // A last word longer than half the line is no word but a script without spaces, or an address.
        Some(gap) if !ends_a_word && gap >= head.len() / 2 => head.get(..gap).unwrap_or(&head),
        _ => head.as_str(),
    };
    let head = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—' | '(' | '，' | '。'));
    format!("{head}…")
}

/// The text without the characters that the gate refuses: controls, and what turns the reading direction. Line ends
/// and tabs stay.
#[must_use]
pub fn printable(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|&c| matches!(c, '\n' | '\t') || !is_unprintable(c)).collect()
}
