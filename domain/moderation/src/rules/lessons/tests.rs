//! What decisions teach, and when they teach nothing.

use super::*;
use crate::rules::tests::by_ann;

/// Lessons in which each word was kept and refused so often.
fn lessons(kept: u64, refused: u64, words: &[(&str, u64, u64)]) -> Lessons {
    let ids = words.iter().flat_map(|(word, kept, refused)| {
        tokens(None, word).into_iter().map(move |token| (token.id, (*kept, *refused)))
    });
    Lessons { kept, refused, words: ids.collect() }
}

const PILLS: [(&str, u64, u64); 5] =
    [("pills", 0, 60), ("cheap", 2, 50), ("order", 4, 40), ("bench", 60, 0), ("the", 90, 90)];

fn share(lessons: &Lessons, text: &str) -> Option<f64> {
    lessons.judge(&tokens(None, text)).map(|verdict| verdict.refused)
}

#[test]
fn nothing_is_said_until_there_is_enough_of_both() {
    let text = "order cheap pills";
    assert_eq!(share(&lessons(ENOUGH - 1, 1_000, &PILLS), text), None);
    assert_eq!(share(&lessons(1_000, ENOUGH - 1, &PILLS), text), None);
    assert!(share(&lessons(ENOUGH, ENOUGH, &PILLS), text).is_some());
}

#[test]
fn a_text_like_those_refused_is_named_with_its_words() {
    let lessons = lessons(100, 100, &PILLS);
    assert_eq!(lessons.found(&by_ann(None, "Order the cheap pills")).as_deref(), Some("pills, cheap, order"));
    assert_eq!(lessons.found(&by_ann(Some("Order the"), "cheap. Pills")).as_deref(), Some("pills, cheap, order"));
    assert_eq!(lessons.found(&by_ann(None, "the bench")), None);
}

#[test]
fn one_word_or_two_hold_nobody() {
    let lessons = lessons(100_000, 100_000, &[("pills", 0, 99_000), ("cheap", 0, 99_000), ("order", 0, 99_000)]);
    assert_eq!(lessons.found(&by_ann(None, "pills")), None);
    assert_eq!(lessons.found(&by_ann(None, "cheap, pills")), None);
    assert!(lessons.found(&by_ann(None, "order cheap pills")).is_some());
}

#[test]
fn words_never_seen_and_words_of_both_say_nothing() {
    for (kept, refused) in [(100, 100), (5_000, 50), (50, 5_000)] {
        let lessons = lessons(kept, refused, &[("the", kept / 2, refused / 2)]);
        let half = share(&lessons, "the zebra crossing by the school").expect("enough");
        assert!((half - 0.5).abs() < 1e-9, "{kept} kept, {refused} refused: {half}");
    }
    assert_eq!(share(&lessons(100, 100, &[]), ""), Some(0.5));
}

#[test]
fn what_is_kept_speaks_for_a_text() {
    let lessons = lessons(100, 100, &PILLS);
    let (with, without) = (share(&lessons, "order cheap pills bench"), share(&lessons, "order cheap pills"));
    assert!(with < without && share(&lessons, "bench") < Some(0.2), "{with:?} {without:?}");
}

#[test]
fn only_the_most_telling_words_have_a_say() {
    let weak: Vec<String> = (0..300).map(|at| format!("w{at}")).collect();
    let mut words: Vec<(&str, u64, u64)> = weak.iter().map(|word| (word.as_str(), 40, 60)).collect();
    words.push(("bench", 1_000, 0));
    let lessons = lessons(1_000, 1_000, &words);
    let long = share(&lessons, &format!("bench. {}", weak.join(". "))).expect("enough");
    assert!(long < 0.5, "three hundred whispers outweigh one word: {long}");
}

#[test]
fn counts_that_cannot_be_are_no_reason_to_fall_over() {
    let lessons = lessons(50, 50, &[("pills", u64::MAX, 0), ("cheap", 0, u64::MAX)]);
    let sum = share(&lessons, "cheap. pills").expect("enough");
    assert!((sum - 0.5).abs() < 1e-9, "{sum}");
    let huge = Lessons { kept: u64::MAX, refused: u64::MAX, words: HashMap::new() };
    assert_eq!(share(&huge, "pills"), Some(0.5));
}
