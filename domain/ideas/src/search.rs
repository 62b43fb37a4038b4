//! What somebody looks for among ideas, once it has passed the gate, and how near a title comes to an idea.
//!
//! A search is words and nothing else: no operators, so that no store has to trust what was typed.

use std::collections::HashSet;

use folkmoot_common::Problem;
use folkmoot_text::{GateError, one_line, printable, words};

use crate::Idea;

/// Words that must all stand in an idea's title or body. The last may be the beginning of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchWords {
    typed: String,
    words: Vec<String>,
    number: Option<i64>,
}

impl SearchWords {
    /// The most characters of a search.
    pub const MOST: usize = 100;

    /// The most words that are looked for; further ones are passed over.
    pub const MOST_WORDS: usize = 8;

    /// Reads a search as typed. `#12` and `12` also mean the idea of that number.
    ///
    /// # Errors
    /// Says in plain words what to mend.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let problem = |why: GateError| {
            let message = match why {
                GateError::TooLong { most, found } => {
                    format!("The search has {found} characters and {most} fit. Use fewer words.")
                }
                _ => "Type at least two letters to search.".to_owned(),
            };
            Problem::new("q", why.code(), message)
        };
        let typed = one_line(&printable(raw), 1..=Self::MOST).map_err(problem)?;
        let number = number(&typed);
        let mut unique = HashSet::new();
        let mut words = words(&typed);
        words.retain(|word| unique.insert(word.clone()));
        words.truncate(Self::MOST_WORDS);
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        if letters < 2 && number.is_none() {
            return Err(problem(GateError::TooShort { least: 2 }));
        }
        Ok(Self { typed, words, number })
    }

    /// What was typed, on one tidy line: for the search field that stays filled in.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// The words in their order: lower case, without accents, never empty and none twice.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The public number that was typed.
    #[must_use]
    pub const fn number(&self) -> Option<i64> {
        self.number
    }
}

fn number(typed: &str) -> Option<i64> {
    let digits = typed.strip_prefix('#').unwrap_or(typed);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Words shorter than this tell nothing about a title.
const SHORTEST: usize = 3;

/// The longest words tell most; no title needs more of them.
const TELLING: usize = 8;

/// The words of a title that tell what it is about: the longest ones, none twice.
pub(crate) fn telling_words(title: &str) -> Vec<String> {
    let mut telling = words(title);
    telling.retain(|word| word.chars().count() >= SHORTEST);
    telling.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    telling.dedup();
    telling.truncate(TELLING);
    telling
}

/// Whether an idea says most of these words, in title or body: more than half of them.
pub(crate) fn shares_most(telling: &[String], idea: &Idea) -> bool {
    let said: HashSet<String> = words(idea.title.as_str()).into_iter().chain(words(idea.body.as_str())).collect();
    let shared = telling.iter().filter(|word| said.contains(*word)).count();
    shared * 2 > telling.len()
}

#[cfg(test)]
mod tests;
