//! Letters in disguise, and letters that aren't.

use super::*;

#[test]
fn disguises_come_off() {
    for disguised in [
        "Scrap",
        "SCRAP",
        "s\u{200B}c\u{200E}r\u{AD}a\u{2060}p",
        "ｓｃｒａｐ",
        "𝐬𝐜𝐫𝐚𝐩",
        "ѕсrар",
        "\u{1F182}\u{1F172}\u{1F181}\u{1F170}\u{1F17F}",
    ] {
        assert_eq!(plain(disguised), "scrap", "{disguised}");
    }
}

#[test]
fn honest_letters_stay() {
    for honest in ["tŷ bach yn y coed", "straße", "žluťoučký kůň", "日本語の本", "שלום", "हिन्दी"]
    {
        assert_eq!(plain(honest), honest);
    }
}

#[test]
fn it_is_plain_already_the_second_time() {
    for text in ["Ѕраm ŵ Ⅷ ﷺ 🇬🇧", "İstanbul", "ſ"] {
        let once = plain(text);
        assert_eq!(plain(&once), once, "{text}");
    }
}
