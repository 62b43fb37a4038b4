//! Choosing how often to hear of what one supports and follows.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_replies::{Heard, NoticePace};

use super::form::with_done;
use super::frame::go;
use crate::edge::Checked;
use crate::error::PageError;
use crate::site::Site;

/// The form, as sent.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Chosen {
    notices: String,
}

/// `POST /me/notices`
pub(crate) async fn choose(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Chosen>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    // The page offers all there are; nothing else comes from it.
    let pace = NoticePace::parse(&form.notices).ok_or(PageError::BadRequest("bad-request-form"))?;
    match site.telling.choose(&asking.viewer, pace).await? {
        Heard::Done => Ok(go(&with_done("/me/account", "notices"))),
        Heard::NotFound | Heard::NotSignedIn => Err(PageError::SignInFirst),
    }
}
