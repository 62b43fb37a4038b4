//! A moderator's own views of the queue: kept under a name, and dropped.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::asked::{Asked, Narrow};
use super::list::queue_at;
use super::{mendable, staff};
use crate::edge::Checked;
use crate::error::PageError;
use crate::pages::form::with_done;
use crate::pages::frame::go;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    query: String,
    /// `yes` to drop it.
    drop: String,
}

/// `POST /moderation/views`. Only what means something of the query is kept.
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let campaigns = site.ideas.all_campaigns().await?;
    let query = Narrow::of(&Asked::saved(&form.query), &campaigns).query();
    let drops = form.drop == "yes";
    let kept = site.moderation.keep_view(&asking.viewer, &form.name, (!drops).then_some(query.as_str())).await;
    let word = match kept {
        Ok(()) if drops => "desk-view-dropped",
        Ok(()) => "desk-view-kept",
        // The name is all that can be wrong, and the form is one field: the notice says it.
        Err(why) => mendable(why).map(|_name| "desk-view-name")?,
    };
    Ok(go(&with_done(&queue_at(&query), word)))
}
