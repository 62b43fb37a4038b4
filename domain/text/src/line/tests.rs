//! What one line may hold.

use proptest::prelude::*;

use super::*;

fn line(raw: &str) -> Result<String, GateError> {
    one_line(raw, 2..=10)
}

#[test]
fn tidied_without_a_word() {
    for (raw, tidy) in [
        ("  Safer \n\t way ", "Safer way"),
        ("Cafe\u{301}", "Café"),
        ("a\u{AD}b\u{200B}c\u{FEFF}d", "abcd"),
        ("a \u{200B} b", "a b"),
        ("a\u{2028}b", "a b"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("👨\u{200D}👩\u{200D}👧 x", "👨\u{200D}👩\u{200D}👧 x"),
    ] {
        assert_eq!(line(raw).as_deref(), Ok(tidy), "{raw:?}");
    }
    assert_eq!(line(&format!("ab{}", "\u{35f}".repeat(99))), Ok(format!("ab{}", "\u{35f}".repeat(4))));
}

#[test]
fn refused_with_a_reason() {
    for c in ['\u{0}', '\u{1b}', '\u{202E}', '\u{2066}', '\u{3164}', '\u{FDD0}', '\u{10FFFF}'] {
        assert_eq!(line(&format!("ab{c}c")), Err(GateError::Unprintable), "{c:?}");
    }
    for nothing in ["", "  ", "\u{200B}\u{200D}", "\u{2800} \u{2800}"] {
        assert_eq!(line(nothing), Err(GateError::Empty), "{nothing:?}");
    }
    assert_eq!(line("a"), Err(GateError::TooShort { least: 2 }));
    assert_eq!(line("abcdefghijk"), Err(GateError::TooLong { most: 10, found: 11 }));
    let chain = vec!["👩"; 200].join("\u{200D}");
    assert!(matches!(line(&chain), Err(GateError::TooLong { most: 10, found }) if found > 10));
}

proptest! {
    #[test]
    fn counting_quickly_is_counting(text in "[ -~\r\n\té👩]*") {
        prop_assert_eq!(graphemes(&text), text.graphemes(true).count());
    }

    #[test]
    fn a_line_stays_itself(raw in "(.|[ \u{200B}-\u{200F}\u{300}-\u{345}\u{958}\u{FB2C}\u{E0040}🏴])*") {
        if let Ok(once) = one_line(&raw, 1..=500) {
            prop_assert_eq!(one_line(&once, 1..=500), Ok(once));
        }
    }
}
