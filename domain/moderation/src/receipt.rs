//! The number of a report, as its reporter keeps it: eight signs that nobody mixes up, drawn by chance, so that it tells
//! nothing of how many there are.

use std::fmt;

use folkmoot_common::Sources;

#[cfg(test)]
mod tests;

/// Digits and capitals without those that look like another: 0 and O, 1, I and L, U and V.
const SIGNS: [char; 30] = [
    '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R',
    'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
const LENGTH: usize = 8;

/// A report's number: `7KQ4-M2XD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl Receipt {
    /// A new one.
    pub(crate) fn draw(sources: &Sources) -> Self {
        let below = u32::try_from(SIGNS.len()).unwrap_or(1);
        let sign = |_| usize::try_from(sources.draw(below)).ok().and_then(|at| SIGNS.get(at)).copied().unwrap_or('2');
        Self::halved(&(0..LENGTH).map(sign).collect::<Vec<_>>())
    }

    /// Reads one as people type it: in any case, with or without the hyphen.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        // An address may hold anything of any length; a receipt is short.
        let signs: Vec<char> = raw
            .chars()
            .take(LENGTH * 2)
            .filter(|c| *c != '-' && !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .collect();
        (signs.len() == LENGTH && signs.iter().all(|sign| SIGNS.contains(sign))).then(|| Self::halved(&signs))
    }

    /// The number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn halved(signs: &[char]) -> Self {
        let (first, second) = signs.split_at_checked(LENGTH / 2).unwrap_or((signs, &[]));
        Self(first.iter().chain(&['-']).chain(second).collect())
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
