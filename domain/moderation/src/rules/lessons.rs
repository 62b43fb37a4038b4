//! What a council's own decisions teach: which words its moderators have refused and which they have kept (naive Bayes).
//! It says nothing until there are enough decisions, and then names the words that weighed most.
//!
//! It knows what a store counted of the tokens of one text, and nothing else: it learns nothing by itself, forgets
//! nothing, and never decides.

use std::collections::HashMap;

use folkmoot_common::Written;

use super::tokens::{Token, tokens};

#[cfg(test)]
mod tests;

/// So many texts kept and so many refused before anything is said.
pub const ENOUGH: u64 = 50;

/// A text is like those refused from this certainty on, refused and kept being as likely beforehand. Words that go
/// together are counted as if they didn't, so that the numbers are bolder than they should be: hence three nines.
pub const LIKE_REFUSED: f64 = 0.999;

/// How many texts of evenly spread words are taken as seen already, so that a word seen once doesn't weigh like a law.
/// With fewer, the first few hundred decisions hold one ordinary idea in twenty.
const SMOOTH: f64 = 5.0;

/// How many words of a text have a say: those that tell most. With all of them, long texts would always be certain.
const SAY: usize = 15;

/// So many words must speak against a text: nobody is held for one word or two.
const LEAST: usize = 3;

/// How many words are named.
const NAMED: usize = 5;

/// What a store counted of the tokens of the text at hand.
#[derive(Debug, Clone, Default)]
pub struct Lessons {
    /// How many texts moderators have kept, in all.
    pub kept: u64,
    /// How many they have refused.
    pub refused: u64,
    /// By a token's id: how many texts with it were kept, and how many refused.
    pub words: HashMap<i64, (u64, u64)>,
}

/// What the lessons say of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// How much it is like what was refused, from 0 to 1; half when they can't tell.
    pub refused: f64,
    /// The words that say so, the weightiest first, five at most.
    pub because: Vec<String>,
}

impl Verdict {
    /// Whether a moderator should look.
    #[must_use]
    pub fn is_like_refused(&self) -> bool {
        self.refused >= LIKE_REFUSED && self.because.len() >= LEAST
    }
}

impl Lessons {
    /// Whether enough was taught to say anything.
    #[must_use]
    pub fn can_tell(&self) -> bool {
        self.kept >= ENOUGH && self.refused >= ENOUGH
    }

    /// How much a text of these tokens is like what was refused; nothing until there are [`ENOUGH`] of both kinds.
    #[must_use]
    pub fn judge(&self, tokens: &[Token]) -> Option<Verdict> {
        if !self.can_tell() {
            return None;
        }
        let mut weights: Vec<(f64, &Token)> = tokens.iter().map(|token| (self.weight(token.id), token)).collect();
        // Ties go by the words, so that the same text gets the same verdict on every machine.
        weights.sort_by(|(a, one), (b, two)| b.abs().total_cmp(&a.abs()).then_with(|| one.words.cmp(&two.words)));
        weights.truncate(SAY);

        let sum: f64 = weights.iter().map(|(weight, _)| weight).sum();
        let against = weights.iter().filter(|(weight, _)| *weight > 0.0);
        Some(Verdict {
            refused: 1.0 / (1.0 + (-sum).exp()),
            because: against.take(NAMED).map(|(_, token)| token.words.clone()).collect(),
        })
    }

    /// The words that weighed most, when the text is like those refused.
    pub(crate) fn found(&self, written: &Written<'_>) -> Option<String> {
        let verdict = self.judge(&tokens(written.title, written.body))?;
        verdict.is_like_refused().then(|| verdict.because.join(", "))
    }

    /// The logarithm of how much likelier the token is in a refused text. The texts that smoothing adds are kept and
    /// refused as all are, so that a token never seen weighs nothing.
    fn weight(&self, id: i64) -> f64 {
        let (kept, refused) = self.words.get(&id).copied().unwrap_or_default();
        let rate = |with: u64, all: u64| {
            number(with.min(all)) / number(all) + SMOOTH / (number(self.kept) + number(self.refused))
        };
        (rate(refused, self.refused) / rate(kept, self.kept)).ln()
    }
}

/// Counts of texts are far below what a float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "a council has fewer texts than 2^52")]
fn number(count: u64) -> f64 {
    count as f64
}
