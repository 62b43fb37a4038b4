//! Addresses people can read aloud.

use proptest::prelude::*;

use super::*;

#[test]
fn words_in_any_script() {
    for (title, address) in [
        ("Safer crossings, please!", "safer-crossings-please"),
        ("The council’s Café", "the-councils-cafe"),
        ("Ёлка й", "ёлка-й"),
        ("हिन्दी में", "हिन्दी-में"),
        ("自転車 道", "自転車-道"),
        ("ＦＵＬＬ ℂ İ", "full-c-i"),
        ("../../etc/passwd", "etc-passwd"),
        ("🚲🚲", "idea"),
        ("\u{301}", "idea"),
        ("", "idea"),
    ] {
        assert_eq!(slug(title), address, "{title}");
    }
}

proptest! {
    #[test]
    fn short_plain_and_steady(title in "(.|[a-z '-])*") {
        let once = slug(&title);
        prop_assert!(once.chars().count() <= LONGEST);
        prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"));
        prop_assert!(once.chars().all(|c| c == '-' || c.is_alphanumeric() || is_combining_mark(c)));
        prop_assert_eq!(slug(&once), once);
    }
}
