//! The first thing after the first sign-in: the name that others will see. Then whatever waited is done.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_people::Renamed;

use super::finish::arrive_at;
use super::form::{Wrong, back_to};
use super::frame::{Frame, again, go, page};
use super::sign_in::first;
use crate::edge::{Asking, Checked, Query};
use crate::error::PageError;
use crate::site::Site;

/// Where somebody is going.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    next: String,
}

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    next: String,
}

#[derive(Template)]
#[template(path = "welcome.html")]
struct Welcome {
    frame: Frame,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /welcome`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(Wanted { next }): Query<Wanted>,
) -> Result<Response, PageError> {
    let Some(known) = &asking.known else { return Ok(first("/welcome")) };
    let name = known.name.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default();
    page(&Welcome { frame: Frame::new(&site, &asking, "me"), typed: Typed { name, next }, wrong: Wrong::default() })
}

/// `POST /welcome`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    let person = match site.people.rename(&asking.viewer, &typed.name).await? {
        Renamed::Done(person) => person,
        Renamed::Wrong(problem) => {
            let frame = Frame::new(&site, &asking, "me").with_errors();
            return again(&Welcome { frame, typed, wrong: problem.into() });
        }
        Renamed::NotSignedIn => return Err(PageError::SignInFirst),
    };
    let next = if typed.next.is_empty() { "/me".to_owned() } else { back_to(&typed.next) };
    Ok(go(&arrive_at(&site, &person, &next, asking.arrived).await))
}
