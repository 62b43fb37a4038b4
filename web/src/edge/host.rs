//! The host rule: a request must name the site's public address. So no cache, link or letter can be poisoned with
//! another name, and no other name can be pointed here. Probes come by number and are let through.

#[cfg(test)]
mod tests;

use axum::http::{HeaderMap, Uri, header};

use crate::config::PublicUrl;
use crate::error::PageError;

/// Refuses a request for another host, and one that names none or two.
pub(super) fn check(public: &PublicUrl, uri: &Uri, headers: &HeaderMap) -> Result<(), PageError> {
    if uri.path().starts_with("/health/") || uri.path() == "/metrics" {
        return Ok(());
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(PageError::BadRequest("bad-request-host"));
    };
    let host = host.to_str().unwrap_or_default();
    let named = uri.authority().map_or(host, |authority| authority.as_str());
    if is(public, host) && is(public, named) { Ok(()) } else { Err(PageError::WrongHost) }
}

/// With the scheme's own port or without it.
fn is(public: &PublicUrl, host: &str) -> bool {
    let port = if public.is_https() { ":443" } else { ":80" };
    let host = host.strip_suffix(port).unwrap_or(host);
    host.eq_ignore_ascii_case(public.authority())
}
