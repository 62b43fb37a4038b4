//! The council's calendar: whose bank holidays it keeps, and its own days, closed although no rule says so or open although one
//! closes them, each with a reason that everybody reads. Running promises get their day anew at once.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_replies::{Closure, OwnDay};

use super::holidays::{Coming, Set, coming, sets};
use super::{Wanted, admin, door, frame, mendable};
use crate::edge::{Asking, Checked, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::promises::whose;
use crate::pages::when::When;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    day: String,
    why: String,
    /// `closed` or `open`.
    closure: String,
}

/// The form that forgets one.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Forgetting {
    day: String,
}

/// One of the council's own days.
struct Row {
    day: When,
    exact: String,
    closed: bool,
    why: String,
}

#[derive(Template)]
#[template(path = "admin_calendar.html")]
pub(super) struct Calendar {
    frame: Frame,
    /// The message that names whose bank holidays are kept.
    nation: String,
    /// The message that names whose the configuration says, where somebody chose others.
    configured: Option<String>,
    sets: Vec<Set>,
    coming: Vec<Coming>,
    rows: Vec<Row>,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /admin/calendar`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let frame = frame(&site, &asking).with_notice(wanted.done.as_deref());
    page(&draw(&site, &asking, frame, Typed::default(), Wrong::default()).await?)
}

/// `POST /admin/calendar`
pub(crate) async fn set(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let closed = match typed.closure.as_str() {
        "closed" => Some(true),
        "open" => Some(false),
        _ => None,
    };
    let Some(closed) = closed else {
        let wrong = Wrong::of_kind("closure", "closure", "EMPTY");
        return again(&draw(&site, &asking, frame(&site, &asking).with_errors(), typed, wrong).await?);
    };
    match site.replies.set_day(&asking.viewer, &typed.day, closed, &typed.why).await {
        Ok(()) => Ok(go("/admin/calendar?done=day-set")),
        Err(why) => {
            let wrong = Wrong(mendable(why)?);
            again(&draw(&site, &asking, frame(&site, &asking).with_errors(), typed, wrong).await?)
        }
    }
}

/// `POST /admin/calendar/forget`
pub(crate) async fn forget(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Forgetting>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    site.replies.forget_day(&asking.viewer, &form.day).await?;
    Ok(go("/admin/calendar?done=day-forgotten"))
}

/// The page, over what was typed.
pub(super) async fn draw(
    site: &Site,
    asking: &Asking,
    frame: Frame,
    typed: Typed,
    wrong: Wrong,
) -> Result<Calendar, PageError> {
    let (nation, own) = site.replies.kept_days().await?;
    let sets = sets(site, asking, nation).await?;
    let coming = coming(site, nation, &own);
    let row = |own: OwnDay| Row {
        day: When::date(own.day),
        exact: own.day.to_string(),
        closed: own.closure == Closure::Closed,
        why: own.why,
    };
    let rows = own.into_iter().map(row).collect();
    let configured = site.replies.configured_nation();
    let configured = (configured != nation).then(|| whose(configured));
    Ok(Calendar { frame, nation: whose(nation), configured, sets, coming, rows, typed, wrong })
}
