//! How often one sender may post: a person who is known, by whatever session or token, as often as a person can want;
//! everybody else by their network address; and letters for signing in more seldom. Reading is never counted; looking at
//! what one is writing has a count of its own, so that it never costs a post.
//!
//! Each node counts for itself. Memory is bounded: who has waited long enough is forgotten, and beyond a hundred thousand
//! senders at once the next are let through uncounted, because no count of addresses stops a crowd of that size.

#[cfg(test)]
mod tests;

use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequestParts as _, Request};
use axum::http::{HeaderMap, Method, header};
use folkmoot_common::PersonId;
use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use super::address::From;
use super::asking::Asking;
use super::cookies::Cookie;
use super::here::Here;
use crate::config::LimitsConfig;
use crate::error::PageError;
use crate::mail::stop::STOPS;
use crate::pages::LOOKS;
use crate::site::Site;

/// The most senders that one meter remembers.
const MOST: usize = 100_000;

/// What each sender has posted lately.
pub(crate) struct Pace {
    strangers: Meter<Network>,
    people: Meter<PersonId>,
    sign_ins: Meter<Network>,
    looks: Meter<Network>,
}

impl Pace {
    /// Nobody has posted yet.
    pub(crate) fn new(limits: &LimitsConfig) -> Self {
        Self {
            strangers: Meter::new(limits.posts_per_minute),
            people: Meter::new(limits.signed_in_posts_per_minute),
            sign_ins: Meter::new(limits.sign_ins_per_minute),
            looks: Meter::new(limits.looks_per_minute),
        }
    }

    /// Counts one act of this sender.
    pub(crate) fn count(&self, person: Option<PersonId>, from: IpAddr) -> Result<(), PageError> {
        match person {
            Some(person) => self.people.count(&person),
            None => self.strangers.count(&Network::of(from)),
        }
    }

    /// Forgets who has waited long enough.
    pub(crate) fn tidy(&self) {
        self.strangers.tidy();
        self.people.tidy();
        self.sign_ins.tidy();
        self.looks.tidy();
    }
}

/// Counts the request, if it posts. Who asks is found out here, once: the handler takes what was found.
pub(super) async fn admit(site: &Arc<Site>, request: Request) -> Result<Request, PageError> {
    if request.method() != Method::POST {
        return Ok(request);
    }
    let (mut parts, body) = request.into_parts();
    // A mail provider stops its readers' letters from a few addresses; whoever has no link gets no further.
    if parts.extensions.get::<Here>().is_some_and(|here| here.path.starts_with(STOPS)) {
        return Ok(Request::from_parts(parts, body));
    }
    let from = parts.extensions.get::<From>().map_or_else(super::address::unknown, |from| from.0);
    let is_at = |path: &str| parts.extensions.get::<Here>().is_some_and(|here| here.path == path);
    if is_at(LOOKS) {
        site.pace.looks.count(&Network::of(from))?;
        return Ok(Request::from_parts(parts, body));
    }
    let is_sign_in = is_at("/sign-in");
    let asking = match names_somebody(site, &parts.headers) {
        true => Asking::from_request_parts(&mut parts, site).await.map(Some),
        false => Ok(None),
    };
    let known = asking.as_ref().ok().and_then(Option::as_ref).and_then(|asking| asking.viewer.person());
    site.pace.count(known, from)?;
    if is_sign_in {
        site.pace.sign_ins.count(&Network::of(from))?;
    }
    // A token that is good no more is refused only after it was counted.
    asking?;
    Ok(Request::from_parts(parts, body))
}

fn names_somebody(site: &Site, headers: &HeaderMap) -> bool {
    headers.contains_key(header::AUTHORIZATION) || Cookie::Session.is_in(headers, site.config.is_https())
}

/// Whose line it is: one IPv4 address, or the 64 bits that a household or a firm gets of IPv6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Network(IpAddr);

impl Network {
    fn of(from: IpAddr) -> Self {
        match from.to_canonical() {
            IpAddr::V6(six) => Self(Ipv6Addr::from_bits(six.to_bits() & (u128::MAX << 64)).into()),
            four @ IpAddr::V4(_) => Self(four),
        }
    }
}

/// One rule; without one, nothing is counted.
struct Meter<K: Hash + Eq + Clone>(Option<RateLimiter<K, HashMapStateStore<K>, DefaultClock>>);

impl<K: Hash + Eq + Clone> Meter<K> {
    /// So many a minute, half of them at once.
    fn new(per_minute: u32) -> Self {
        let quota = |rate: NonZeroU32| {
            let at_once = NonZeroU32::new(rate.get().div_ceil(2)).unwrap_or(rate);
            RateLimiter::hashmap(Quota::per_minute(rate).allow_burst(at_once))
        };
        Self(NonZeroU32::new(per_minute).map(quota))
    }

    fn count(&self, sender: &K) -> Result<(), PageError> {
        let Some(rule) = self.0.as_ref().filter(|rule| rule.len() < MOST) else {
            return Ok(());
        };
        rule.check_key(sender).map_err(|early| {
            let wait = early.wait_time_from(rule.clock().now());
            // Whole seconds, never none: that is what Retry-After can say.
            PageError::TooMany { retry_after: Duration::from_secs(wait.as_secs().saturating_add(1)) }
        })
    }

    fn tidy(&self) {
        if let Some(rule) = &self.0 {
            rule.retain_recent();
            rule.shrink_to_fit();
        }
    }
}
