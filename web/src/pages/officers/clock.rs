//! Acts on the clock of a promise: stand still, go on, take longer, say that it was seen or brought to a committee. Each
//! has a reason that everybody reads.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_replies::{Kind, ReplyError};

use super::pack::{Came, draw};
use super::{mendable, pack_path, staff};
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::pages::form::{Wrong, with_done};
use crate::pages::frame::go;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct TypedClock {
    /// What, and of which promise: `pause REPLY`.
    pub(crate) act: String,
    pub(crate) days: String,
    pub(crate) reason: String,
}

/// `POST /desk/ideas/{number}/promise`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: typed }: Checked<TypedClock>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let wrong = match act(&site, &asking, number, &typed).await {
        Ok(Ok(())) => return Ok(go(&with_done(&pack_path(number), "desk-clock"))),
        Ok(Err(wrong)) => wrong,
        Err(why) => mendable(why, "act")?,
    };
    let wrong = Wrong(wrong.0.into_iter().map(at_the_act).collect());
    draw(&site, &asking, number, Came { clock: typed, wrong, ..Came::default() }).await
}

async fn act(site: &Site, asking: &Asking, number: i64, typed: &TypedClock) -> Result<Result<(), Wrong>, ReplyError> {
    let (act, kind) = typed.act.split_once(' ').unwrap_or_default();
    let Some(kind) = Kind::parse(kind) else { return Ok(Err(none())) };
    let (replies, viewer, reason) = (&site.replies, &asking.viewer, typed.reason.as_str());
    match act {
        "pause" => replies.pause(viewer, number, kind, reason).await?,
        "resume" => replies.resume(viewer, number, kind).await?,
        // What is no number is out of the range as well.
        "extend" => replies.extend(viewer, number, kind, typed.days.trim().parse().unwrap_or(0), reason).await?,
        "keep" => replies.keep(viewer, number, kind, reason).await?,
        _ => return Ok(Err(none())),
    }
    Ok(Ok(()))
}

fn none() -> Wrong {
    Wrong::of_kind("officers-act", "act", "EMPTY")
}

/// What the rules say of the promise itself stands at the choice of the act.
fn at_the_act(mut problem: folkmoot_common::Problem) -> folkmoot_common::Problem {
    if problem.field == "promise" {
        problem.field = "act";
    }
    problem
}
