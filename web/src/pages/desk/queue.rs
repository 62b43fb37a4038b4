//! The queue by itself: what waits, and a calm place to start from. A script asks for further rows alone.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Id as _;
use folkmoot_moderation::{Reversals, WhichDecisions};

use super::asked::Asked;
use super::case::{Case, Trouble};
use super::decided::Past;
use super::list::List;
use super::{door, frame};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::pages::changes::Tag;
use crate::pages::frame::{Frame, page};
use crate::site::Site;

/// Decisions among which the one is looked for that an address says was just made.
const JUST_NOW: u16 = 10;

/// The queue, with or without an item that is open.
#[derive(Template)]
#[template(path = "desk.html")]
pub(super) struct Page {
    pub(super) frame: Frame,
    pub(super) list: List,
    pub(super) case: Option<Case>,
    /// What was just decided, while it can be taken back.
    pub(super) just: Option<Past>,
    /// How often the viewer's decisions were reversed.
    pub(super) own: Option<Reversals>,
}

#[derive(Template)]
#[template(path = "part/desk_rows.html")]
struct Rows {
    frame: Frame,
    list: List,
}

/// `GET /moderation`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let campaigns = site.ideas.all_campaigns().await?;
    if asked.part == "rows" {
        let list = List::rows_alone(&site, &asking, &asked, &campaigns).await?;
        return page(&Rows { frame: frame(&site, &asking), list });
    }
    let list = List::of(&site, &asking, &asked, &campaigns, None).await?;
    page(&Page {
        frame: frame(&site, &asking).with_notice(asked.done.as_deref()),
        just: just(&site, &asking, &asked).await?,
        own: Some(site.moderation.reversals(&asking.viewer).await?),
        list,
        case: None,
    })
}

/// The viewer's decision that the address names, if it is one of their latest.
pub(super) async fn just(site: &Site, asking: &Asking, asked: &Asked) -> Result<Option<Past>, PageError> {
    let (Some(person), Ok(id)) = (asking.viewer.person(), uuid::Uuid::try_parse(&asked.decision)) else {
        return Ok(None);
    };
    let latest = folkmoot_common::PageRequest::first(JUST_NOW);
    let latest = site.moderation.decisions(&asking.viewer, WhichDecisions::By(person), &latest).await;
    let found = latest?.items.into_iter().find(|decision| decision.id.uuid() == id);
    let Some(decision) = found else { return Ok(None) };
    Ok(Past::all(site, asking, &[decision]).await?.pop())
}
