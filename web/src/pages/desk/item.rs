//! An item that is open, beside the queue. A script asks for the item alone, to have it ready before it is wanted.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use folkmoot_common::{Id as _, ItemId};
use folkmoot_moderation::Item;
use uuid::Uuid;

use super::asked::{Asked, Narrow};
use super::case::{Case, Trouble};
use super::list::List;
use super::queue::{Page, just};
use super::{door, frame};
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::pages::changes::Tag;
use crate::pages::frame::{Frame, page, page_as};
use crate::site::Site;

#[derive(Template)]
#[template(path = "desk_part.html")]
struct Part {
    frame: Frame,
    open: Option<Case>,
}

/// `GET /moderation/items/{id}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let id = ItemId::from_uuid(id);
    let find = || site.moderation.item(&asking.viewer, id);
    let mut item = find().await?;
    if asked.part == "item" {
        return part(&site, &asking, &asked, &item, |case| case).await;
    }
    if item.closed_at.is_none() && is_meant(&asking, &headers) {
        site.moderation.lock(&asking.viewer, id, false).await?;
        item = find().await?;
    }
    draw(&site, &asking, &asked, &item, |case| case, StatusCode::OK).await
}

/// The item alone, for the script.
pub(super) async fn part(
    site: &Site,
    asking: &Asking,
    asked: &Asked,
    item: &Item,
    change: impl FnOnce(Case) -> Case,
) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let query = Narrow::of(asked, &campaigns).query();
    let case = change(Case::of(site, asking, item, &campaigns, &query).await?);
    page(&Part { frame: frame(site, asking), open: Some(case) })
}

/// Whether a person opens the page now. Opening an item takes its lock, though reading shall change nothing: without
/// scripts there is no other moment to take it at, and two people on one item is what a lock is for. It is harmless: asked
/// twice it is the same lock, it ends by itself, it never takes an item from anybody, and what a browser fetches in
/// advance, or a script with a token reads, takes none.
fn is_meant(asking: &Asking, headers: &HeaderMap) -> bool {
    let in_advance = ["sec-purpose", "purpose", "x-moz", "x-purpose"].into_iter().any(|name| {
        let value = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        ["prefetch", "prerender", "preview"].iter().any(|word| value.contains(word))
    });
    asking.session.is_some() && !in_advance
}

/// The page, with what somebody typed where they did.
pub(super) async fn draw(
    site: &Site,
    asking: &Asking,
    asked: &Asked,
    item: &Item,
    change: impl FnOnce(Case) -> Case,
    status: StatusCode,
) -> Result<Response, PageError> {
    let campaigns = site.ideas.all_campaigns().await?;
    let list = List::of(site, asking, asked, &campaigns, Some(item)).await?;
    let case = change(Case::of(site, asking, item, &campaigns, &list.query).await?);
    let frame = frame(site, asking).with_notice(asked.done.as_deref());
    let frame = if case.wrong.any() { frame.with_errors() } else { frame };
    let just = just(site, asking, asked).await?;
    page_as(
        status,
        &Page { frame: frame.at(&format!("/moderation/items/{}", item.id)), list, case: Some(case), just, own: None },
    )
}
