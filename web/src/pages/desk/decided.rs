//! What was decided, the latest first, and taking a decision back. And how often the viewer's own decisions were reversed:
//! for their eyes alone.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{DecisionId, Id as _};
use folkmoot_moderation::{DECISIONS, Decision, Reversals, Target, Undone, WhichDecisions};
use uuid::Uuid;

use super::asked::Asked;
use super::decide::{Answer, how_much};
use super::list::name;
use super::{door, frame, staff, wants_json};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::frame::{Frame, go, page};
use crate::pages::pager::{Pager, Place};
use crate::pages::when::When;
use crate::site::Site;

/// Decisions on one page.
const SIZE: u16 = 30;

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    whose: String,
    after: Option<String>,
    before: Option<String>,
    done: Option<String>,
}

/// A decision, as a list shows it.
#[derive(Debug, Clone)]
pub(crate) struct Past {
    pub(crate) id: String,
    pub(crate) act: &'static str,
    /// What it was about, in the numbers that people see.
    pub(crate) number: Option<i64>,
    pub(crate) comment: Option<i32>,
    pub(crate) path: String,
    pub(crate) reason: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) who: Option<String>,
    pub(crate) at: When,
    pub(crate) undone: bool,
    /// Whether another moderator has overturned it; none while nobody was asked or has answered.
    pub(crate) overturned: Option<bool>,
    pub(crate) appealed: bool,
    /// Whether the viewer can undo it by a press.
    pub(crate) undo: bool,
    /// Whether they can still take it back, saying why.
    pub(crate) correct: bool,
}

impl Past {
    /// Decisions with the names of whoever made them and their reasons in words: two statements, whatever their number.
    pub(super) async fn all(site: &Site, asking: &Asking, decisions: &[Decision]) -> Result<Vec<Self>, PageError> {
        if decisions.is_empty() {
            return Ok(Vec::new());
        }
        let mut actors: Vec<_> = decisions.iter().filter_map(|one| one.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        let people = site.people.named(&actors).await?;
        let language = folkmoot_common::Language::from_stored(asking.here.words.code().to_owned());
        let reasons = site.moderation.reasons(&language).await?;
        let now = site.sources.now();
        let past = |one: &Decision| {
            let reason = one.reason.as_ref().map(|code| {
                let known = reasons.iter().find(|reason| reason.code == *code);
                known.map_or_else(|| code.as_str().to_owned(), |reason| reason.title.clone())
            });
            Self {
                id: one.id.to_string(),
                act: one.act.as_str(),
                number: one.place.number,
                comment: one.place.comment.filter(|_| matches!(one.target, Target::Comment(_))),
                path: one.place.path(one.target),
                reason,
                note: one.note.clone(),
                who: one.actor.map(|id| name(asking.here.words, &people, id)),
                at: When::minute(one.at),
                undone: one.undone_at.is_some(),
                overturned: one.appeal.as_ref().and_then(|appeal| appeal.overturned),
                appealed: one.appeal.is_some(),
                undo: one.can_be_undone(now) && !asking.viewer.is(one.author),
                correct: one.can_be_corrected(now) && !asking.viewer.is(one.author),
            }
        };
        Ok(decisions.iter().map(past).collect())
    }
}

#[derive(Template)]
#[template(path = "desk_decided.html")]
struct Log {
    frame: Frame,
    mine: bool,
    past: Vec<Past>,
    pager: Pager,
    own: Reversals,
}

/// `GET /moderation/decided`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let mine = wanted.whose == "mine";
    let which = match asking.viewer.person().filter(|_| mine) {
        Some(person) => WhichDecisions::By(person),
        None => WhichDecisions::All,
    };
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let listed = site.moderation.decisions(&asking.viewer, which, &place.request(SIZE, DECISIONS)).await?;
    let here = if mine { "/moderation/decided?whose=mine" } else { "/moderation/decided" };
    let cursors: Vec<_> = listed.items.iter().map(Decision::cursor).collect();
    let pages = folkmoot_common::Page { items: cursors, has_previous: listed.has_previous, has_next: listed.has_next };
    page(&Log {
        frame: frame(&site, &asking).with_notice(wanted.done.as_deref()),
        mine,
        past: Past::all(&site, &asking, &listed.items).await?,
        pager: Pager::of(&pages, here, "", |cursor| cursor),
        own: site.moderation.reversals(&asking.viewer).await?,
    })
}

/// `POST /moderation/decisions/{id}/undo`
pub(crate) async fn undo(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Checked { asking, form: _ }: Checked<std::collections::HashMap<String, String>>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let id = DecisionId::from_uuid(id);
    let undone = site.moderation.undo(&asking.viewer, id).await?;
    let (outcome, word) = match undone {
        Undone::Done(_) => ("DONE", "desk-undone"),
        Undone::Already => ("ALREADY", "desk-undone-already"),
        // A press takes nothing back over words that came since.
        Undone::TooLate | Undone::Changed => ("TOO_LATE", "desk-undone-late"),
        Undone::Later => ("LATER", "desk-undone-later"),
        Undone::Own => ("OWN", "desk-undone-own"),
    };
    if wants_json(&headers) {
        let words = asking.here.words.say(&format!("notice-{word}")).to_string();
        let answer = Answer { outcome, words, undo: None, left: how_much(&site, &asking, &asked).await? };
        return Ok(Json(answer).into_response());
    }
    let item = if let Undone::Done(decision) = &undone { decision.item } else { None };
    Ok(go(&match item {
        Some(item) => format!("/moderation/items/{item}?done={word}"),
        None => format!("/moderation/decided?done={word}"),
    }))
}
