//! What waits for its author: to be looked at again, finished or dropped. Nobody else can see it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::DraftId;

use super::form::with_done;
use super::frame::{Frame, go, page};
use super::sign_in::{Nothing, first};
use super::waiting::{self, Waiting};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// Why it could not be finished.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    why: String,
}

#[derive(Template)]
#[template(path = "draft.html")]
struct Draft {
    frame: Frame,
    path: String,
    id: String,
    idea_path: String,
    what: Waiting,
    why: String,
}

/// `GET /me/drafts/{id}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<String>,
    Query(Wanted { why }): Query<Wanted>,
) -> Result<Response, PageError> {
    let draft = waiting::read_id::<DraftId>(&id).ok_or(PageError::NotFound)?;
    let path = waiting::address(draft);
    if asking.known.is_none() {
        return Ok(first(&path));
    }
    let (_kept, what) = waiting::find(&site, &asking, draft).await?.ok_or(PageError::NotFound)?;
    let idea_path = what.idea_path();
    page(&Draft { frame: Frame::new(&site, &asking, "me"), path, id, idea_path, what, why })
}

/// `POST /me/drafts/{id}`
pub(crate) async fn finish(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    asking.known()?;
    let draft = waiting::read_id::<DraftId>(&id).ok_or(PageError::NotFound)?;
    let (_kept, what) = waiting::find(&site, &asking, draft).await?.ok_or(PageError::NotFound)?;
    Ok(go(&super::finish::finish(&site, &asking.viewer, draft, &what, asking.arrived).await?))
}

/// `POST /me/drafts/{id}/drop`
pub(crate) async fn drop_it(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    asking.known()?;
    let draft = waiting::read_id::<DraftId>(&id).ok_or(PageError::NotFound)?;
    waiting::drop_draft(&site, &asking, draft).await?;
    Ok(go(&with_done("/me", "draft-dropped")))
}
