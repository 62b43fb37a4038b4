//! The plain words of a text, for cards, mails and descriptions: no markup, no more than fits, cut between words.

use pulldown_cmark::{Event, Tag};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{Markdown, shape};

/// The beginning of a text in at most `most` characters (graphemes), the ellipsis included. It is plain text: escape it
/// like any other where it goes into HTML.
#[must_use]
pub fn excerpt(text: &Markdown, most: usize) -> String {
    let source = text.as_str();
    // A card shows a few words: reading a long text to its end for them would cost more than the page. Where a paragraph
    // ends, nothing is cut through that would read differently.
    let window = source.len().min(most.saturating_mul(8).saturating_add(1_000));
    let beginning = source.get(..source.floor_char_boundary(window)).and_then(|cut| cut.rsplit_once("\n\n"));
    if let Some((beginning, _)) = beginning.filter(|_| window < source.len()) {
        let words = plain(beginning);
        if !fits(&words, most) {
            return cut(&words, most);
        }
    }
    cut(&plain(source), most)
}

/// All words in one line.
fn plain(source: &str) -> String {
    let mut words = String::with_capacity(source.len());
    for event in shape::shape(source) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {}
            Event::Start(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts no further than it must.
fn fits(words: &str, most: usize) -> bool {
    words.len() <= most || words.graphemes(true).nth(most).is_none()
}

/// The words, or as many whole ones as fit, and an ellipsis.
pub(crate) fn cut(words: &str, most: usize) -> String {
    if fits(words, most) {
        return words.to_owned();
    }
    let Some(room) = most.checked_sub(1) else {
        return String::new();
    };
    let end = words.grapheme_indices(true).nth(room).map_or(words.len(), |(at, _)| at);
    let kept = words.get(..end).unwrap_or_default();
    let in_word = words.get(end..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(' '));
    // Scripts without spaces have no better place than this one, nor has one long word.
    let kept = match kept.rfind(' ') {
        Some(space) if in_word && space > kept.len() / 2 => kept.get(..space).unwrap_or(kept),
        _ => kept,
    };
    format!(
        "{}…",
        kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '…' | '-' | '–'))
    )
}

#[cfg(test)]
mod tests;
