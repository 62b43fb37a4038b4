//! Texts from elsewhere, cut and cleaned.

use super::{printable, shorten};
use crate::graphemes;

#[test]
fn a_short_text_stays_as_it_is_on_one_line() {
    assert_eq!(shorten("  More\n trees ", 80), "More trees");
}

#[test]
fn a_long_text_is_cut_after_a_whole_word() {
    assert_eq!(shorten("one two three four", 10), "one two…");
    assert_eq!(shorten("one two, three four", 10), "one two…");
    assert_eq!(shorten("one two three", 8), "one two…");
}

#[test]
fn a_text_without_spaces_is_cut_between_characters() {
    let cut = shorten(&"線上叫車".repeat(40), 80);
    assert_eq!(graphemes(&cut), 80);
    assert!(cut.ends_with('…'));
}

#[test]
fn a_family_of_one_character_is_never_split() {
    let cut = shorten(&"👨‍👩‍👧‍👦".repeat(10), 4);
    assert_eq!(cut, format!("{}…", "👨‍👩‍👧‍👦".repeat(3)));
}

#[test]
fn what_cannot_be_shown_falls_out() {
    assert_eq!(printable("a\u{202e}b\u{0}c\r\nd\te"), "abc\nd\te");
}
