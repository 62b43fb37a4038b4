//! What the lessons remember of a text: its words and its pairs of words, as numbers. Numbers, because a store counts
//! them for years and needs no second copy of what people wrote.
//!
//! The numbers stand in databases. Whoever changes how they are made must have the lessons learnt anew; a test holds some
//! of them fast.

use std::collections::BTreeMap;

use folkmoot_common::Digest;

#[cfg(test)]
mod tests;

/// The most tokens of one text. Of a longer text it is the ones with the lowest numbers: a sample from all over it, so
/// that nobody hides the end behind a long beginning.
const MOST: usize = 300;

/// A word or a pair of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The number that is stored; the same for ever.
    pub id: i64,
    /// The words, in lower case and without accents.
    pub words: String,
}

/// The tokens of a text, each once and at most 300, in the order of their numbers.
#[must_use]
pub fn tokens(title: Option<&str>, body: &str) -> Vec<Token> {
    let mut found = BTreeMap::new();
    for text in [title.unwrap_or_default(), body] {
        let words = folkmoot_text::words(&folkmoot_text::plain(text));
        for word in &words {
            keep(&mut found, id(&[&shape(word)]), || word.clone());
        }
        for pair in words.windows(2) {
            if let [one, two] = pair {
                keep(&mut found, id(&[&shape(one), &shape(two)]), || format!("{one} {two}"));
            }
        }
    }
    found.into_iter().map(|(id, words)| Token { id, words }).collect()
}

fn keep(found: &mut BTreeMap<i64, String>, id: i64, words: impl FnOnce() -> String) {
    found.entry(id).or_insert_with(words);
    if found.len() > MOST {
        found.pop_last();
    }
}

/// The word; of a number only how long it is, since hardly any number comes twice and telephone numbers are alike.
fn shape(word: &str) -> String {
    if word.chars().all(char::is_numeric) { "0".repeat(word.chars().count()) } else { word.to_owned() }
}

fn id(words: &[&str]) -> i64 {
    let digest = Digest::of_parts(words);
    digest.bytes().first_chunk().map_or(0, |bytes| i64::from_be_bytes(*bytes))
}
