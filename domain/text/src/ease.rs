//! How hard a text is to read, by the plainest measure there is: how long its sentences are. It gives numbers and refuses
//! to judge: whoever shows them says from where on they are worth a second look.

use pulldown_cmark::{Event, TagEnd};

use crate::{Markdown, shape};

#[cfg(test)]
mod tests;

/// The sentences of a text, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ease {
    /// How many there are.
    pub sentences: usize,
    /// How many words they have on average, rounded.
    pub average: usize,
    /// How many words the longest has.
    pub longest: usize,
}

/// Counts the words of the sentences of a text; nothing when it has none. Headings are no sentences, an item of a list is
/// one at least.
#[must_use]
pub fn ease(text: &Markdown) -> Option<Ease> {
    let mut lengths: Vec<usize> = Vec::new();
    let mut block = String::new();
    for event in shape::shape(text.as_str()) {
        match event {
            Event::Text(words) | Event::Code(words) => block.push_str(&words),
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            Event::End(TagEnd::Heading(_)) => block.clear(),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                lengths.extend(sentences(&block));
                block.clear();
            }
            _ => {}
        }
    }
    lengths.extend(sentences(&block));
    let (count, words) = (lengths.len(), lengths.iter().sum::<usize>());
    let average = words.saturating_add(count / 2).checked_div(count)?;
    Some(Ease { sentences: count, average, longest: lengths.into_iter().max().unwrap_or(0) })
}

/// The lengths of the sentences of one block. A word ends one when it ends with a mark and more than a letter stands before
/// it: "e.g." and "J." don't, nor does a number with a point in it.
fn sentences(block: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut words = 0;
    for word in block.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)) {
        words += 1;
        let bare = word.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']);
        let stem = bare.trim_end_matches(['.', '!', '?', '…']);
        let is_short = stem.chars().count() < 2 || stem.contains('.');
        if stem.len() < bare.len() && !(is_short && bare.ends_with('.')) {
            lengths.push(words);
            words = 0;
        }
    }
    if words > 0 {
        lengths.push(words);
    }
    lengths
}
