//! What the gate for long texts lets through.

use super::*;

#[test]
fn kept_to_the_letter_but_for_line_ends() {
    let text = |raw| Markdown::parse(raw, 100).map(|text| text.as_str().to_owned());
    assert_eq!(text(" a\r\nb\rc\u{b}d\u{2028}e \u{202E}\t").as_deref(), Ok(" a\nb\nc\nd\ne \u{202E}\t"));
    assert_eq!(text("a\u{0}b"), Err(GateError::Unprintable));
    assert_eq!(text("a\u{1b}[31mb"), Err(GateError::Unprintable));
    for nothing in ["", " \n\t", "\u{200B}", "\u{feff}\u{2800}"] {
        assert_eq!(text(nothing), Err(GateError::Empty), "{nothing:?}");
    }
}

#[test]
fn length_is_counted_as_people_count() {
    let family = "👨\u{200D}👩\u{200D}👧";
    assert!(Markdown::parse(family, 2).is_ok());
    assert_eq!(Markdown::parse("abc", 2), Err(GateError::TooLong { most: 2, found: 3 }));
    let heavy = format!("a{}", "\u{301}".repeat(5_000));
    assert!(matches!(Markdown::parse(&heavy, 100), Err(GateError::TooLong { most: 100, found }) if found > 100));
}
