//! Deciding on one item. Done, the browser goes on to the next one; not done, the item comes back with what was typed and
//! with what stands in the way. A script hears the same in JSON.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, ItemId};
use folkmoot_moderation::{Decided, Decision, Item};
use uuid::Uuid;

use super::asked::{Asked, Narrow};
use super::item::{draw, part};
use super::list::{item_at, next, pulse, queue_at};
use super::tabs;
use super::trouble::again;
use super::verdict::{Typed, wrong};
use super::{left, mendable, staff, wants_json};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::{Wrong, with_done};
use crate::pages::frame::go;
use crate::site::Site;

/// What the page's script reads.
#[derive(Debug, serde::Serialize)]
pub(super) struct Answer {
    /// `DONE`, or why not.
    pub(super) outcome: &'static str,
    /// What became of it, in the page's language.
    pub(super) words: String,
    /// Where the decision can be taken back.
    pub(super) undo: Option<String>,
    /// How much is left.
    pub(super) left: Vec<String>,
}

/// Why a decision was not made.
pub(super) enum Hindered {
    Wrong(Wrong),
    Changed,
    Already,
    Locked,
}

/// `POST /moderation/items/{id}`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let item = site.moderation.item(&asking.viewer, ItemId::from_uuid(id)).await?;
    let seen = typed.seen.parse().map_err(|_unread| PageError::BadRequest("bad-request-form"))?;
    if !typed.look.is_empty() {
        return look(&site, &asking, &asked, (item, seen), typed).await;
    }
    match made(&site, &asking, &item, seen, &typed).await? {
        Ok(decision) if wants_json(&headers) => heard(&site, &asking, &asked, &decision).await,
        Ok(decision) => onwards(&site, &asking, &asked, &item, &decision).await,
        Err(why) if wants_json(&headers) => told(&site, &asking, &asked, &why).await,
        Err(why) => back(&site, &asking, &asked, (item, seen), typed, why).await,
    }
}

/// Decides nothing: draws what stands in the way, and what a redaction would change, over what was typed. A script asks
/// for it when a decision was refused, and whoever redacts before they send.
async fn look(
    site: &Site,
    asking: &Asking,
    asked: &Asked,
    (item, seen): (Item, i32),
    typed: Typed,
) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let why = if item.closed_at.is_some() {
        Some(Hindered::Already)
    } else if item.revision != seen {
        Some(Hindered::Changed)
    } else {
        let redacts = typed.act == "REDACT";
        typed.verdict(&item, &campaigns, site.sources.now()).err().filter(|_| redacts).map(Hindered::Wrong)
    };
    let status = if let Some(Hindered::Wrong(_)) = why { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let change = again(site, asking, &item, seen, typed, why).await?;
    if asked.part == "item" {
        return part(site, asking, asked, &item, change).await;
    }
    draw(site, asking, asked, &item, change, status).await
}

async fn made(
    site: &Site,
    asking: &Asking,
    item: &Item,
    seen: i32,
    typed: &Typed,
) -> Result<Result<Decision, Hindered>, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let verdict = match typed.verdict(item, &campaigns, site.sources.now()) {
        Ok(verdict) => verdict,
        Err(wrong) => return Ok(Err(Hindered::Wrong(wrong))),
    };
    Ok(match site.moderation.decide(&asking.viewer, item.id, seen, verdict).await {
        Ok(Decided::Done(decision)) => Ok(*decision),
        Ok(Decided::Already(_)) => Err(Hindered::Already),
        Ok(Decided::Changed) => Err(Hindered::Changed),
        Ok(Decided::Locked(_)) => Err(Hindered::Locked),
        Ok(Decided::NoSuchPlace) => Err(Hindered::Wrong(wrong("into", "NO_SUCH_PLACE"))),
        Err(why) => Err(Hindered::Wrong(Wrong(mendable(why)?))),
    })
}

/// On to the next item; one that is not done with it stays open.
async fn onwards(
    site: &Site,
    asking: &Asking,
    asked: &Asked,
    item: &Item,
    decision: &Decision,
) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let narrow = Narrow::of(asked, &campaigns);
    let query = narrow.query();
    let address = if decision.act.settles() {
        next(site, asking, &narrow, item).await?.map_or_else(|| queue_at(&query), |next| item_at(&next, &query))
    } else {
        item_at(item, &query)
    };
    let address = with_done(&address, "decided");
    Ok(go(&format!("{address}&decision={}", decision.id.uuid().simple())))
}

async fn heard(site: &Site, asking: &Asking, asked: &Asked, decision: &Decision) -> Result<Response, PageError> {
    let words = asking.here.words;
    let said = words.say(&format!("desk-did-{}", decision.act.as_str())).to_string();
    let undoable = decision.can_be_undone(site.sources.now());
    let answer = Answer {
        outcome: "DONE",
        words: said,
        undo: undoable.then(|| words.to(&format!("/moderation/decisions/{}/undo", decision.id))),
        left: how_much(site, asking, asked).await?,
    };
    Ok(Json(answer).into_response())
}

/// What is left of the list that the address narrows the queue to.
pub(super) async fn how_much(site: &Site, asking: &Asking, asked: &Asked) -> Result<Vec<String>, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let narrow = Narrow::of(asked, &campaigns);
    let counts = tabs::counts(site, asking, &narrow).await?;
    let shown = tabs::shown(site, asking, &narrow, &counts).await?;
    Ok(left(asking.here.words, shown, pulse(site, asking).await?))
}

async fn told(site: &Site, asking: &Asking, asked: &Asked, why: &Hindered) -> Result<Response, PageError> {
    let say = |id: &str| asking.here.words.say(id).to_string();
    let (outcome, words) = match why {
        Hindered::Changed => ("CHANGED", say("desk-changed")),
        Hindered::Already => ("ALREADY", say("desk-already")),
        Hindered::Locked => ("LOCKED", say("desk-locked-meanwhile")),
        Hindered::Wrong(wrong) => {
            let frame = super::frame(site, asking);
            let all: Vec<String> = wrong.0.iter().map(|problem| wrong.words(&frame, problem)).collect();
            ("WRONG", all.join(" "))
        }
    };
    Ok(Json(Answer { outcome, words, undo: None, left: how_much(site, asking, asked).await? }).into_response())
}

/// The item as it is now, with what was typed.
async fn back(
    site: &Site,
    asking: &Asking,
    asked: &Asked,
    (item, seen): (Item, i32),
    typed: Typed,
    why: Hindered,
) -> Result<Response, PageError> {
    let status = if let Hindered::Wrong(_) = why { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    let item = site.moderation.item(&asking.viewer, item.id).await?;
    let change = again(site, asking, &item, seen, typed, Some(why)).await?;
    draw(site, asking, asked, &item, change, status).await
}
