//! Deleting one's account: a page that says plainly what goes and what stays, a choice, and a word to be typed, so that
//! nobody leaves by a slip.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::Problem;
use folkmoot_people::{Leave, Left};

use super::form::{Wrong, with_done};
use super::frame::{Frame, again, go, page};
use super::sign_in::first;
use crate::edge::{Asking, Checked, SetCookie};
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

/// The form, as sent.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// What becomes of ideas and comments: `words` stay, or `nothing` does.
    leave: String,
    /// The word that confirms it.
    confirm: String,
}

#[derive(Template)]
#[template(path = "me_delete.html")]
struct Delete {
    frame: Frame,
    tab: &'static str,
    email: Option<String>,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /me/delete`
pub(crate) async fn show(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/delete"));
    }
    let frame = Frame::new(&site, &asking, "me");
    page(&delete(&site, &asking, frame, Typed::default(), Wrong::default()).await?)
}

/// `POST /me/delete`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    let leave = match read(asking.here.words, &typed) {
        Ok(leave) => leave,
        Err(wrong) => {
            let frame = Frame::new(&site, &asking, "me").with_errors();
            return again(&delete(&site, &asking, frame, typed, wrong).await?);
        }
    };
    match site.people.leave(&asking.viewer, leave).await? {
        Left::Gone(moved) => site.comments.announce(&moved).await,
        Left::Nobody => return Err(PageError::SignInFirst),
        Left::LastAdmin => {
            let frame = Frame::new(&site, &asking, "me").with_errors();
            return again(&delete(&site, &asking, frame, typed, Wrong::one("leave", "LAST_ADMIN")).await?);
        }
    }
    let cookie = SetCookie::no_session(site.config.is_https());
    Ok((cookie, go(&with_done("/", "left"))).into_response())
}

/// The choice, when the word stands beside it.
fn read(words: Words, typed: &Typed) -> Result<Leave, Wrong> {
    let leave = match typed.leave.as_str() {
        "words" => Some(Leave::Words),
        "nothing" => Some(Leave::Nothing),
        _ => None,
    };
    let mut wrong = Wrong::default();
    if leave.is_none() {
        wrong.0.push(Problem::new("leave", "EMPTY", String::new()));
    }
    let word = words.say("me-delete-word").to_string();
    if typed.confirm.trim().to_lowercase() != word.to_lowercase() {
        wrong.0.push(Problem::new("confirm", "EMPTY", String::new()));
    }
    leave.filter(|_| !wrong.any()).ok_or(wrong)
}

async fn delete(site: &Site, asking: &Asking, frame: Frame, typed: Typed, wrong: Wrong) -> Result<Delete, PageError> {
    let person = site.people.person(&asking.viewer).await?.ok_or(PageError::SignInFirst)?;
    let email = person.email.map(|email| email.as_str().to_owned());
    Ok(Delete { frame, tab: "account", email, typed, wrong })
}
