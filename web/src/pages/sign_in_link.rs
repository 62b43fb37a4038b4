//! The link from the letter. Opening it shows a button and changes nothing, because mail scanners open every link; the
//! button lets its person in, in the browser that asked.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::Secret;
use folkmoot_people::{LinkState, SignIn, SignInRefusal};

use super::frame::{Frame, page, page_as};
use super::sign_in::Nothing;
use super::sign_in_code::{arrive, named};
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

#[derive(Template)]
#[template(path = "sign_in_link.html")]
struct Link {
    frame: Frame,
    token: String,
    state: LinkState,
}

impl Link {
    /// The heading, by its name in the files of words.
    const fn heading(&self) -> &'static str {
        match self.state {
            LinkState::Ready { .. } => "nav-sign-in",
            LinkState::OtherBrowser => "link-other",
            LinkState::Expired => "link-expired",
            LinkState::Used => "link-used",
            LinkState::Unknown => "link-unknown",
        }
    }
}

/// `GET /sign-in/link/{token}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    mut asking: Asking,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let had = asking.browser.clone();
    let (_browser, cookie) = asking.browser(&site);
    let frame = Frame::new(&site, &asking, "me");
    let state = match Secret::parse(&token) {
        Some(link) => site.people.look_at_link(&link, had.as_ref()).await?,
        None => LinkState::Unknown,
    };
    Ok((cookie, page(&Link { frame, token, state })?).into_response())
}

/// `POST /sign-in/link/{token}`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    headers: HeaderMap,
    Checked { mut asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    let (browser, cookie) = asking.browser(&site);
    let refusal = match Secret::parse(&token) {
        None => SignInRefusal::Unknown,
        Some(link) => match site.people.confirm_link(&link, &browser, &named(&headers)).await? {
            SignIn::Done(signed_in) => return arrive(&site, &signed_in, asking.arrived).await,
            SignIn::Refused(why) => why,
        },
    };
    let state = match refusal {
        SignInRefusal::OtherBrowser => LinkState::OtherBrowser,
        SignInRefusal::Expired => LinkState::Expired,
        SignInRefusal::Used => LinkState::Used,
        _ => LinkState::Unknown,
    };
    let frame = Frame::new(&site, &asking, "me");
    Ok((cookie, page_as(StatusCode::UNPROCESSABLE_ENTITY, &Link { frame, token, state })?).into_response())
}
