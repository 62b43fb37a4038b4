//! Delivering: steps are set, the council says what came of them, and the idea moves on. Everybody reads all of it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, MilestoneId};
use folkmoot_replies::{Happens, Milestone};
use uuid::Uuid;

use super::pack::{Came, draw};
use super::{mendable, pack_path, staff};
use crate::edge::{Checked, Path};
use crate::error::PageError;
use crate::pages::form::{Wrong, with_done};
use crate::pages::frame::go;
use crate::pages::when::When;
use crate::site::Site;

/// The three forms, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct TypedDelivery {
    /// A step that is to be set.
    pub(crate) title: String,
    pub(crate) due: String,
    /// The step of which something is said, what, and in which words.
    pub(crate) which: String,
    pub(crate) claim: String,
    pub(crate) came: String,
    /// Where the idea moves to, and what happened.
    pub(crate) onward: String,
    pub(crate) moved: String,
}

/// A step, as the pack shows it.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) due: When,
    /// The message of what the council said, if it did.
    pub(crate) claim: Option<String>,
    pub(crate) said: [i64; 3],
    pub(crate) reopened: bool,
}

impl Step {
    pub(super) fn of(one: &Milestone) -> Self {
        let count = |people: u64| i64::try_from(people).unwrap_or(i64::MAX);
        Self {
            id: one.id.uuid().to_string(),
            title: one.title.clone(),
            due: When::date(one.due),
            claim: one.claim.map(|claim| format!("milestones-claim-{}", claim.as_str())),
            said: [count(one.said.yes), count(one.said.partly), count(one.said.no)],
            reopened: one.reopened_at.is_some(),
        }
    }
}

/// `POST /desk/ideas/{number}/milestones`
pub(crate) async fn set(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: typed }: Checked<TypedDelivery>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let wrong = match site.replies.set_milestone(&asking.viewer, number, (&typed.title, &typed.due)).await {
        Ok(_id) => return Ok(go(&with_done(&format!("{}#delivery", pack_path(number)), "desk-milestone"))),
        Err(why) => mendable(why, "title")?,
    };
    draw(&site, &asking, number, Came { delivery: typed, wrong, ..Came::default() }).await
}

/// `POST /desk/ideas/{number}/milestones/claim`
pub(crate) async fn claim(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: typed }: Checked<TypedDelivery>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let wrong = match (typed.which.parse::<Uuid>(), Happens::parse(&typed.claim)) {
        (Ok(id), Some(happens)) => {
            let said = (MilestoneId::from_uuid(id), happens, typed.came.as_str());
            match site.replies.claim(&asking.viewer, number, said).await {
                Ok(()) => return Ok(go(&with_done(&format!("{}#delivery", pack_path(number)), "desk-claimed"))),
                Err(why) => Wrong(mendable(why, "claim")?.0.into_iter().map(|problem| problem.at("came")).collect()),
            }
        }
        (Err(_no_id), _) => Wrong::one("which", "EMPTY"),
        (_, None) => Wrong::one("claim", "EMPTY"),
    };
    draw(&site, &asking, number, Came { delivery: typed, wrong, ..Came::default() }).await
}

/// `POST /desk/ideas/{number}/status`
pub(crate) async fn move_on(
    State(site): State<Arc<Site>>,
    Path(number): Path<i64>,
    Checked { asking, form: typed }: Checked<TypedDelivery>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let wrong = match site.replies.move_on(&asking.viewer, number, (&typed.onward, &typed.moved)).await {
        Ok(()) => return Ok(go(&with_done(&format!("{}#delivery", pack_path(number)), "desk-moved"))),
        Err(why) => Wrong(mendable(why, "onward")?.0.into_iter().map(named).collect()),
    };
    draw(&site, &asking, number, Came { moving: typed, wrong, ..Came::default() }).await
}

/// The page has other fields for words and for where something goes: those of a move are its own.
fn named(problem: folkmoot_common::Problem) -> folkmoot_common::Problem {
    match problem.field {
        "words" => problem.at("moved"),
        "to" => problem.at("onward"),
        _ => problem,
    }
}
