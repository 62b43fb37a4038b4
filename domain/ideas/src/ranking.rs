//! The two published formulas behind the orders. The store computes the same in SQL, inside the statement that counts
//! a vote; a test holds the two together.
//!
//! Keys are whole numbers, so that both databases and every cursor agree on them to the last digit.

use folkmoot_common::Timestamp;

/// **Most supported**: the lower bound of the share of people in favour, at 95 % confidence (Wilson's score interval),
/// in billionths. So 290 of 300 stands above 3 of 3. Without a vote it is 0.
#[must_use]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "counts of people are far below 2^52")]
pub fn confidence(support: i64, oppose: i64) -> i64 {
    let (s, o) = (support as f64, oppose as f64);
    let n = s + o;
    if n == 0.0 {
        return 0;
    }
    // z = 1.96, so z² = 3.8416, z²/2 = 1.9208 and z²/4 = 0.9604.
    ((s + 1.9208 - 1.96 * (s * o / n + 0.9604).sqrt()) / (n + 3.8416) * 1e9).round() as i64
}

/// **Trending**: ten times the support (less the opposition) weighs as much as 12½ hours of being newer. In
/// thousandths of a second: `1000 × (seconds since 1970 when it was posted + 45,000 × log10(max(1, support − oppose)))`.
///
/// It depends on the idea alone, so time passing never re-ranks what nobody touched, and no job has to.
#[must_use]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "counts of people are far below 2^52")]
pub fn trend(posted: Timestamp, support: i64, oppose: i64) -> i64 {
    let lead = (support - oppose).max(1) as f64;
    posted.millis() + (45_000_000.0 * lead.log10()).round() as i64
}
