//! Deciding on one item. Done, the browser goes on to the next one; not done, the item comes back with what was typed and
//! with what stands in the way. A script hears the same in JSON.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{Id as _, ItemId};
use folkmoot_moderation::{Decided, Decision, Item, Target};
use uuid::Uuid;

use super::asked::{Asked, Narrow};
use super::case::Trouble;
use super::item::draw;
use super::list::{item_at, next, queue_at};
use super::verdict::{Typed, wrong};
use super::{left, mendable, staff, wants_json};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::changes::changes;
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
enum Hindered {
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
    match made(&site, &asking, &item, seen, &typed).await? {
        Ok(decision) if wants_json(&headers) => heard(&site, &asking, &decision).await,
        Ok(decision) => onwards(&site, &asking, &asked, &item, &decision).await,
        Err(why) if wants_json(&headers) => told(&site, &asking, &why).await,
        Err(why) => back(&site, &asking, &asked, (item, seen), typed, why).await,
    }
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

async fn heard(site: &Site, asking: &Asking, decision: &Decision) -> Result<Response, PageError> {
    let words = asking.here.words;
    let said = words.say(&format!("desk-did-{}", decision.act.as_str())).to_string();
    let answer = Answer {
        outcome: "DONE",
        words: said,
        undo: Some(words.to(&format!("/moderation/decisions/{}/undo", decision.id))),
        left: how_much(site, asking).await?,
    };
    Ok(Json(answer).into_response())
}

pub(super) async fn how_much(site: &Site, asking: &Asking) -> Result<Vec<String>, PageError> {
    let counts = site.moderation.counts(&asking.viewer).await?;
    let pulse = site.moderation.pulse(&asking.viewer).await?;
    Ok(left(asking.here.words, &counts, pulse))
}

async fn told(site: &Site, asking: &Asking, why: &Hindered) -> Result<Response, PageError> {
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
    Ok(Json(Answer { outcome, words, undo: None, left: how_much(site, asking).await? }).into_response())
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
    let (wrong, status) = match &why {
        Hindered::Wrong(wrong) => (wrong.clone(), StatusCode::UNPROCESSABLE_ENTITY),
        _ => (Wrong::default(), StatusCode::CONFLICT),
    };
    let item = site.moderation.item(&asking.viewer, item.id).await?;
    let trouble = match why {
        Hindered::Changed => Some(changed(site, asking, &item, seen).await?),
        Hindered::Already => Some(Trouble::Already),
        Hindered::Locked | Hindered::Wrong(_) => None,
    };
    // What was typed over an old text would put it back.
    let typed = match trouble {
        Some(Trouble::Changed { .. }) => Typed { title: item.title.clone(), body: item.body.clone(), ..typed },
        _ => typed,
    };
    let change = |case: super::case::Case| super::case::Case { trouble, ..case.again(typed, wrong) };
    draw(site, asking, asked, &item, change, status).await
}

/// What it said when it was read, beside what it says now.
async fn changed(site: &Site, asking: &Asking, item: &Item, seen: i32) -> Result<Trouble, PageError> {
    let then = match item.target {
        Target::Idea(id) => {
            let all = site.ideas.history(&asking.viewer, id).await.unwrap_or_default();
            let then = all.into_iter().find(|one| one.revision == seen);
            then.map(|one| (one.title.as_str().to_owned(), one.body.as_str().to_owned()))
        }
        Target::Comment(id) => {
            let all = site.comments.history(&asking.viewer, id).await.unwrap_or_default();
            let then = all.into_iter().find(|one| one.revision == seen);
            then.map(|one| (item.title.clone(), one.body.as_str().to_owned()))
        }
        Target::Person(_) => None,
    };
    let (title, body) = then.unwrap_or_else(|| (item.title.clone(), item.body.clone()));
    Ok(Trouble::Changed { heading: changes(&title, &item.title), body: changes(&body, &item.body) })
}
