//! What is a link away, and what only looks like one.

use folkmoot_common::{Standing, Timestamp};

use super::*;
use crate::rules::tests::by_ann;

fn links(body: &str) -> Option<String> {
    let own = [host_name("www.Ideas.example.org:8080")];
    found(&by_ann(None, body), Standing::New, &own)
}

#[test]
fn addresses_however_they_are_written() {
    for address in [
        "http://shop.example",
        "HTTPS://Shop.Example/buy?x=1",
        "https://192.0.2.1/a",
        "https://ideas.example.org.evil.example/",
        "https://ideas.example.org@evil.example/",
        "https://notideas.example.org/",
        "https://іdeas.example.org/",
        "www.shop.example",
        "WWW.SHOP.COM",
        "shop.com",
        "my-shop.co.uk",
        "cyngor.cymru",
        "bit.ly/abc",
        "t.me/pills",
        "youtu.be/dQw4",
        "shop.com:8080",
        "ftp://files.shop.com",
        "//shop.com/a",
        "ｓｈｏｐ．ｃｏｍ",
        "sho\u{200B}p.com",
        "shop。com",
    ] {
        assert_eq!(links(&format!("Look at {address} now")).as_deref(), Some(address), "{address}");
        assert!(links(&format!("Look ({address}).")).is_some(), "in brackets: {address}");
        assert!(links(&format!("[this]({address})")).is_some(), "in Markdown: {address}");
    }
}

#[test]
fn what_is_no_link_away() {
    for innocent in [
        "Write to ann@shop.com or <mailto:ann@shop.com>",
        "See [idea 5](/ideas/5) and https://ideas.example.org/ideas/7?a=b#c or www.ideas.example.org.",
        "http://IDEAS.example.org:8080/, https://cy.ideas.example.org/",
        "I like the park.It is nice.We go there.So do they",
        "At 9.30 a.m. e.g. on 3.5.2026, i.e. soon; open 9.am/5.pm and/or no.5/6",
        "It costs £1.50/day: that is 3.5% of the B.Sc. course... etc.",
        "www. is what addresses began with; http:// too",
        "St.Mary's Church and the U.S.A. and Mr.Jones",
        "",
    ] {
        assert_eq!(links(innocent), None, "{innocent}");
    }
}

#[test]
fn only_of_people_who_are_new() {
    let post = by_ann(Some("See shop.com"), "It is good");
    let of = |standing| found(&post, standing, &[]);
    assert_eq!(of(Standing::New).as_deref(), Some("shop.com"));
    assert_eq!(of(Standing::Suspended(Timestamp::from_millis(1))).as_deref(), Some("shop.com"));
    assert_eq!(of(Standing::Known), None);
    assert_eq!(of(Standing::Trusted), None);
}

#[test]
fn three_are_named() {
    assert_eq!(links("a1.com b1.com c1.com d1.com").as_deref(), Some("a1.com, b1.com, c1.com"));
}

#[test]
fn an_empty_host_is_nobodys() {
    let own = [host_name("")];
    assert!(found(&by_ann(None, "https://shop.example"), Standing::New, &own).is_some());
}
