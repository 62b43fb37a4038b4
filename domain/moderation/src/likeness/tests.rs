//! Near-duplicates are near, everything else is far.

use super::{are_near, likeness};
use crate::rules::tokens;

fn of(text: &str) -> i64 {
    likeness(&tokens(None, text))
}

const BENCH: &str = "We need more benches along the river walk between the old bridge and the mill, because older people \
                     can't rest there and children wait for their friends standing in the rain.";

#[test]
fn a_word_or_two_more_make_a_near_duplicate() {
    let signed = format!("{BENCH} Thank you, Ben");
    assert!(are_near(of(BENCH), of(&signed)), "{}", (of(BENCH) ^ of(&signed)).count_ones());
}

#[test]
fn another_idea_is_far_away() {
    let other = "The library should open on Sundays, so that people who work all week can read the papers and borrow books \
                 for the week that comes.";
    assert!(!are_near(of(BENCH), of(other)), "{}", (of(BENCH) ^ of(other)).count_ones());
}

#[test]
fn short_texts_are_near_to_nothing() {
    assert_eq!(of("I agree"), 0);
    assert!(!are_near(of("I agree"), of("I agree")));
}
