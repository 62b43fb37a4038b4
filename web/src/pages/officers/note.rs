//! What colleagues write to each other about an idea. No citizen ever sees it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::pack::{Came, draw};
use super::{mendable, pack_path, staff};
use crate::edge::{Checked, Path};
use crate::error::PageError;
use crate::pages::form::with_done;
use crate::pages::frame::go;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct TypedNote {
    note: String,
}

/// `POST /desk/ideas/{number}/note`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: TypedNote { note } }: Checked<TypedNote>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let wrong = match site.replies.note(&asking.viewer, number, &note).await {
        Ok(()) => return Ok(go(&with_done(&format!("{}#notes", pack_path(number)), "desk-noted"))),
        Err(why) => mendable(why, "note")?,
    };
    draw(&site, &asking, number, Came { note, wrong, ..Came::default() }).await
}
