//! Leaving an item to another moderator, and saying why.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, ItemId};
use folkmoot_moderation::Note;
use uuid::Uuid;

use super::asked::{Asked, Narrow};
use super::case::Case;
use super::decide::{Answer, how_much};
use super::item::draw;
use super::list::{item_at, next, queue_at};
use super::{frame, staff, wants_json};
use crate::edge::{Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::{Wrong, with_done};
use crate::pages::frame::go;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    why: String,
    /// `yes` to take the question back.
    unask: String,
}

/// `POST /moderation/items/{id}/second-opinion`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Checked { asking, form }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let item = site.moderation.item(&asking.viewer, ItemId::from_uuid(id)).await?;
    if form.unask == "yes" {
        site.moderation.take_second_opinion_back(&asking.viewer, item.id).await?;
        let campaigns = site.ideas.all_campaigns().await?;
        return Ok(go(&item_at(&item, &Narrow::of(&asked, &campaigns).query())));
    }
    let why = match Note::required("why", &form.why) {
        Ok(why) => why,
        Err(problem) => {
            let wrong = Wrong::from(problem);
            if wants_json(&headers) {
                let words = wrong.0.first().map(|one| wrong.words(&frame(&site, &asking), one)).unwrap_or_default();
                let left = how_much(&site, &asking, &asked).await?;
                return Ok(Json(Answer { outcome: "WRONG", words, undo: None, left }).into_response());
            }
            let change = |case: Case| Case { why: form.why, wrong, ..case };
            return draw(&site, &asking, &asked, &item, change, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    site.moderation.ask_second_opinion(&asking.viewer, item.id, &why).await?;
    if wants_json(&headers) {
        let words = asking.here.words.say("notice-desk-asked").to_string();
        let left = how_much(&site, &asking, &asked).await?;
        return Ok(Json(Answer { outcome: "DONE", words, undo: None, left }).into_response());
    }
    let campaigns = site.ideas.all_campaigns().await?;
    let narrow = Narrow::of(&asked, &campaigns);
    let query = narrow.query();
    let next = next(&site, &asking, &narrow, &item).await?;
    let address = next.map_or_else(|| queue_at(&query), |next| item_at(&next, &query));
    Ok(go(&with_done(&address, "desk-asked")))
}
