//! Choosing the language of one's pages and letters. The address of every page still names its language: this says only
//! where somebody lands after signing in, and what their letters are written in.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Language;

use super::form::with_done;
use super::frame::go_in;
use crate::edge::Checked;
use crate::error::PageError;
use crate::site::Site;

/// The form, as sent.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Chosen {
    language: String,
}

/// `POST /me/language`: the answer is in the language that was chosen.
pub(crate) async fn choose(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Chosen>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    let language = Language::parse(&form.language).ok();
    // The page offers what the site speaks; nothing else comes from it.
    let words = site.words_of(language.as_ref()).ok_or(PageError::BadRequest("bad-request-language"))?;
    let language = Language::parse(words.code()).map_err(|_never| PageError::Internal)?;
    if !site.people.speak(&asking.viewer, language).await? {
        return Err(PageError::SignInFirst);
    }
    Ok(go_in(words, &with_done("/me/account", "language")))
}
