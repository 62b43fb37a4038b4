//! The pages that explain: what this is, how it counts, what it stores, how it treats people. What the code knows (which
//! cookies there are, for how long) is read off the code, so that the pages can't be wrong about it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Timestamp;
use folkmoot_text::Markdown;

use super::frame::{Frame, Raw, page};
use super::when::When;
use crate::edge::{Asking, BROWSER_DAYS, Cookie};
use crate::error::PageError;
use crate::import::ATTRIBUTION;
use crate::site::Site;

/// When the accessibility statement was last gone through, at noon: 22 November 2026. Whoever changes what it says, or
/// finds that it still holds, moves this on; the law wants that once a year.
const STATEMENT_REVIEWED: Timestamp = Timestamp::from_millis(1_795_348_800_000);

#[derive(Template)]
#[template(path = "about.html")]
struct About {
    frame: Frame,
    /// Where a demonstration's content comes from; a council's own site has none to name.
    content: Option<Raw>,
}

/// `GET /about`
pub(crate) async fn about(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    let content = site.config.dev.then(|| Raw(Markdown::from_stored(ATTRIBUTION.to_owned()).to_html()));
    page(&About { frame: Frame::new(&site, &asking, "about"), content })
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility {
    frame: Frame,
    /// The site that the statement is about.
    address: String,
    prepared: When,
}

/// `GET /accessibility`
pub(crate) async fn accessibility(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    page(&Accessibility {
        frame: Frame::new(&site, &asking, ""),
        address: site.config.site.public_url.origin().to_owned(),
        prepared: When::day(STATEMENT_REVIEWED),
    })
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy {
    frame: Frame,
    kept: [Kept; 10],
}

/// Something that is stored, as messages.
struct Kept {
    name: &'static str,
    purpose: &'static str,
    time: &'static str,
}

/// Everything about a person that the database holds: a new kind of row about people belongs here.
const KEPT: [Kept; 10] = [
    Kept { name: "privacy-email", purpose: "privacy-email-why", time: "privacy-email-time" },
    Kept { name: "privacy-name", purpose: "privacy-name-why", time: "privacy-name-time" },
    Kept { name: "privacy-words", purpose: "privacy-words-why", time: "privacy-words-time" },
    Kept { name: "privacy-votes", purpose: "privacy-votes-why", time: "privacy-votes-time" },
    Kept { name: "privacy-drafts", purpose: "privacy-drafts-why", time: "privacy-drafts-time" },
    Kept { name: "privacy-sessions", purpose: "privacy-sessions-why", time: "privacy-sessions-time" },
    Kept { name: "privacy-letters", purpose: "privacy-letters-why", time: "privacy-letters-time" },
    Kept { name: "privacy-notices", purpose: "privacy-notices-why", time: "privacy-notices-time" },
    Kept { name: "privacy-reports", purpose: "privacy-reports-why", time: "privacy-reports-time" },
    Kept { name: "privacy-tokens", purpose: "privacy-tokens-why", time: "privacy-tokens-time" },
];

/// `GET /privacy`
pub(crate) async fn privacy(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    page(&Privacy { frame: Frame::new(&site, &asking, ""), kept: KEPT })
}

#[derive(Template)]
#[template(path = "cookies.html")]
struct Cookies {
    frame: Frame,
    cookies: [Listed; 2],
}

/// A cookie, as the page lists it.
struct Listed {
    name: &'static str,
    purpose: &'static str,
    time: &'static str,
    days: u64,
}

/// `GET /cookies`
pub(crate) async fn cookies(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    const DAY: u64 = 24 * 60 * 60;
    let https = site.config.is_https();
    let cookies = Cookie::ALL.map(|cookie| {
        let (purpose, time, days) = match cookie {
            Cookie::Browser => ("cookies-browser-why", "cookies-browser-time", BROWSER_DAYS),
            Cookie::Session => {
                ("cookies-session-why", "cookies-session-time", site.people.sessions_last().as_secs() / DAY)
            }
        };
        Listed { name: cookie.name(https), purpose, time, days }
    });
    page(&Cookies { frame: Frame::new(&site, &asking, ""), cookies })
}
