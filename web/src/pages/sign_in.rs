//! Asking for a sign-in letter, and signing out. The answer is the same whether the address has an account or not.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use folkmoot_people::Email;

use super::form::{Wrong, back_to, with_done};
use super::frame::{Frame, again, go, page};
use super::link::escaped;
use super::sign_in_code::Code;
use crate::edge::{Asking, Checked, Query, SetCookie, place};
use crate::error::PageError;
use crate::site::Site;
use crate::words::Letters;

/// Where somebody is going, and what waits for them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    next: String,
    #[serde(rename = "for")]
    what: String,
}

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    email: String,
    next: String,
    #[serde(rename = "for")]
    what: String,
    /// Whether a letter was asked for before.
    again: String,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    frame: Frame,
    typed: Typed,
    wrong: Wrong,
}

/// The way to the sign-in page for somebody who wants to go on to `next`.
pub(crate) fn first(next: &str) -> Response {
    go(&format!("/sign-in?next={}", escaped(next)))
}

/// `GET /sign-in`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    mut asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if asking.known.is_some() {
        return Ok(go(&onward(&wanted.next)));
    }
    let (_browser, cookie) = asking.browser(&site);
    let typed = Typed { next: wanted.next, what: wanted.what, ..Typed::default() };
    let frame = Frame::new(&site, &asking, "me");
    Ok((cookie, page(&SignIn { frame, typed, wrong: Wrong::default() })?).into_response())
}

/// `POST /sign-in`: a letter leaves, and the page for the code opens.
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { mut asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    let (browser, cookie) = asking.browser(&site);
    let frame = Frame::new(&site, &asking, "me");
    let email = match Email::parse(&typed.email) {
        Ok(email) => email,
        Err(problem) => {
            let form = SignIn { frame: frame.with_errors(), typed, wrong: problem.into() };
            return Ok((cookie, again(&form)?).into_response());
        }
    };
    let sender = place(asking.from);
    let to = Some(onward(&typed.next));
    let words = Letters { page: asking.here.words, site: site.languages.clone() };
    let asked = site.people.ask(email, &browser, sender.as_deref(), to, &words).await?;
    let code = Code::sent(frame, &asked, typed.next, typed.what, !typed.again.is_empty());
    Ok((cookie, page(&code)?).into_response())
}

fn onward(next: &str) -> String {
    if next.is_empty() { "/me".to_owned() } else { back_to(next) }
}

/// A form with nothing but its token.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Nothing {}

/// `POST /sign-out`
pub(crate) async fn leave(
    State(site): State<Arc<Site>>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    if let Some(session) = &asking.session {
        site.people.sign_out(session).await?;
    }
    let cookie = SetCookie::no_session(site.config.is_https());
    Ok((cookie, go(&with_done("/", "signed-out"))).into_response())
}
