//! How near two texts are: a number of 64 bits in which near-duplicates differ in few (a SimHash of their words and pairs
//! of words). It is for putting items of the queue side by side; nothing is held because of it.

use crate::rules::Token;

#[cfg(test)]
mod tests;

/// Texts that differ in so many bits at the most stand together.
const NEAR: u32 = 10;

/// Fewer words and pairs than this tell nothing: such a text is near to nothing.
const LEAST: usize = 8;

/// The likeness of a text; 0 when it is too short to have one.
#[must_use]
pub fn likeness(tokens: &[Token]) -> i64 {
    if tokens.len() < LEAST {
        return 0;
    }
    let mut votes = [0i32; 64];
    for token in tokens {
        for (bit, vote) in votes.iter_mut().enumerate() {
            *vote += if token.id >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    let set = votes.iter().enumerate().filter(|(_, vote)| **vote > 0);
    set.fold(0, |bits, (bit, _)| bits | 1_i64 << bit)
}

/// Whether two texts of these likenesses are near-duplicates.
#[must_use]
pub const fn are_near(one: i64, other: i64) -> bool {
    one != 0 && other != 0 && (one ^ other).count_ones() <= NEAR
}
