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
