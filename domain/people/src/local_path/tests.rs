//! Which paths stay with us.

use super::LocalPath;

#[test]
fn takes_our_own_pages() {
    for path in ["/", "/me", "/ideas/12/a-bench?order=newest#comments", "/ideas/new?draft=0190f1e0", "/caf%C3%A9"] {
        assert_eq!(LocalPath::parse(path).expect(path).as_str(), path);
    }
}

#[test]
fn drops_whatever_could_lead_away() {
    for path in [
        "",
        "me",
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a//b",
        "/\t/evil.example",
        "/me\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        " /me",
        "/me ",
        "/\u{0}",
        "/café",
        "/.//evil.example",
    ] {
        assert_eq!(LocalPath::parse(path), None, "{path:?}");
    }
    assert_eq!(LocalPath::parse(&format!("/{}", "a".repeat(2_000))), None);
}
