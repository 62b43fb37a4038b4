//! Where one is signed in, and signing out elsewhere.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, SessionId};

use super::form::with_done;
use super::frame::{Frame, go, page};
use super::me::Wanted;
use super::sign_in::{Nothing, first};
use super::waiting::read_id;
use super::when::When;
use crate::edge::{Asking, Checked, Path, Query, SetCookie};
use crate::error::PageError;
use crate::site::Site;

#[derive(Template)]
#[template(path = "me_sessions.html")]
struct Sessions {
    frame: Frame,
    tab: &'static str,
    sessions: Vec<Session>,
}

struct Session {
    id: String,
    browser: String,
    since: When,
    seen: When,
    is_this: bool,
}

/// `GET /me/sessions`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let Some(known) = &asking.known else { return Ok(first("/me/sessions")) };
    let sessions = site.people.sessions(&asking.viewer, known.session_id).await?;
    let session = |session: folkmoot_people::SessionInfo| Session {
        id: session.id.uuid().simple().to_string(),
        browser: session.browser_name,
        since: When::minute(session.created_at),
        seen: When::minute(session.seen_at),
        is_this: session.is_this,
    };
    page(&Sessions {
        frame: Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref()),
        tab: "account",
        sessions: sessions.into_iter().map(session).collect(),
    })
}

/// `POST /me/sessions/{id}/end`
pub(crate) async fn end(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    let known = asking.in_person()?;
    let id = read_id::<SessionId>(&id).ok_or(PageError::NotFound)?;
    site.people.end_session(&asking.viewer, id).await?;
    if known.session_id == Some(id) {
        let cookie = SetCookie::no_session(site.config.is_https());
        return Ok((cookie, go(&with_done("/", "signed-out"))).into_response());
    }
    Ok(go(&with_done("/me/sessions", "session-ended")))
}

/// `POST /me/sessions/end-others`
pub(crate) async fn end_others(
    State(site): State<Arc<Site>>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    let this = asking.in_person()?.session_id.ok_or(PageError::Forbidden)?;
    site.people.end_other_sessions(&asking.viewer, this).await?;
    Ok(go(&with_done("/me/sessions", "others-ended")))
}
