//! One's own page: ideas, name, what waits, sessions and access tokens.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, PageRequest, SessionId};
use folkmoot_ideas::{IdeaFilter, IdeaOrder, IdeaQuery};
use folkmoot_people::{DisplayName, DraftOwner};

use super::cards::Standing;
use super::form::{Wrong, with_done};
use super::frame::{Frame, again, go, page};
use super::link;
use super::sign_in::{Nothing, first};
use super::waiting::{Waiting, address, read_id};
use super::when::When;
use crate::edge::{Asking, Checked, Path, Query, SetCookie};
use crate::error::PageError;
use crate::site::Site;

/// How many of one's own ideas are shown here; the rest are a link away.
const IDEAS: u16 = 10;

/// What the last act on this page was.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Done {
    done: Option<String>,
}

/// The form for the name, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Named {
    name: String,
}

#[derive(Template)]
#[template(path = "me.html")]
struct Me {
    frame: Frame,
    email: Option<String>,
    name: String,
    token_name: String,
    wrong: Wrong,
    ideas: Vec<Mine>,
    more: bool,
    drafts: Vec<Kept>,
    sessions: Vec<Session>,
    tokens: Vec<Token>,
    issued: Option<String>,
}

/// An idea of one's own.
struct Mine {
    title: String,
    path: String,
    standing: Standing,
    posted: When,
    support: i64,
    oppose: i64,
    comments: i64,
}

/// A draft that waits.
struct Kept {
    path: String,
    what: Waiting,
    kept: When,
    until: When,
}

struct Session {
    id: String,
    browser: String,
    since: When,
    seen: When,
    is_this: bool,
}

struct Token {
    id: String,
    name: String,
    made: When,
}

/// What differs from one's page as it always is.
#[derive(Default)]
pub(crate) struct Besides {
    /// A name that must be mended, as typed.
    pub(crate) name: Option<String>,
    /// A token's name that must be mended, as typed.
    pub(crate) token_name: String,
    /// What is wrong.
    pub(crate) wrong: Wrong,
    /// A token's secret, shown this once.
    pub(crate) issued: Option<String>,
    /// What was just done.
    pub(crate) done: Option<String>,
}

/// `GET /me`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(Done { done }): Query<Done>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me"));
    }
    draw(&site, &asking, Besides { done, ..Besides::default() }).await
}

/// `POST /me/name`
pub(crate) async fn rename(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Named>,
) -> Result<Response, PageError> {
    let known = asking.in_person()?;
    match DisplayName::parse_for(known.roles, &form.name) {
        Ok(name) => {
            site.people.rename(&asking.viewer, name).await?;
            Ok(go(&with_done("/me", "renamed")))
        }
        Err(problem) => {
            let besides = Besides { name: Some(form.name), wrong: problem.into(), ..Besides::default() };
            draw(&site, &asking, besides).await
        }
    }
}

/// `POST /me/sessions/{id}/end`
pub(crate) async fn end_session(
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
    Ok(go(&with_done("/me", "session-ended")))
}

/// One's page. Six calls, whatever is on it.
pub(crate) async fn draw(site: &Site, asking: &Asking, besides: Besides) -> Result<Response, PageError> {
    let known = asking.known()?;
    let viewer = &asking.viewer;
    let filter = IdeaFilter { author: Some(known.person_id), ..IdeaFilter::default() };
    let query = IdeaQuery { filter, order: IdeaOrder::Newest };
    let person = site.people.person(viewer).await?.ok_or(PageError::SignInFirst)?;
    let ideas = site.ideas.list(viewer, &query, &PageRequest::first(IDEAS)).await?;
    let drafts = site.people.drafts_of(DraftOwner::Person(known.person_id)).await?;
    let sessions = site.people.sessions(viewer, known.session_id).await?;
    let tokens = site.people.tokens(viewer).await?;

    let is_wrong = besides.wrong.any();
    let frame = Frame::new(site, asking, "me").with_notice(besides.done.as_deref());
    let me = Me {
        frame: if is_wrong { frame.with_errors() } else { frame },
        email: person.email.as_ref().map(|email| email.as_str().to_owned()),
        name: besides.name.unwrap_or_else(|| person.name.map(|name| name.as_str().to_owned()).unwrap_or_default()),
        token_name: besides.token_name,
        wrong: besides.wrong,
        more: ideas.has_next,
        ideas: ideas.items.iter().map(|listed| mine(&listed.idea)).collect(),
        drafts: drafts
            .iter()
            .filter_map(|draft| {
                let what = Waiting::of(draft)?;
                let (kept, until) = (When::minute(draft.created_at), When::day(draft.expires_at));
                Some(Kept { path: address(draft.id), what, kept, until })
            })
            .collect(),
        sessions: sessions
            .into_iter()
            .map(|session| Session {
                id: session.id.uuid().simple().to_string(),
                browser: session.browser_name,
                since: When::minute(session.created_at),
                seen: When::minute(session.seen_at),
                is_this: session.is_this,
            })
            .collect(),
        tokens: tokens
            .into_iter()
            .map(|token| Token {
                id: token.id.uuid().simple().to_string(),
                name: token.name.as_str().to_owned(),
                made: When::day(token.created_at),
            })
            .collect(),
        issued: besides.issued,
    };
    if is_wrong { again(&me) } else { page(&me) }
}

fn mine(idea: &folkmoot_ideas::Idea) -> Mine {
    Mine {
        title: idea.title.as_str().to_owned(),
        path: link::idea(idea),
        standing: Standing(idea.status),
        posted: When::day(idea.created_at),
        support: idea.tally.support,
        oppose: idea.tally.oppose,
        comments: idea.tally.comments,
    }
}
