//! What is remembered of a text.

use super::*;

fn words_of(title: Option<&str>, body: &str) -> Vec<String> {
    let mut words: Vec<String> = tokens(title, body).into_iter().map(|token| token.words).collect();
    words.sort();
    words
}

#[test]
fn words_and_their_pairs_each_once() {
    assert_eq!(words_of(None, "Buy now, BUY now!"), ["buy", "buy now", "now", "now buy"]);
    assert_eq!(words_of(Some("Buy"), "now"), ["buy", "now"], "no pair reaches from a title into a body");
    assert_eq!(words_of(None, "…"), Vec::<String>::new());
}

#[test]
fn numbers_of_one_length_are_alike() {
    let id = |text: &str| tokens(None, text).first().map(|token| token.id);
    assert_eq!(id("07700900123"), id("07700900456"));
    assert_ne!(id("2026"), id("07700900456"));
    assert_eq!(words_of(None, "ring 999"), ["999", "ring", "ring 999"], "but are shown as written");
}

/// Databases count these numbers. If this fails, lessons learnt so far are worth nothing.
#[test]
fn the_numbers_are_the_same_for_ever() {
    let ids: Vec<(i64, String)> = tokens(None, "buy now 42").into_iter().map(|token| (token.id, token.words)).collect();
    let shown: Vec<(i64, &str)> = ids.iter().map(|(id, words)| (*id, words.as_str())).collect();
    assert_eq!(
        shown,
        [
            (-8_865_739_304_565_519_317, "now 42"),
            (-6_512_192_149_352_611_268, "buy"),
            (-1_093_899_775_089_254_202, "buy now"),
            (8_670_432_684_652_550_967, "42"),
            (9_056_800_946_777_596_975, "now"),
        ]
    );
}

#[test]
fn a_long_text_is_sampled_from_all_over() {
    let body = (0..3_000).map(|at| format!("w{at}")).collect::<Vec<_>>().join(" ");
    let sample = tokens(None, &body);
    assert_eq!(sample.len(), MOST);
    assert!(sample.is_sorted_by_key(|token| token.id));
    let place = |token: &Token| token.words.split(' ').next()?.strip_prefix('w')?.parse::<usize>().ok();
    let late = sample.iter().filter(|token| place(token).is_some_and(|at| at >= 1_500)).count();
    assert!((100..200).contains(&late), "{late} of the second half");
}
