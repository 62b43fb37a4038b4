//! Watching an idea: a letter tells an officer what becomes of it, whichever department has it.

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

/// Whether they do.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Watching {
    /// `yes`, or anything else to stop.
    watches: String,
}

/// `POST /desk/ideas/{number}/watch`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: Watching { watches } }: Checked<Watching>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let watches = watches == "yes";
    let wrong = match site.replies.watch(&asking.viewer, number, watches).await {
        Ok(()) => return Ok(go(&with_done(&pack_path(number), if watches { "watching" } else { "watched" }))),
        Err(why) => mendable(why, "watches")?,
    };
    draw(&site, &asking, number, Came { wrong, ..Came::default() }).await
}
