//! The same decision on several items, each in its own transaction and with its own result, and each to be taken back by
//! itself or all of them at once. What goes wrong with one is said on its line: the others were decided, and show it.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use folkmoot_common::{DecisionId, Id as _, ItemId};
use folkmoot_moderation::{ActKind, Decided, MOST_AT_ONCE, ModerationError, Note, ReasonCode, Undone, Verdict};
use uuid::Uuid;

use super::decided::Past;
use super::verdict::{plain, wrong};
use super::{frame, mendable, staff};
use crate::edge::{Asking, Checked};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, page, page_as};
use crate::site::Site;

/// What became of one item.
struct Line {
    title: String,
    /// The message that says it.
    said: String,
    done: bool,
    past: Option<Past>,
    href: String,
}

#[derive(Template)]
#[template(path = "desk_bulk.html")]
struct Results {
    frame: Frame,
    lines: Vec<Line>,
    done: usize,
    /// The decisions that can be taken back together.
    batch: Vec<String>,
    wrong: Wrong,
}

/// The form, as typed: one item a field, so it is read pair by pair.
#[derive(Debug, Default)]
struct Typed {
    items: Vec<(ItemId, i32)>,
    act: String,
    reason: String,
    note: String,
    days: String,
    /// Decisions to take back instead.
    undo: Vec<DecisionId>,
}

/// `POST /moderation/bulk`
pub(crate) async fn send(
    State(site): State<Arc<Site>>,
    Checked { asking, form }: Checked<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let typed = Typed::of(form);
    if !typed.undo.is_empty() {
        return take_back(&site, &asking, &typed.undo).await;
    }
    let decided = match typed.verdict(&site) {
        Ok(verdict) => site.moderation.decide_many(&asking.viewer, &typed.items, &verdict).await,
        Err(wrong) => return refused(&site, &asking, wrong),
    };
    let decided = match decided {
        Ok(decided) => decided,
        Err(why) => return refused(&site, &asking, Wrong(mendable(why)?)),
    };
    let mut lines = Vec::with_capacity(decided.len());
    for (id, result) in decided {
        lines.push(line(&site, &asking, id, result).await);
    }
    let undoable = lines.iter().filter_map(|line| line.past.as_ref()).filter(|past| past.undo);
    let batch = undoable.map(|past| past.id.clone()).collect();
    results(&site, &asking, lines, batch)
}

fn results(site: &Site, asking: &Asking, lines: Vec<Line>, batch: Vec<String>) -> Result<Response, PageError> {
    let done = lines.iter().filter(|line| line.done).count();
    page(&Results { frame: frame(site, asking), lines, done, batch, wrong: Wrong::default() })
}

/// Takes each of them back; what can't be stays, and its line says why.
async fn take_back(site: &Site, asking: &Asking, all: &[DecisionId]) -> Result<Response, PageError> {
    let words = asking.here.words;
    let mut lines = Vec::with_capacity(all.len());
    for id in all.iter().take(MOST_AT_ONCE) {
        let (said, item, done) = match site.moderation.undo(&asking.viewer, *id).await {
            Ok(Undone::Done(decision)) => ("notice-desk-undone", decision.item, true),
            Ok(Undone::Already) => ("notice-desk-undone-already", None, false),
            Ok(Undone::TooLate | Undone::Changed) => ("notice-desk-undone-late", None, false),
            Ok(Undone::Later) => ("notice-desk-undone-later", None, false),
            Ok(Undone::Own) => ("notice-desk-undone-own", None, false),
            Err(why) => {
                tracing::warn!(?why, "one of several decisions was not taken back");
                ("desk-bulk-failed", None, false)
            }
        };
        let title = match item {
            Some(item) => title(site, asking, item).await,
            None => words.say("desk-about-decision").to_string(),
        };
        let href = item.map_or_else(|| "/moderation/decided".to_owned(), |item| format!("/moderation/items/{item}"));
        lines.push(Line { title, said: words.say(said).to_string(), done, past: None, href });
    }
    results(site, asking, lines, Vec::new())
}

impl Typed {
    fn of(form: Vec<(String, String)>) -> Self {
        let item = |value: &str| {
            let (id, seen) = value.split_once(':')?;
            Some((ItemId::from_uuid(Uuid::try_parse(id).ok()?), seen.parse().ok()?))
        };
        let undo = form.iter().filter(|(name, _)| name == "undo").filter_map(|(_, value)| Uuid::try_parse(value).ok());
        let undo = undo.map(DecisionId::from_uuid).collect();
        let items = form.iter().filter(|(name, _)| name == "items").filter_map(|(_, value)| item(value)).collect();
        let mut fields: HashMap<String, String> = form.into_iter().collect();
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        Self { items, act: take("act"), reason: take("reason"), note: take("note"), days: take("days"), undo }
    }

    fn verdict(&self, site: &Site) -> Result<Verdict, Wrong> {
        let act = ActKind::parse(&self.act).ok_or_else(|| wrong("act", "NO_ACT"))?;
        let reason = ReasonCode::parse(&self.reason).ok();
        if act.needs_reason() && reason.is_none() {
            return Err(wrong("reason", "EMPTY"));
        }
        let act = plain(act, &self.days, site.sources.now())?;
        Ok(Verdict { act, reason, note: Note::parse(&self.note)? })
    }
}

/// Nothing was done to anything.
fn refused(site: &Site, asking: &Asking, wrong: Wrong) -> Result<Response, PageError> {
    let frame = frame(site, asking).with_errors();
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &Results { frame, lines: Vec::new(), done: 0, batch: Vec::new(), wrong })
}

async fn line(site: &Site, asking: &Asking, id: ItemId, result: Result<Decided, ModerationError>) -> Line {
    let words = asking.here.words;
    let mut past = None;
    let (said, done) = match result {
        Ok(Decided::Done(decision)) => {
            // It is done, whether or not it can be told now by whom.
            past = Past::all(site, asking, &[*decision]).await.ok().and_then(|mut past| past.pop());
            (words.say("desk-bulk-done").to_string(), true)
        }
        Ok(Decided::Already(_)) => (words.say("desk-already").to_string(), false),
        Ok(Decided::Changed) => (words.say("desk-changed").to_string(), false),
        Ok(Decided::Locked(_)) => (words.say("desk-locked-meanwhile").to_string(), false),
        Ok(Decided::NoSuchPlace) => (words.say("problem-decision-no-such-place").to_string(), false),
        Err(ModerationError::NotFound) => (words.say("desk-already").to_string(), false),
        Err(ModerationError::Storage(why)) => {
            tracing::warn!(?why, "one of several items was not decided");
            (words.say("desk-bulk-failed").to_string(), false)
        }
        Err(why) => {
            let wrong = Wrong(mendable(why).unwrap_or_default());
            let frame = frame(site, asking);
            let all: Vec<String> = wrong.0.iter().map(|problem| wrong.words(&frame, problem)).collect();
            (all.join(" "), false)
        }
    };
    Line { title: title(site, asking, id).await, said, done, past, href: format!("/moderation/items/{id}") }
}

async fn title(site: &Site, asking: &Asking, id: ItemId) -> String {
    site.moderation.item(&asking.viewer, id).await.map_or_else(|_gone| id.to_string(), |item| item.title)
}
