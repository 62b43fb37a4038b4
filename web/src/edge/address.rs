//! Whose request it is, by network address: the connection's other end, or what the operator's own proxies wrote.
//! Nothing that a client wrote into a header is believed.

#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr};

use axum::extract::Request;
use axum::http::HeaderMap;

/// Who holds the other end of the connection: a browser, or the nearest proxy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Whose request it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct From(pub(crate) IpAddr);

/// The address of a request's sender, with so many proxies of ours on the way.
pub(super) fn of(request: &Request, proxies: usize) -> From {
    let peer = request.extensions().get::<Peer>().map_or_else(unknown, |peer| peer.0);
    From(behind(peer, request.headers(), proxies))
}

/// Each proxy appends the address that it saw, so the sender stands as many places from the end as there are proxies.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let Some(back) = proxies.checked_sub(1) else {
        return peer;
    };
    let written: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    written.iter().rev().nth(back).and_then(|text| text.parse().ok()).unwrap_or(peer)
}

/// The address of a request that came through no connection.
pub(super) const fn unknown() -> IpAddr {
    IpAddr::V4(Ipv4Addr::UNSPECIFIED)
}

/// A sender's place in the network, as a word for limits: the address, or what a household or a company holds of IPv6.
/// `None` when nobody knows.
pub(crate) fn place(from: IpAddr) -> Option<String> {
    match from.to_canonical() {
        unknown if unknown.is_unspecified() => None,
        IpAddr::V4(four) => Some(four.to_string()),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            Some(format!("{a:x}:{b:x}:{c:x}:{d:x}::/64"))
        }
    }
}
