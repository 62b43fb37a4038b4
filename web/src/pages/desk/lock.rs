//! Taking an item, from whoever has it, and giving it back. A script takes the items that it shows without asking for
//! their pages.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, ItemId};
use folkmoot_moderation::Locked;
use uuid::Uuid;

use super::asked::{Asked, Narrow};
use super::list::{following, queue_at};
use super::{staff, wants_json};
use crate::edge::{Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::with_done;
use crate::pages::frame::go;
use crate::site::Site;

/// The form.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// `yes` to take it from whoever has it.
    take: String,
}

/// What the page's script reads.
#[derive(serde::Serialize)]
struct Answer {
    /// `YOURS`, `THEIRS` or `GONE`.
    outcome: &'static str,
    /// The items that follow it in the list, and whether the viewer can take each.
    rest: Vec<(String, bool)>,
}

/// `POST /moderation/items/{id}/lock`
pub(crate) async fn take(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let item = ItemId::from_uuid(id);
    let locked = site.moderation.lock(&asking.viewer, item, form.take == "yes").await?;
    if wants_json(&headers) {
        let outcome = match locked {
            Locked::Yours(_) => "YOURS",
            Locked::Theirs(_) => "THEIRS",
            Locked::Gone => "GONE",
        };
        let campaigns = site.ideas.all_campaigns().await?;
        let item = site.moderation.item(&asking.viewer, item).await?;
        let rest = following(&site, &asking, &Narrow::of(&asked, &campaigns), &item).await?;
        return Ok(Json(Answer { outcome, rest }).into_response());
    }
    if locked == Locked::Gone && site.moderation.item(&asking.viewer, item).await.is_err() {
        return Err(PageError::NotFound);
    }
    let campaigns = site.ideas.all_campaigns().await?;
    let query = Narrow::of(&asked, &campaigns).query();
    Ok(go(format!("/moderation/items/{item}?{query}").trim_end_matches(['?', '&'])))
}

/// `POST /moderation/items/{id}/release`
pub(crate) async fn release(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Checked { asking, form: _ }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    site.moderation.release(&asking.viewer, ItemId::from_uuid(id)).await?;
    if wants_json(&headers) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let campaigns = site.ideas.all_campaigns().await?;
    Ok(go(&with_done(&queue_at(&Narrow::of(&asked, &campaigns).query()), "desk-released")))
}
