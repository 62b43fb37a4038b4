//! Words that don't fit, and what becomes of them.

use folkmoot_text::graphemes;

use super::{EMPTY, body, idea};

#[test]
fn a_statement_is_its_own_title() {
    let fitted = idea("Plant more trees", "Plant more trees", "Comment 3");
    assert_eq!((fitted.title.as_str(), fitted.body.as_str()), ("Plant more trees", "Plant more trees"));
    assert!(fitted.mended.is_empty());
}

#[test]
fn a_long_statement_keeps_its_whole_text_below_its_first_words() {
    let text = "word ".repeat(40);
    let fitted = idea(&text, &text, "Comment 3");
    assert!(fitted.title.as_str().ends_with("word…"));
    assert!(graphemes(fitted.title.as_str()) <= 80);
    assert_eq!(fitted.body.as_str(), text);
    assert!(fitted.mended.is_empty());
}

#[test]
fn a_sentence_that_was_said_whole_is_the_whole_title() {
    let text = "More trees and benches along both sides of the river, from the old mill down to the new swimming pool.";
    assert!(graphemes(text) > 80);
    let fitted = idea(text, text, "Comment 3");
    assert_eq!((fitted.title.as_str(), fitted.body.as_str()), (text, text));
    assert!(fitted.mended.is_empty());
}

#[test]
fn too_few_words_get_their_number() {
    for (text, title) in [("Ok", "Comment 3: Ok"), ("x", "Comment 3: x"), ("好酷喔", "Comment 3: 好酷喔")] {
        let fitted = idea(text, text, "Comment 3");
        assert_eq!((fitted.title.as_str(), fitted.body.as_str()), (title, text));
        assert_eq!(fitted.mended.len(), 1);
    }
}

#[test]
fn an_empty_statement_says_so() {
    let fitted = idea(" \n", " \n", "Comment 3");
    assert_eq!((fitted.title.as_str(), fitted.body.as_str()), ("Comment 3", EMPTY));
    assert_eq!(fitted.mended.len(), 2);
}

#[test]
fn what_cannot_be_shown_falls_out_and_what_is_too_long_is_cut() {
    let (clean, why) = body("a\u{0}b", 100);
    assert_eq!(clean.as_str(), "ab");
    assert!(why.is_some());
    let (cut, why) = body(&"word ".repeat(100), 40);
    assert!(graphemes(cut.as_str()) <= 40);
    assert!(why.is_some());
}
