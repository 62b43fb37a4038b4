//! Who has an idea: handing it to a department, and taking it on or giving it back.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{DepartmentId, Id as _};
use folkmoot_replies::Handing;
use uuid::Uuid;

use super::pack::{Came, draw};
use super::{mendable, pack_path, staff};
use crate::edge::{Checked, Path};
use crate::error::PageError;
use crate::pages::form::{Wrong, with_done};
use crate::pages::frame::go;
use crate::site::Site;

/// The form of handing on, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct TypedHanding {
    /// The department's id.
    pub(crate) to: String,
    /// `lead`, or `help`.
    pub(crate) part: String,
    /// `yes` when the department that led goes away.
    pub(crate) leave: String,
    /// In public.
    pub(crate) words: String,
    /// To colleagues.
    pub(crate) note: String,
}

/// `POST /desk/ideas/{number}/department`
pub(crate) async fn assign(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: typed }: Checked<TypedHanding>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    // What names no department is one that doesn't exist.
    let to = DepartmentId::from_uuid(typed.to.parse::<Uuid>().unwrap_or_default());
    let handing =
        Handing { to, lead: typed.part != "help", leave: typed.leave == "yes", words: &typed.words, note: &typed.note };
    let wrong = match site.replies.assign(&asking.viewer, number, handing).await {
        Ok(()) => return Ok(go(&with_done(&pack_path(number), "desk-handed"))),
        Err(why) => mendable(why, "to")?,
    };
    let wrong = Wrong(wrong.0.into_iter().map(at_its_field).collect());
    draw(&site, &asking, number, Came { handing: typed, wrong, ..Came::default() }).await
}

/// A page has two notes: this one goes along with the idea.
fn at_its_field(mut problem: folkmoot_common::Problem) -> folkmoot_common::Problem {
    if problem.field == "note" {
        problem.field = "hand-note";
    }
    problem
}

/// Whose it shall be.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Taking {
    /// `yes`, or anything else to give it back.
    mine: String,
}

/// `POST /desk/ideas/{number}/officer`
pub(crate) async fn take(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: Taking { mine } }: Checked<Taking>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let mine = mine == "yes";
    site.replies.take_on(&asking.viewer, number, mine).await?;
    Ok(go(&with_done(&pack_path(number), if mine { "desk-taken" } else { "desk-given-back" })))
}
