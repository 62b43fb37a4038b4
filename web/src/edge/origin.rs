//! The origin rule: whatever may change something must come from this site's own pages, or carry no power that a foreign
//! page could borrow. Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A request with
//! a cookie and neither is refused; one with a bearer token is heard, but its cookies are not.

#[cfg(test)]
mod tests;

use axum::http::{HeaderMap, Method, header};

use crate::edge::Here;
use crate::edge::cookies::Cookie;
use crate::error::PageError;
use crate::mail::stop::STOPS;
use crate::site::Site;

/// What is known of where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// It only reads: nothing was asked of it.
    Reading,
    /// From this site's own pages, or from the person's own hand.
    OurOwn,
    /// A script with a token: cookies beside it count for nothing.
    Bearer,
    /// From anywhere, with no cookie of ours.
    Powerless,
}

/// Mail programs stop letters from anywhere, as RFC 8058 has it: the link itself is the proof, and cookies beside it count
/// for nothing.
pub(super) fn check(site: &Site, here: &Here, method: &Method, headers: &HeaderMap) -> Result<Proof, PageError> {
    if here.path.starts_with(STOPS) {
        return Ok(Proof::Powerless);
    }
    judge(site.config.site.public_url.origin(), site.config.is_https(), method, headers)
}

fn judge(public: &str, https: bool, method: &Method, headers: &HeaderMap) -> Result<Proof, PageError> {
    if headers.contains_key(header::AUTHORIZATION) {
        return Ok(Proof::Bearer);
    }
    // A WebSocket opens with a GET, and speaks with the cookie's power ever after.
    let reads =
        matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) && !headers.contains_key(header::UPGRADE);
    if reads {
        return Ok(Proof::Reading);
    }
    // "none" is the person's own hand: an address typed, a page reloaded.
    if let Some(from) = headers.get("sec-fetch-site") {
        let ours = from == "same-origin" || from == "none";
        return if ours { Ok(Proof::OurOwn) } else { Err(PageError::ForeignForm) };
    }
    if let Some(origin) = headers.get(header::ORIGIN) {
        return if origin == public { Ok(Proof::OurOwn) } else { Err(PageError::ForeignForm) };
    }
    if Cookie::Session.is_in(headers, https) || Cookie::Browser.is_in(headers, https) {
        return Err(PageError::ForeignForm);
    }
    Ok(Proof::Powerless)
}
