//! Forged headers against none, one and two proxies.

use super::*;

fn headers(forwarded: &str) -> HeaderMap {
    HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), forwarded.parse().unwrap())])
}

#[test]
fn only_what_our_proxies_wrote_is_believed() {
    let peer: IpAddr = "10.0.0.1".parse().unwrap();
    let sent = headers("6.6.6.6, 192.0.2.7, 10.0.0.2");
    assert_eq!(behind(peer, &sent, 0), peer);
    assert_eq!(behind(peer, &sent, 1).to_string(), "10.0.0.2");
    assert_eq!(behind(peer, &sent, 2).to_string(), "192.0.2.7");
    assert_eq!(behind(peer, &sent, 9), peer);
    assert_eq!(behind(peer, &headers("nonsense"), 1), peer);
}

#[test]
fn a_place_is_an_address_or_a_network_of_sixty_four_bits() {
    let place = |text: &str| place(text.parse().unwrap());
    assert_eq!(place("203.0.113.7").as_deref(), Some("203.0.113.7"));
    assert_eq!(place("::ffff:203.0.113.7").as_deref(), Some("203.0.113.7"));
    assert_eq!(place("2001:db8:1:2:3::4"), place("2001:db8:1:2:ffff::1"));
    assert_ne!(place("2001:db8:1:2::4"), place("2001:db8:1:3::4"));
    assert_eq!(place("0.0.0.0"), None);
}
