//! Taking a decision back after the ten minutes of a slip: a page of its own, because its author reads why.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{DecisionId, Id as _, Problem};
use folkmoot_moderation::{Decision, Note, Undone};
use uuid::Uuid;

use super::decided::Past;
use super::{door, frame, staff};
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    note: String,
}

#[derive(Template)]
#[template(path = "desk_correct.html")]
struct Correct {
    frame: Frame,
    pasts: Vec<Past>,
    action: String,
    most: usize,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /moderation/decisions/{id}/correct`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let decision = find(&site, &asking, id).await?;
    draw(&site, &asking, &decision, Typed::default(), Wrong::default()).await
}

/// `POST /moderation/decisions/{id}/correct`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let decision = find(&site, &asking, id).await?;
    let note = match Note::required("note", &typed.note) {
        Ok(note) => note,
        Err(problem) => return draw(&site, &asking, &decision, typed, problem.into()).await,
    };
    let code = match site.moderation.correct(&asking.viewer, decision.id, note).await? {
        Undone::Done(_) => return Ok(go("/moderation/decided?done=desk-corrected")),
        Undone::Already => "CORRECTED_ALREADY",
        Undone::Own => "CORRECT_OWN",
        Undone::Changed => "CORRECT_CHANGED",
        Undone::TooLate | Undone::Later => "NOTHING_LEFT",
    };
    let problem = Problem::new("note", code, String::new()).of("decision");
    draw(&site, &asking, &decision, typed, problem.into()).await
}

async fn find(site: &Site, asking: &Asking, id: Uuid) -> Result<Decision, PageError> {
    let found = site.moderation.own_decision(&asking.viewer, DecisionId::from_uuid(id)).await?;
    found.ok_or(PageError::NotFound)
}

async fn draw(
    site: &Site,
    asking: &Asking,
    decision: &Decision,
    typed: Typed,
    wrong: Wrong,
) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let frame = frame(site, asking);
    let form = Correct {
        frame: if is_wrong { frame.with_errors() } else { frame },
        pasts: Past::all(site, asking, std::slice::from_ref(decision)).await?,
        action: format!("/moderation/decisions/{}/correct", decision.id),
        most: Note::MOST,
        typed,
        wrong,
    };
    if is_wrong { again(&form) } else { page(&form) }
}
