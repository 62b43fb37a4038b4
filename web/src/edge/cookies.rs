//! The two cookies there are, and no other: `session`, who signed in; `browser`, an unguessable mark of a browser that
//! has opened a form, which binds drafts, sign-in links and form tokens to it. Where the site is reached over https both
//! have the `__Host-` prefix, so that no neighbouring host can plant one.

#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponseParts, ResponseParts};
use folkmoot_common::Secret;

/// How long a browser keeps its mark.
pub(crate) const BROWSER_DAYS: u64 = 30;

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// Who signed in.
    Session,
    /// Which browser.
    Browser,
}

impl Cookie {
    /// Both of them: the page about cookies lists these.
    pub(crate) const ALL: [Self; 2] = [Self::Browser, Self::Session];

    /// What it is called, which depends on how the site is reached.
    pub(crate) const fn name(self, https: bool) -> &'static str {
        match (self, https) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Browser, true) => "__Host-browser",
            (Self::Browser, false) => "browser",
        }
    }

    /// The secret in this cookie, when the browser sent one that can be read.
    pub(crate) fn read(self, headers: &HeaderMap, https: bool) -> Option<Secret> {
        self.values(headers, https).find_map(Secret::parse)
    }

    /// Whether the browser sent this cookie at all.
    pub(crate) fn is_in(self, headers: &HeaderMap, https: bool) -> bool {
        self.values(headers, https).next().is_some()
    }

    fn values(self, headers: &HeaderMap, https: bool) -> impl Iterator<Item = &str> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter_map(move |(name, value)| (name == self.name(https)).then_some(value))
    }
}

/// A cookie to set; part of an answer: `(cookie, page)`. May be nothing, which sets nothing.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct SetCookie(Vec<HeaderValue>);

impl SetCookie {
    /// Somebody signed in: the browser gets their session's secret, for so long.
    pub fn session(secret: &Secret, lasts: Duration, https: bool) -> Self {
        Self(line(Cookie::Session, &secret.reveal(), lasts.as_secs(), https).into_iter().collect())
    }

    /// Somebody signed out.
    pub fn no_session(https: bool) -> Self {
        Self(line(Cookie::Session, "", 0, https).into_iter().collect())
    }

    pub(crate) fn browser(secret: &Secret, https: bool) -> Self {
        Self(line(Cookie::Browser, &secret.reveal(), BROWSER_DAYS * 86_400, https).into_iter().collect())
    }

    /// Both of them.
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

fn line(cookie: Cookie, value: &str, seconds: u64, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let name = cookie.name(https);
    // The value is base64url or nothing, so it always fits a header.
    HeaderValue::try_from(format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")).ok()
}

impl IntoResponseParts for SetCookie {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        for line in self.0 {
            parts.headers_mut().append(header::SET_COOKIE, line);
        }
        Ok(parts)
    }
}
