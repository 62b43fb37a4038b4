//! From where on an answer is worth a second look.

use super::*;

/// So many sentences of so many words each.
fn said(sentences: usize, words: usize) -> String {
    format!("{} now. ", "word ".repeat(words - 1).trim_end()).repeat(sentences)
}

fn is_long(typed: &str) -> bool {
    ReadingEase::of("reasons", typed).unwrap().unwrap().is_long
}

#[test]
fn long_sentences_are_worth_a_second_look_and_one_alone_is_not() {
    assert!(is_long(&said(2, 21)));
    assert!(!is_long(&said(2, 20)), "twenty words fit");
    assert!(!is_long(&said(1, 60)), "one says little about the rest");
}

#[test]
fn what_has_no_sentence_has_no_ease_and_what_is_no_text_is_refused() {
    assert_eq!(ReadingEase::of("reasons", "### Only a heading"), Ok(None));
    let refused = |typed: &str| ReadingEase::of("text", typed).unwrap_err();
    assert_eq!((refused(" ").field, refused(" ").code), ("text", "EMPTY"));
    assert_eq!(refused(&"a".repeat(ReplyText::MOST + 1)).code, "TOO_LONG");
}
