//! Access tokens for scripts: made, shown once, revoked.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::TokenId;
use folkmoot_people::{Issued, TokenName};

use super::form::{Wrong, with_done};
use super::frame::go;
use super::me::{Besides, draw};
use super::sign_in::Nothing;
use super::waiting::read_id;
use crate::edge::{Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    token_name: String,
}

/// `POST /me/tokens`: the answer is the one page that ever shows the secret, so no cache may keep it.
pub(crate) async fn issue(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    let wrong = |wrong| Besides { token_name: form.token_name.clone(), wrong, ..Besides::default() };
    let name = match TokenName::parse(&form.token_name) {
        Ok(name) => name,
        Err(problem) => {
            // The service calls the field `name`; this page has another one of that name.
            let besides = wrong(Wrong::one("token_name", problem.code, problem.message));
            return draw(&site, &asking, besides).await;
        }
    };
    let besides = match site.people.issue_token(&asking.viewer, name).await? {
        Issued::Token(_info, secret) => Besides { issued: Some(secret.reveal()), ..Besides::default() },
        Issued::TooMany => {
            wrong(Wrong::one("token_name", "TOO_MANY", "You have as many tokens as fit. Revoke one first."))
        }
        Issued::NotSignedIn => return Err(PageError::SignInFirst),
    };
    let page = draw(&site, &asking, besides).await?;
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
    Ok(go(&with_done("/me", "token-revoked")))
}
