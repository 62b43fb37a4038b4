//! Access tokens for scripts: made, shown once, revoked.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, TokenId};
use folkmoot_people::{Issued, TokenName};

use super::form::{Wrong, with_done};
use super::frame::{Frame, again, go, page};
use super::me::Wanted;
use super::sign_in::{Nothing, first};
use super::waiting::read_id;
use super::when::When;
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    token_name: String,
}

#[derive(Template)]
#[template(path = "me_tokens.html")]
struct Tokens {
    frame: Frame,
    tab: &'static str,
    tokens: Vec<Token>,
    token_name: String,
    wrong: Wrong,
    /// A token's secret, shown this once.
    issued: Option<String>,
}

struct Token {
    id: String,
    name: String,
    made: When,
}

/// `GET /me/tokens`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/tokens"));
    }
    let frame = Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref());
    page(&tokens(&site, &asking, frame).await?)
}

/// `POST /me/tokens`: the answer is the one page that ever shows the secret, so no cache may keep it.
pub(crate) async fn issue(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    let name = match TokenName::parse(&form.token_name) {
        Ok(name) => name,
        // The service calls the field `name`; this page has another one of that name.
        Err(problem) => return mend(&site, &asking, form, problem.at("token_name").into()).await,
    };
    let issued = match site.people.issue_token(&asking.viewer, name).await? {
        Issued::Token(_info, secret) => Some(secret.reveal()),
        Issued::TooMany => {
            return mend(&site, &asking, form, Wrong::of_kind("token", "token_name", "TOO_MANY")).await;
        }
        Issued::NotSignedIn => return Err(PageError::SignInFirst),
    };
    let frame = Frame::new(&site, &asking, "me").at("/me/tokens");
    let page = page(&Tokens { issued, ..tokens(&site, &asking, frame).await? })?;
    Ok(([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], page).into_response())
}

/// `POST /me/tokens/{id}/revoke`
pub(crate) async fn revoke(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    let id = read_id::<TokenId>(&id).ok_or(PageError::NotFound)?;
    site.people.revoke_token(&asking.viewer, id).await?;
    Ok(go(&with_done("/me/tokens", "token-revoked")))
}

/// The page with a name that can't be taken, as typed.
async fn mend(site: &Site, asking: &Asking, form: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let frame = Frame::new(site, asking, "me").with_errors().at("/me/tokens");
    again(&Tokens { wrong, token_name: form.token_name, ..tokens(site, asking, frame).await? })
}

/// The page as it always is.
async fn tokens(site: &Site, asking: &Asking, frame: Frame) -> Result<Tokens, PageError> {
    let tokens = site.people.tokens(&asking.viewer).await?;
    let token = |token: folkmoot_people::TokenInfo| Token {
        id: token.id.uuid().simple().to_string(),
        name: token.name.as_str().to_owned(),
        made: When::day(token.created_at),
    };
    Ok(Tokens {
        frame,
        tab: "account",
        tokens: tokens.into_iter().map(token).collect(),
        token_name: String::new(),
        wrong: Wrong::default(),
        issued: None,
    })
}
