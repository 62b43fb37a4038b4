//! A decision's own page, for whoever it concerns, and asking another moderator to look again: by its author, or by
//! somebody whose report was turned down and who holds its number.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{DecisionId, Id as _};
use folkmoot_moderation::{Decision, ModerationError, Note, Receipt};
use uuid::Uuid;

use super::form::Wrong;
use super::frame::{Frame, again, go, page};
use super::sign_in::first;
use super::told::{Told, about, address};
use crate::edge::{Asking, Checked, Path};
use crate::error::PageError;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    words: String,
}

#[derive(Template)]
#[template(path = "decision.html")]
struct Page {
    frame: Frame,
    about: String,
    told: Told,
    /// The page of what it is about, where its author still finds it.
    path: Option<String>,
}

#[derive(Template)]
#[template(path = "appeal.html")]
struct Appeal {
    frame: Frame,
    about: String,
    back: String,
    action: String,
    typed: Typed,
    wrong: Wrong,
    most: usize,
}

/// `GET /decisions/{id}`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first(&address(DecisionId::from_uuid(id))));
    }
    let decision = own(&site, &asking, id).await?;
    let told = Told::of(&site, &asking, &decision).await?;
    let frame = Frame::new(&site, &asking, "me");
    page(&Page {
        about: about(&frame, &decision),
        told,
        path: decision.place.number.map(|_| decision.place.path(decision.target)),
        frame,
    })
}

/// `GET /decisions/{id}/appeal`
pub(crate) async fn ask(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first(&format!("{}/appeal", address(DecisionId::from_uuid(id)))));
    }
    let decision = own(&site, &asking, id).await?;
    if !decision.can_be_appealed(site.sources.now()) {
        return Ok(go(&address(decision.id)));
    }
    let frame = Frame::new(&site, &asking, "me");
    let said = about(&frame, &decision);
    draw(frame, said, address(decision.id), Typed::default(), Wrong::default())
}

/// `POST /decisions/{id}/appeal`
pub(crate) async fn file(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.known()?;
    let decision = own(&site, &asking, id).await?;
    let frame = Frame::new(&site, &asking, "me");
    let (said, back) = (about(&frame, &decision), address(decision.id));
    let words = match Note::required("words", &typed.words) {
        Ok(words) => words,
        Err(problem) => return draw(frame, said, back, typed, problem.into()),
    };
    match site.moderation.appeal(&asking.viewer, decision.id, words).await {
        Ok(()) => Ok(go(&back)),
        Err(ModerationError::Refused(problem)) => draw(frame, said, back, typed, problem.into()),
        Err(why) => Err(why.into()),
    }
}

/// `GET /reports/{receipt}/appeal/{decision}`
pub(crate) async fn ask_reporter(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((receipt, decision)): Path<(String, Uuid)>,
) -> Result<Response, PageError> {
    let (receipt, decision) = reported(&site, &receipt, decision).await?;
    let frame = Frame::new(&site, &asking, "").unlisted();
    let said = frame.say("told-about-report").with("receipt", receipt.as_str()).to_string();
    if !decision.1 {
        return Ok(go(&format!("/reports/{receipt}")));
    }
    draw_for(frame, said, &receipt, decision.0, Typed::default(), Wrong::default())
}

/// `POST /reports/{receipt}/appeal/{decision}`
pub(crate) async fn file_reporter(
    State(site): State<Arc<Site>>,
    Path((receipt, decision)): Path<(String, Uuid)>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    let (receipt, (id, _open)) = reported(&site, &receipt, decision).await?;
    let frame = Frame::new(&site, &asking, "").unlisted();
    let said = frame.say("told-about-report").with("receipt", receipt.as_str()).to_string();
    let words = match Note::required("words", &typed.words) {
        Ok(words) => words,
        Err(problem) => return draw_for(frame, said, &receipt, id, typed, problem.into()),
    };
    match site.moderation.appeal_report(&receipt, id, words).await {
        Ok(()) => Ok(go(&format!("/reports/{receipt}"))),
        Err(ModerationError::Refused(problem)) => draw_for(frame, said, &receipt, id, typed, problem.into()),
        Err(why) => Err(why.into()),
    }
}

/// The decision, for its author and for staff; for everybody else there is none.
async fn own(site: &Site, asking: &Asking, id: Uuid) -> Result<Decision, PageError> {
    let found = site.moderation.own_decision(&asking.viewer, DecisionId::from_uuid(id)).await?;
    found.ok_or(PageError::NotFound)
}

/// The report of this number, and whether this decision on it can be appealed.
async fn reported(site: &Site, receipt: &str, decision: Uuid) -> Result<(Receipt, (DecisionId, bool)), PageError> {
    let receipt = Receipt::parse(receipt).ok_or(PageError::NotFound)?;
    let filed = site.reports.find(&receipt).await?.ok_or(PageError::NotFound)?;
    let decision = DecisionId::from_uuid(decision);
    Ok((receipt, (decision, filed.appealable(site.sources.now()) == Some(decision))))
}

fn draw(frame: Frame, about: String, back: String, typed: Typed, wrong: Wrong) -> Result<Response, PageError> {
    let action = format!("{back}/appeal");
    render(frame, about, (back, action), typed, wrong)
}

fn draw_for(
    frame: Frame,
    about: String,
    receipt: &Receipt,
    decision: DecisionId,
    typed: Typed,
    wrong: Wrong,
) -> Result<Response, PageError> {
    let back = format!("/reports/{receipt}");
    let action = format!("{back}/appeal/{decision}");
    render(frame, about, (back, action), typed, wrong)
}

fn render(
    frame: Frame,
    about: String,
    (back, action): (String, String),
    typed: Typed,
    wrong: Wrong,
) -> Result<Response, PageError> {
    let is_wrong = wrong.any();
    let frame = if is_wrong { frame.with_errors() } else { frame };
    let form = Appeal { frame, about, back, action, typed, wrong, most: Note::MOST };
    if is_wrong { again(&form) } else { page(&form) }
}
