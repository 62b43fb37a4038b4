//! Typing the six digits from the letter: for mail on a telephone and a browser somewhere else.

use std::sync::Arc;
use std::time::Instant;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::Problem;
use folkmoot_people::{Asked, SignIn, SignInRefusal, SignedIn, browser_name};

use super::finish::arrive_at;
use super::form::Wrong;
use super::frame::{Frame, again, go, go_in, page};
use super::link::escaped;
use super::when::When;
use crate::edge::{Asking, Checked, SetCookie};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed. The address and the time only say again what the page said.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    code: String,
    email: String,
    next: String,
    #[serde(rename = "for")]
    what: String,
}

/// The page for the code.
#[derive(Template)]
#[template(path = "sign_in_code.html")]
pub(crate) struct Code {
    frame: Frame,
    typed: Typed,
    until: Option<When>,
    /// Whether this is another letter than the first.
    again: bool,
    wrong: Wrong,
    /// Whether only another letter helps.
    spent: bool,
}

impl Code {
    /// The page right after a letter left.
    pub(crate) fn sent(frame: Frame, asked: &Asked, next: String, what: String, again: bool) -> Self {
        let typed = Typed { email: asked.email.as_str().to_owned(), next, what, ..Typed::default() };
        // It stands where the form was sent; in another language it is the page for the code all the same.
        let frame = frame.at("/sign-in/code");
        Self { until: Some(When::minute(asked.good_until)), again, ..Self::bare(frame, typed) }
    }

    fn bare(frame: Frame, typed: Typed) -> Self {
        Self { frame, typed, until: None, again: false, wrong: Wrong::default(), spent: false }
    }

    /// The page for another address, which goes on to the same place.
    fn change(&self) -> String {
        format!("/sign-in?next={}&for={}", escaped(&self.typed.next), escaped(&self.typed.what))
    }
}

/// `GET /sign-in/code`
pub(crate) async fn show(State(site): State<Arc<Site>>, mut asking: Asking) -> Result<Response, PageError> {
    let (_browser, cookie) = asking.browser(&site);
    let frame = Frame::new(&site, &asking, "me");
    let code = Code::bare(frame, Typed::default());
    Ok((cookie, page(&code)?).into_response())
}

/// `POST /sign-in/code`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Checked { mut asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    let (browser, cookie) = asking.browser(&site);
    match site.people.confirm_code(&browser, &typed.code, &named(&headers)).await? {
        SignIn::Done(signed_in) => arrive(&site, &signed_in, asking.arrived).await,
        SignIn::Refused(why) => {
            let (wrong, spent) = refused(why);
            let frame = Frame::new(&site, &asking, "me").with_errors();
            // The code that was wrong is no help in typing the right one.
            let typed = Typed { code: String::new(), ..typed };
            Ok((cookie, again(&Code { wrong, spent, ..Code::bare(frame, typed) })?).into_response())
        }
    }
}

/// The browser's name, for the list of sessions.
pub(crate) fn named(headers: &HeaderMap) -> String {
    browser_name(headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default())
}

/// Somebody is in: what waited is done now, or after they chose a name.
pub(crate) async fn arrive(site: &Site, signed_in: &SignedIn, arrived: Instant) -> Result<Response, PageError> {
    let lasts = site.people.session_lasts(&signed_in.person);
    let cookie = SetCookie::session(&signed_in.session, lasts, site.config.is_https());
    let return_to = signed_in.return_to.as_deref().unwrap_or("/me");
    let to = if signed_in.person.name.is_none() {
        format!("/welcome?next={}", escaped(return_to))
    } else {
        arrive_at(site, &signed_in.person, return_to, arrived).await
    };
    // Whoever chose a language lands in it, wherever they asked.
    let on = match site.words_of(signed_in.person.language.as_ref()) {
        Some(words) => go_in(words, &to),
        None => go(&to),
    };
    Ok((cookie, on).into_response())
}

fn refused(why: SignInRefusal) -> (Wrong, bool) {
    let (code, spent) = match why {
        SignInRefusal::NotACode => ("INVALID", false),
        SignInRefusal::WrongCode { tries_left } => {
            let left = usize::try_from(tries_left).unwrap_or(usize::MAX);
            let problem = Problem::new("code", "WRONG", String::new()).with("left", left);
            return (problem.into(), false);
        }
        SignInRefusal::TooManyTries => ("TOO_MANY", true),
        SignInRefusal::Used => ("USED", true),
        SignInRefusal::NothingAsked | SignInRefusal::OtherBrowser | SignInRefusal::Unknown => ("UNKNOWN", true),
        SignInRefusal::Expired => ("EXPIRED", true),
    };
    (Wrong::one("code", code), spent)
}
