//! Where a text is cut, and what of it is left.

use proptest::prelude::*;

use super::*;
use crate::graphemes;

fn of(source: &str, most: usize) -> String {
    excerpt(&Markdown::from_stored(source.to_owned()), most)
}

#[test]
fn plain_words_of_every_kind_of_markup() {
    let source = "# Plan\n\nA **bo**ld `idea`\nwith [words](https://a.example) and ![a bench](https://a.example/b.png).\n\n- one\n- two\n\n|x|y|\n|-|-|\n|1|2|\n\n<b>hi</b>";
    assert_eq!(of(source, 500), "Plan A bold idea with words and a bench. one two x y 1 2 <b>hi</b>");
}

#[test]
fn cut_between_words_with_an_ellipsis() {
    assert_eq!(of("one two three four", 18), "one two three four");
    assert_eq!(of("one two three four", 17), "one two three…");
    assert_eq!(of("one two, three four", 10), "one two…");
    assert_eq!(of("Unbreakablewordindeed", 8), "Unbreak…");
    assert_eq!(of("私たちの町に自転車道を", 6), "私たちの町…");
    assert_eq!(of("e\u{301}e\u{301}e\u{301}e\u{301}", 3), "e\u{301}e\u{301}…");
    assert_eq!((of("words", 0), of("words", 1)), (String::new(), "…".to_owned()));
}

#[test]
fn short_words_of_a_long_source_are_found() {
    let source = format!("start [a](https://a.example/{}) end", "x".repeat(5_000));
    assert!(of(&source, 20).starts_with("start a"), "{}", of(&source, 20));
    let paragraphs = format!("first words of it\n\n{}", "more\n\n".repeat(2_000));
    assert_eq!(of(&paragraphs, 25), "first words of it more…");
    let filler = "&nbsp;".repeat(900);
    assert_eq!(of(&format!("start {filler} end"), 20), "start end");
}

proptest! {
    #[test]
    fn never_longer_than_asked(source in "\\PC*", most in 0_usize..60) {
        prop_assert!(graphemes(&of(&source, most)) <= most);
    }
}
