//! Names that pass for the council's, and names that merely come near.

use proptest::prelude::*;

use super::*;

#[test]
fn names_of_the_council_are_refused() {
    for name in [
        "City Council",
        "Moderator",
        "C0uncil",
        "Cоuncil",
        "A.d.m.i.n",
        "a d m i n Bob",
        "ADMIN",
        "Admin2",
        "admin_bob",
        "TeamAdmin",
        "The Councils",
        "Cllr Jane Doe",
        "Councillor Doe",
        "Counciller's Fan",
        "CityCouncil",
        "c o u n c i l",
        "Counc1l",
        "Ｃｏｕｎｃｉｌ",
        "𝓒𝓸𝓾𝓷𝓬𝓲𝓵",
        "🅒🅞🅤🅝🅒🅘🅛",
        "Cóuncíl",
        "Councilll",
        "Council\u{200B}",
        "Official",
        "officials",
        "St@ff",
        "5taff",
        "Folkmoot Team",
        "Mоdеrаtоr",
        "Site Administrator",
        "Offıcer Doe",
        "OFFlCER",
        "аdmіn",
        "Mod Team",
        "Jane ✔",
        "Jane ✅",
        "Cyngor Sir",
        "Cynghorydd Jones",
        "Y Cymedrolwr",
        "Gweinyddwyr",
        "Swyddogol",
    ] {
        assert!(looks_like_staff(name), "{name}");
    }
}

#[test]
fn ordinary_names_pass() {
    for name in [
        "Olga Staffordshire",
        "Badminton Bob",
        "Officially Yours",
        "Jane Doe",
        "Angharad Gwyn",
        "Carl Lopez",
        "Marco Ünal",
        "José García",
        "Nguyễn Thị Minh Khai",
        "Иван Петров",
        "Γιώργος Παπαδόπουλος",
        "محمد علي",
        "משה כהן",
        "प्रिया शर्मा",
        "田中さくら",
        "東京タワー",
        "Tシャツ太郎",
        "김민준",
        "K팝",
        "ԱՐԱՄ",
        "สมชาย",
        "O'Neill",
        "Jean-Luc",
        "Иван Smith",
        "Anne 2nd",
        "cyclist42",
        "X Æ A-12",
        "A. B. C. Dmitri",
        "🚲 Rider",
        "Ad Min-Jun",
        "",
    ] {
        assert!(!looks_like_staff(name), "{name}");
    }
}

#[test]
fn words_of_two_alphabets_are_told_apart() {
    for name in ["Ѕaul", "Pаul Smith", "Αlice", "Jane Dое"] {
        assert!(mixes_alphabets(name), "{name}");
    }
    for name in ["Paul", "Павел", "Павел Smith", "K팝", "Tシャツ", "µ", "Zoë"] {
        assert!(!mixes_alphabets(name), "{name}");
    }
}

proptest! {
    #[test]
    fn dots_and_capitals_hide_nothing(caps in proptest::collection::vec(any::<bool>(), 9), gap in "[ ._-]?") {
        let letters = "moderator".chars().zip(caps).map(|(c, cap)| if cap { c.to_ascii_uppercase() } else { c }.to_string());
        let name = letters.collect::<Vec<_>>().join(&gap);
        prop_assert!(looks_like_staff(&name), "{}", name);
    }

    #[test]
    fn any_name_has_an_answer(name in ".*") {
        let _ = looks_like_staff(&name);
    }
}
