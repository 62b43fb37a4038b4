//! Who asks: taken by every handler that has a viewer. The session cookie for browsers, a bearer token for scripts; a
//! request with a token has no cookies. With neither it costs no query, and the page may be shared by everybody.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header;
use axum::http::request::Parts;
use folkmoot_common::{Role, Secret, Viewer};
use folkmoot_moderation::QueueFilter;
pub use folkmoot_people::Known;

use super::address::{self, From};
use super::body::Arrived;
use super::cookies::{Cookie, SetCookie};
use super::csrf;
use super::here::Here;
use super::origin::Proof;
use crate::error::PageError;
use crate::site::Site;

/// Whoever is known and was found behind a request: what is made for them is kept by no cache.
#[derive(Debug, Clone, Default)]
pub(super) struct Personal(Arc<OnceLock<Asking>>);

impl Personal {
    pub(super) fn is_so(&self) -> bool {
        self.0.get().is_some()
    }

    pub(super) fn asking(&self) -> Option<&Asking> {
        self.0.get()
    }
}

/// The viewer and what their browser brought.
#[derive(Debug, Clone)]
pub struct Asking {
    /// On whose behalf the request acts.
    pub viewer: Viewer,
    /// Their account, when they are signed in.
    pub known: Option<Known>,
    /// The secret of their session, when they came with one that is good.
    pub session: Option<Secret>,
    /// The mark of their browser, when it has one.
    pub browser: Option<Secret>,
    /// The page they asked for, and its language.
    pub(crate) here: Here,
    /// How much waits for a moderator, when they are one and read a page: the header says it.
    pub(crate) waiting: Option<u64>,
    /// How much is owed by an officer, when they are one and read a page: the header says it.
    pub(crate) owed: Option<u64>,
    /// Their network address, for limits.
    pub from: std::net::IpAddr,
    /// When the request had arrived whole.
    pub arrived: Instant,
    /// The secret of a session that has ended: forms drawn while it was good are still this browser's.
    lapsed: Option<Secret>,
    proof: Proof,
}

impl Asking {
    /// Whether the page is the same for every visitor: it may be cached, and carries no token.
    #[must_use]
    pub const fn is_anybody(&self) -> bool {
        self.known.is_none() && self.browser.is_none()
    }

    /// The browser's mark, and the cookie that plants it when the browser has none. Call it before a page with a form
    /// that leaves something behind (a draft, a sign-in) is drawn, so that the token is made with it.
    pub fn browser(&mut self, site: &Site) -> (Secret, SetCookie) {
        if let Some(mark) = &self.browser {
            return (mark.clone(), SetCookie::default());
        }
        let mark = site.sources.secret();
        self.browser = Some(mark.clone());
        let cookie = SetCookie::browser(&mark, site.config.is_https());
        (mark, cookie)
    }

    /// The value of a form's hidden field `csrf`; empty for a visitor whose forms need none.
    #[must_use]
    pub fn csrf_token(&self, site: &Site) -> String {
        self.held().next().map(|secret| csrf::token(&site.key, &site.sources, secret)).unwrap_or_default()
    }

    /// Whether a form was drawn for this browser. [`super::Checked`] has asked already.
    #[must_use]
    pub fn is_own_form(&self, site: &Site, token: Option<&str>) -> bool {
        if self.proof == Proof::Bearer {
            return true;
        }
        let token = token.unwrap_or_default();
        if self.held().next().is_none() {
            // The origin check stands alone: there is no power here to borrow.
            return true;
        }
        // A page drawn for anybody carries no token. If its reader's browser got a mark meanwhile (a form in another
        // tab), the browser's own word that the form is ours is enough; with a session it is not.
        if token.is_empty() && self.session.is_none() && self.proof == Proof::OurOwn {
            return true;
        }
        // Any secret that this browser holds will do: the page may have been drawn before its reader signed in or out.
        self.held().any(|secret| csrf::is_right(&site.key, secret, token))
    }

    /// The same, when a person must be signed in.
    ///
    /// # Errors
    /// [`PageError::SignInFirst`] when nobody is.
    pub fn known(&self) -> Result<&Known, PageError> {
        self.known.as_ref().ok_or(PageError::SignInFirst)
    }

    /// The same, when they must have signed in with this browser: a token that leaked must not make others, end sessions
    /// or take a name.
    ///
    /// # Errors
    /// [`PageError::SignInFirst`] when nobody is; [`PageError::Forbidden`] for a script with a token.
    pub fn in_person(&self) -> Result<&Known, PageError> {
        let known = self.known()?;
        if self.is_in_person() { Ok(known) } else { Err(PageError::Forbidden) }
    }

    /// Whether they signed in with this browser. Who shows a token has no session.
    #[must_use]
    pub const fn is_in_person(&self) -> bool {
        self.session.is_some()
    }

    /// Everything that proves which browser this is, the strongest first.
    fn held(&self) -> impl Iterator<Item = &Secret> {
        [&self.session, &self.browser, &self.lapsed].into_iter().flatten()
    }
}

impl FromRequestParts<Arc<Site>> for Asking {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, PageError> {
        if let Some(asking) = parts.extensions.get::<Self>() {
            return Ok(asking.clone());
        }
        let proof = parts.extensions.get::<Proof>().copied().unwrap_or(Proof::Reading);
        let from = parts.extensions.get::<From>().map_or_else(address::unknown, |from| from.0);
        let here = parts.extensions.get::<Here>().cloned().unwrap_or_else(|| Here::of(site, &parts.uri));
        let nobody = Self {
            viewer: Viewer::Nobody,
            known: None,
            session: None,
            browser: None,
            here,
            waiting: None,
            owed: None,
            from,
            arrived: parts.extensions.get::<Arrived>().map_or_else(Instant::now, |arrived| arrived.0),
            lapsed: None,
            proof,
        };

        let mut asking = if parts.headers.contains_key(header::AUTHORIZATION) {
            with_token(site, &parts.headers, nobody).await?
        } else {
            with_cookies(site, &parts.headers, nobody).await?
        };
        let is_staff = asking.viewer.has(Role::Moderator) || asking.viewer.has(Role::Admin);
        if is_staff && asking.session.is_some() && reads_a_page(parts) {
            asking.waiting = site.moderation.count(&asking.viewer, &QueueFilter::default()).await.ok();
        }
        let answers = asking.viewer.has(Role::Officer) || asking.viewer.has(Role::Admin);
        if answers && asking.session.is_some() && reads_a_page(parts) {
            asking.owed = crate::pages::owed(site, &asking.viewer).await;
        }
        if let Some(personal) = parts.extensions.get::<Personal>()
            && asking.known.is_some()
        {
            // The first one stands: it is the same request.
            drop(personal.0.set(asking.clone()));
        }
        parts.extensions.insert(asking.clone());
        Ok(asking)
    }
}

/// Whether a browser asks for a page, whose header a moderator or an officer reads.
fn reads_a_page(parts: &Parts) -> bool {
    let accept = parts.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// A token that is wrong is refused rather than ignored: a script must not go on as nobody without noticing.
async fn with_token(site: &Site, headers: &HeaderMap, nobody: Asking) -> Result<Asking, PageError> {
    let token = bearer(headers).and_then(Secret::parse).ok_or(PageError::SignInFirst)?;
    let known = site.people.viewer_of_token(&token).await?.ok_or(PageError::SignInFirst)?;
    Ok(Asking { viewer: known.viewer(), known: Some(known), ..nobody })
}

/// A session that has ended makes its browser a visitor again.
async fn with_cookies(site: &Site, headers: &HeaderMap, nobody: Asking) -> Result<Asking, PageError> {
    let https = site.config.is_https();
    let browser = Cookie::Browser.read(headers, https);
    let Some(session) = Cookie::Session.read(headers, https) else {
        return Ok(Asking { browser, ..nobody });
    };
    match site.people.viewer_of_session(&session).await? {
        Some(known) => {
            Ok(Asking { viewer: known.viewer(), known: Some(known), session: Some(session), browser, ..nobody })
        }
        None => Ok(Asking { browser, lapsed: Some(session), ..nobody }),
    }
}

/// The token in `Authorization: Bearer …`, said once.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    token_in(value.to_str().ok()?)
}

/// The token in `Bearer …`; the scheme's case doesn't matter.
pub(crate) fn token_in(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
