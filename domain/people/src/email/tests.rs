//! What is taken for an address, and what isn't.

use super::Email;

fn code(raw: &str) -> &'static str {
    Email::parse(raw).expect_err(raw).code
}

#[test]
fn tidies_what_people_type() {
    for (typed, kept) in [
        (" Ann@Example.ORG ", "ann@example.org"),
        ("o'brien+ideas@mail.example.co.uk", "o'brien+ideas@mail.example.co.uk"),
        ("first.last@example.com", "first.last@example.com"),
        ("e\u{301}va@example.com", "éva@example.com"),
        ("anna@bücher.example", "anna@bücher.example"),
        ("anna@उदाहरण.example", "anna@उदाहरण.example"),
    ] {
        assert_eq!(Email::parse(typed).expect(typed).as_str(), kept);
    }
}

#[test]
fn neither_dots_nor_plus_signs_are_folded() {
    assert_ne!(Email::parse("a.b@example.com"), Email::parse("ab@example.com"));
    assert_ne!(Email::parse("a+x@example.com"), Email::parse("a@example.com"));
}

#[test]
fn refuses_what_no_letter_reaches() {
    for raw in [
        "ann",
        "ann@",
        "@example.com",
        "ann@example",
        "ann@@example.com",
        "a@b@example.com",
        "ann @example.com",
        "ann@example..com",
        "ann@.example.com",
        "ann@example.com.",
        ".ann@example.com",
        "an..n@example.com",
        "Ann <ann@example.com>",
        "ann@example.com, bob@example.com",
        "ann@example.com;bob@example.com",
        "ann@-example.com",
        "ann@exam_ple.com",
        "\"ann\"@example.com",
        "ann@[127.0.0.1]",
        "ann@example.com\r\nBcc: all@example.com",
        "ann@example.com\nx",
    ] {
        assert_eq!(code(raw), "INVALID", "{raw:?}");
    }
}

#[test]
fn says_what_is_wrong() {
    assert_eq!(code(""), "EMPTY");
    assert_eq!(code("  \n "), "EMPTY");
    assert_eq!(code("an\u{0}n@example.com"), "UNPRINTABLE");
    assert_eq!(code("an\u{202E}n@example.com"), "UNPRINTABLE");
    assert_eq!(code(&format!("a@{}.com", "x.".repeat(200))), "TOO_LONG");
    assert_eq!(code(&format!("a@{}.com", "é.".repeat(110))), "TOO_LONG", "bytes count, not letters");
    assert_eq!(code(&format!("{}@example.com", "a".repeat(65))), "INVALID");
    assert_eq!(Email::parse("").expect_err("empty").field, "email");
}
