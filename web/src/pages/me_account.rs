//! The account: what others call one, in which language, and the ways to everything that is done seldom.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Role;
use folkmoot_people::Renamed;
use folkmoot_replies::NoticePace;

use super::form::{Wrong, with_done};
use super::frame::{Frame, again, go, page};
use super::me::Wanted;
use super::sign_in::first;
use crate::edge::{Asking, Checked, Query};
use crate::error::PageError;
use crate::site::Site;
use crate::words::Words;

/// The form for the name, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Named {
    name: String,
}

#[derive(Template)]
#[template(path = "me_account.html")]
struct Account {
    frame: Frame,
    tab: &'static str,
    email: Option<String>,
    name: String,
    wrong: Wrong,
    /// The site's languages, and whether each is the one for this person; none where there is no choice.
    languages: Vec<(Words, bool)>,
    /// How often they may hear: the word, its message, and whether it is so.
    notices: Vec<(&'static str, String, bool)>,
    /// Whether they run the site.
    admin: bool,
}

/// `GET /me/account`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/account"));
    }
    let frame = Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref());
    page(&account(&site, &asking, frame, None).await?)
}

/// `POST /me/name`
pub(crate) async fn rename(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Named>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    match site.people.rename(&asking.viewer, &form.name).await? {
        Renamed::Done(_person) => Ok(go(&with_done("/me/account", "renamed"))),
        Renamed::Wrong(problem) => {
            let frame = Frame::new(&site, &asking, "me").with_errors().at("/me/account");
            again(&account(&site, &asking, frame, Some((form.name, problem.into()))).await?)
        }
        Renamed::NotSignedIn => Err(PageError::SignInFirst),
    }
}

/// The page; with a name that must be mended, as typed.
async fn account(
    site: &Site,
    asking: &Asking,
    frame: Frame,
    typed: Option<(String, Wrong)>,
) -> Result<Account, PageError> {
    let person = site.people.person(&asking.viewer).await?.ok_or(PageError::SignInFirst)?;
    let chosen = site.words_of(person.language.as_ref()).unwrap_or(asking.here.words).code();
    let (name, wrong) = typed.unwrap_or_else(|| {
        let name = person.name.map(|name| name.as_str().to_owned()).unwrap_or_default();
        (name, Wrong::default())
    });
    let pace = site.telling.pace(&asking.viewer).await?.unwrap_or_default();
    let languages = if site.languages.len() > 1 { site.languages.as_slice() } else { &[] };
    Ok(Account {
        frame,
        tab: "account",
        email: person.email.map(|email| email.as_str().to_owned()),
        name,
        wrong,
        notices: NoticePace::ALL.into_iter().map(|one| notice(one, pace)).collect(),
        admin: asking.viewer.has(Role::Admin),
        languages: languages.iter().map(|words| (*words, words.code() == chosen)).collect(),
    })
}

fn notice(one: NoticePace, chosen: NoticePace) -> (&'static str, String, bool) {
    (one.as_str(), format!("me-notices-{}", one.as_str().replace('_', "-")), one == chosen)
}
