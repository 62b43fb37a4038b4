//! What goes and what stays, character by character.

use proptest::prelude::*;

use super::*;

fn clean(text: &str) -> String {
    Hidden::default().clean(text).into_owned()
}

#[test]
fn overrides_isolates_controls_and_ghosts_go() {
    for c in [
        '\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}', '\u{0}', '\u{7f}', '\u{85}', '\u{AD}', '\u{FEFF}', '\u{200B}',
        '\u{200D}', '\u{2060}', '\u{FDD0}', '\u{FFFE}', '\u{10FFFF}', '\u{E0041}',
    ] {
        assert_eq!(clean(&format!("a{c}b")), "ab", "{:x}", u32::from(c));
    }
}

#[test]
fn honest_writing_stays() {
    for text in [
        "👨\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}\u{200D}🔥",
        "می\u{200C}خواهم",
        "क्\u{200D}ष",
        "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Scotland",
        "שלום!\u{200F} abc",
        "Tiếng Việt",
        "ภาษา\u{200B}ไทย",
        "line\nand\ttab",
        "\u{10d}a\u{30c}",
    ] {
        assert_eq!(clean(text), text);
    }
}

#[test]
fn marks_pile_up_to_four_even_over_pieces() {
    assert_eq!(clean(&format!("e{}", "\u{301}".repeat(900))), format!("e{}", "\u{301}".repeat(4)));
    let mut filter = Hidden::default();
    assert_eq!(filter.clean("e\u{301}\u{301}\u{301}"), "e\u{301}\u{301}\u{301}");
    assert_eq!(filter.clean("\u{301}\u{301}\u{301}x"), "\u{301}x");
}

#[test]
fn a_text_of_nothing_shows_nothing() {
    for text in [
        "",
        " \n",
        "\u{200B}\u{200D}",
        "\u{2800}",
        "\u{3164}",
        "\u{FEFF}",
        "\u{E0041}",
        "\u{1D173}\u{1D174}",
        "\u{FE0F}\u{2800}",
        "\u{34F}",
        "\u{301}",
        "\u{17B4}\u{17B5}",
        "\u{180F}",
        "\u{1BCA0}",
        "\u{13430}",
        "\u{E0100}",
        "\u{200D}\u{FE0F}",
        "\u{1D159}",
        "\u{FFF0}",
    ] {
        assert!(!shows_something(text), "{text:?}");
    }
    for text in ["\u{200B}a", "❤\u{FE0F}", "ह", "🏴\u{E0067}\u{E0062}\u{E007F}", "1\u{FE0F}\u{20E3}", "!"] {
        assert!(shows_something(text), "{text:?}");
    }
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in "(.|[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{300}-\u{305}\u{E0040}-\u{E007F}🏴])*") {
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once);
    }
}
