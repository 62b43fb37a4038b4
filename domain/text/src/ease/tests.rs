//! Sentences are counted as people would, also where marks stand in their midst.

use super::ease;
use crate::Markdown;

fn of(text: &str) -> Option<(usize, usize, usize)> {
    ease(&Markdown::from_stored(text.to_owned())).map(|ease| (ease.sentences, ease.average, ease.longest))
}

#[test]
fn sentences_end_at_marks_and_at_blocks() {
    assert_eq!(of("We will do it. It costs little!"), Some((2, 4, 4)));
    assert_eq!(of("We said: “We will.” Then we did"), Some((2, 4, 4)));
    assert_eq!(of("- one thing\n- another thing here"), Some((2, 3, 3)));
}

#[test]
fn marks_inside_of_words_end_nothing() {
    assert_eq!(of("It costs £2.5 million, e.g. for J. Smith"), Some((1, 8, 8)));
}

#[test]
fn headings_are_no_sentences() {
    assert_eq!(of("## Why\n\nBecause it is right."), Some((1, 4, 4)));
    assert_eq!(of("## Why"), None);
    assert_eq!(of(""), None);
}
