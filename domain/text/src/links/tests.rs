//! Addresses that lead somewhere, addresses that don't, and words that lie about it.

use super::*;

fn bare(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((range, _)) = next_bare(text, at) {
        at = range.end;
        found.push(&text[range]);
    }
    found
}

#[test]
fn bare_addresses_end_where_people_mean_them_to() {
    for (text, addresses) in [
        ("see https://a.example/plan.", vec!["https://a.example/plan"]),
        ("(http://a.example/b_(c))", vec!["http://a.example/b_(c)"]),
        ("HTTPS://A.EXAMPLE and http://b.example?", vec!["HTTPS://A.EXAMPLE", "http://b.example"]),
        ("https://a.example/?q=1&r=2#x, then", vec!["https://a.example/?q=1&r=2#x"]),
        ("“https://a.example”", vec!["https://a.example"]),
        ("計画https://a.example。次", vec![]),
        ("計画 https://a.example。次", vec!["https://a.example"]),
        ("ftp://a.example xhttp://b.example http:// https://localhost http://me:pw@a.example", vec![]),
        ("javascript://a.example/%0aalert(1)", vec![]),
        ("http://a.example/http://b.example", vec!["http://a.example/http://b.example"]),
    ] {
        assert_eq!(bare(text), addresses, "{text}");
    }
}

#[test]
fn links_lead_to_listed_schemes_only() {
    for address in ["https://a.example", "HTTP://a.example", "mailto:a@b.example", "tel:+441234567"] {
        assert!(target(address).is_some(), "{address}");
    }
    for address in [
        "",
        "/plan",
        "plan",
        "//a.example",
        "www.a.example",
        "#top",
        "javascript:alert(1)",
        "JaVaScRiPt:1",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "java\nscript:alert(1)",
        " \u{1}javascript:x",
        "https://council.example@evil.example/",
    ] {
        assert_eq!(target(address), None, "{address}");
    }
}

#[test]
fn words_that_name_another_host_are_corrected() {
    let real = target("https://evil.example/x").unwrap();
    for words in
        ["https://council.example", "council.example", "visit council.example today", "www.council.example/plan"]
    {
        assert_eq!(correction(words, &real), Some("evil.example"), "{words}");
    }
    for words in
        ["our plan", "evil.example", "https://evil.example/other", "www.Evil.Example", "e.g. this", "version 2.15"]
    {
        assert_eq!(correction(words, &real), None, "{words}");
    }
}

#[test]
fn hosts_in_look_alike_letters_show_their_real_name() {
    let twin = target("https://аррӏе.example/").unwrap();
    assert_eq!(correction("https://аррӏе.example/", &twin), Some("xn--80ak6aa92e.example"));
    let honest = target("https://müller.example/").unwrap();
    assert_eq!(correction("https://müller.example/", &honest), None);
    let own_script = target("https://пример.example/").unwrap();
    assert_eq!(correction("https://пример.example/", &own_script), None);
}
