//! `/desk/templates`: words to begin answers with, shared by a department. Its officers make them, change them and retire
//! them; admins do so for every department. A form that can't be taken comes back as it was typed, and says whose newer words
//! stand in the way.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{DepartmentId, Id as _, TemplateId};
use folkmoot_replies::{Department, Outcome, ReplyError, ReplyTemplate, ReplyText, TemplateChange, Variable};
use uuid::Uuid;

use super::pack::Choice;
use super::typed::TypedReply;
use super::{door, frame, mendable, staff};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::{Wrong, languages, with_done};
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::ideas::Choosable;
use crate::pages::lang::Lang;
use crate::pages::when::When;
use crate::site::Site;

/// Where all of them stand.
const LIST: &str = "/desk/templates";
/// Where one that isn't there yet is written.
const NEW: &str = "new";

/// What the address says: what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    done: Option<String>,
}

/// The form that retires one, or offers it again.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Retiring {
    seen: String,
    /// `yes`, or anything else to offer it again.
    retire: String,
}

/// One in the list.
struct Row {
    title: String,
    path: String,
    department: String,
    language: Lang,
    changed: When,
    retired: bool,
}

#[derive(Template)]
#[template(path = "officers_templates.html")]
struct List {
    frame: Frame,
    rows: Vec<Row>,
    /// Whether there is a department that the viewer may write for.
    may_write: bool,
}

#[derive(Template)]
#[template(path = "officers_template.html")]
struct Edit {
    frame: Frame,
    /// Its id, or `new`.
    at: String,
    /// What it is called now; none for a new one.
    called: Option<String>,
    retired: bool,
    /// Whose it is, or the departments to choose from for a new one.
    department: Option<String>,
    departments: Vec<Choice>,
    chosen: String,
    title: String,
    typed: TypedReply,
    /// When somebody else changed it meanwhile, and their reasons.
    theirs: Option<(When, String)>,
    outcomes: [&'static str; 6],
    languages: Vec<Choosable>,
    language: Lang,
    variables: [Variable; 7],
    most: usize,
    wrong: Wrong,
}

/// `GET /desk/templates`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let departments = site.replies.departments().await?;
    let words = asking.here.words;
    let named = |id: DepartmentId| departments.iter().find(|one| one.id == id).map(|one| one.name.clone());
    let row = |one: &ReplyTemplate| Row {
        title: one.text.title().to_owned(),
        path: address(&key(one.id)),
        department: named(one.department).unwrap_or_default(),
        language: Lang::typed(words, &one.text.raw().language),
        changed: When::day(one.changed_at),
        retired: one.retired_at.is_some(),
    };
    let rows = site.replies.templates(&asking.viewer).await?.iter().map(row).collect();
    let may_write = !own(&site, &asking, &departments).await?.is_empty();
    page(&List { frame: frame(&site, &asking).with_notice(wanted.done.as_deref()), rows, may_write })
}

/// `GET /desk/templates/{id}`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(at): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let known = find(&site, &asking, &at).await?;
    let (title, mut typed) = known.as_ref().map(typed_of).unwrap_or_default();
    if known.is_none() {
        asking.here.words.code().clone_into(&mut typed.raw.language);
    }
    let drawn = frame(&site, &asking).with_notice(wanted.done.as_deref());
    page(&draw(&site, &asking, drawn, (at, known), (title, String::new(), typed)).await?)
}

/// `POST /desk/templates/{id}`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Path(at): Path<String>,
    Checked { asking, form }: Checked<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let known = find(&site, &asking, &at).await?;
    let typed = TypedReply::of(&form);
    let field = |name: &str| form.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let (title, chosen) = (field("title").unwrap_or_default(), field("department").unwrap_or_default());
    let department = known.as_ref().map_or_else(
        || DepartmentId::from_uuid(Uuid::try_parse(&chosen).unwrap_or_default()),
        |known| known.department,
    );
    let id = known.as_ref().map(|known| known.id);
    let change = TemplateChange { id, department, seen: typed.seen, title: &title, raw: &typed.raw };
    let why = match site.replies.save_template(&asking.viewer, change).await {
        Ok(id) => return Ok(go(&with_done(&address(&key(id)), "template-saved"))),
        Err(why) => why,
    };
    let clashed = matches!(why, ReplyError::Changed);
    let wrong = mendable(why, "title")?;
    // Read again: what stands in the way came after it was found.
    let known = find(&site, &asking, &at).await?;
    let drawn = frame(&site, &asking).with_errors();
    let mut drawn = draw(&site, &asking, drawn, (at, known.clone()), (title, chosen, typed)).await?;
    if let Some(theirs) = known.filter(|_| clashed) {
        // Its writer has seen theirs now: saving again puts these words in their place.
        drawn.typed.seen = theirs.version;
        drawn.theirs = Some((When::minute(theirs.changed_at), theirs.text.raw().reasons.clone()));
    }
    again(&Edit { wrong, ..drawn })
}

/// `POST /desk/templates/{id}/retire`
pub(crate) async fn retire(
    State(site): State<Arc<Site>>,
    Path(at): Path<Uuid>,
    Checked { asking, form }: Checked<Retiring>,
) -> Result<Response, PageError> {
    staff(&asking)?;
    let id = TemplateId::from_uuid(at);
    let retire = form.retire == "yes";
    let seen = form.seen.parse().unwrap_or(0);
    let done = if retire { "template-retired" } else { "template-offered" };
    let wrong = match site.replies.retire_template(&asking.viewer, id, (seen, retire)).await {
        Ok(()) => return Ok(go(&with_done(LIST, done))),
        Err(why) => mendable(why, "title")?,
    };
    let known = site.replies.template(&asking.viewer, id).await?;
    let (title, typed) = typed_of(&known);
    let drawn = frame(&site, &asking).with_errors();
    let drawn = draw(&site, &asking, drawn, (key(id), Some(known)), (title, String::new(), typed)).await?;
    again(&Edit { wrong, ..drawn })
}

/// The one of this address; none for a new one.
async fn find(site: &Site, asking: &Asking, at: &str) -> Result<Option<ReplyTemplate>, PageError> {
    if at == NEW {
        return Ok(None);
    }
    let id = Uuid::try_parse(at).map_err(|_no_id| PageError::NotFound)?;
    Ok(Some(site.replies.template(&asking.viewer, TemplateId::from_uuid(id)).await?))
}

/// The open departments that the viewer may write for.
async fn own(site: &Site, asking: &Asking, departments: &[Department]) -> Result<Vec<Choice>, PageError> {
    let own = site.replies.own_departments(&asking.viewer).await?;
    let all = asking.viewer.has(folkmoot_common::Role::Admin);
    let open = departments.iter().filter(|one| one.closed_at.is_none());
    let theirs = open.filter(|one| all || own.iter().any(|officer| officer.department == one.id));
    Ok(theirs.map(Choice::of).collect())
}

fn typed_of(known: &ReplyTemplate) -> (String, TypedReply) {
    let typed = TypedReply { raw: known.text.raw().clone(), seen: known.version, ..TypedReply::default() };
    (known.text.title().to_owned(), typed)
}

async fn draw(
    site: &Site,
    asking: &Asking,
    frame: Frame,
    (at, known): (String, Option<ReplyTemplate>),
    (title, chosen, typed): (String, String, TypedReply),
) -> Result<Edit, PageError> {
    let departments = site.replies.departments().await?;
    let whose = known.as_ref().and_then(|known| departments.iter().find(|one| one.id == known.department));
    let choices = if known.is_none() { own(site, asking, &departments).await? } else { Vec::new() };
    if known.is_none() && choices.is_empty() {
        return Err(PageError::Forbidden);
    }
    Ok(Edit {
        frame: frame.at(&address(&at)),
        at,
        called: known.as_ref().map(|known| known.text.title().to_owned()),
        retired: known.is_some_and(|known| known.retired_at.is_some()),
        department: whose.map(|one| one.name.clone()),
        // With one to choose there is no choice.
        chosen: if choices.len() == 1 { choices.iter().map(|one| one.id.clone()).collect() } else { chosen },
        departments: choices,
        title,
        theirs: None,
        outcomes: Outcome::ALL.map(Outcome::as_str),
        languages: languages(site, &typed.raw.language),
        language: Lang::typed(asking.here.words, &typed.raw.language),
        variables: Variable::ALL,
        most: ReplyText::MOST,
        typed,
        wrong: Wrong::default(),
    })
}

fn key(id: TemplateId) -> String {
    id.uuid().simple().to_string()
}

fn address(at: &str) -> String {
    format!("{LIST}/{at}")
}
