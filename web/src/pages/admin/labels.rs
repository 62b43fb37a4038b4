//! The council's places and tags: both lists on one page, where one is added, and a page for each, where it is renamed or put
//! away. None is ever deleted: ideas have it, and addresses lead to it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::Id as _;
use folkmoot_ideas::{IdeaError, Label, LabelKind};
use uuid::Uuid;

use super::{Wanted, admin, door, frame};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::finish::of_idea;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::site::Site;

/// The form that adds one, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct New {
    kind: String,
    name: String,
}

/// The form that changes one, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    /// `yes` when nobody shall choose it any more.
    closed: String,
}

/// One in a list.
struct Row {
    name: String,
    path: String,
    closed: bool,
}

/// One of the two lists.
struct List {
    /// `place` or `tag`: what its messages and its form are called by.
    kind: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "admin_labels.html")]
struct Lists {
    frame: Frame,
    lists: Vec<List>,
    typed: New,
    wrong: Wrong,
}

#[derive(Template)]
#[template(path = "admin_label.html")]
struct Edit {
    frame: Frame,
    at: String,
    kind: String,
    called: String,
    list: String,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /admin/labels`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let frame = frame(&site, &asking).with_notice(wanted.done.as_deref());
    page(&lists(&site, frame, New::default(), Wrong::default()).await?)
}

/// `POST /admin/labels`
pub(crate) async fn add(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<New>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let kind = LabelKind::parse(&typed.kind).ok_or(PageError::BadRequest("bad-request-form"))?;
    match site.labels.add(&asking.viewer, kind, &typed.name).await {
        Ok(_id) => Ok(go("/admin/labels?done=label-saved")),
        Err(IdeaError::Invalid(problems)) => {
            let frame = frame(&site, &asking).with_errors();
            // Each list has a field of its own.
            let field = if kind == LabelKind::Place { "name-place" } else { "name-tag" };
            let wrong = Wrong(problems.0.into_iter().map(|problem| problem.at(field)).collect());
            again(&lists(&site, frame, typed, wrong).await?)
        }
        Err(why) => Err(of_idea(why)),
    }
}

/// `GET /admin/labels/{id}`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(at): Path<String>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let label = find(&site, &at).await?;
    let closed = if label.is_open() { String::new() } else { "yes".to_owned() };
    let typed = Typed { name: label.name.clone(), closed };
    page(&one(frame(&site, &asking), at, label, typed, Wrong::default()))
}

/// `POST /admin/labels/{id}`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Path(at): Path<String>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let label = find(&site, &at).await?;
    match site.labels.change(&asking.viewer, label.id, &typed.name, typed.closed == "yes").await {
        Ok(()) => Ok(go("/admin/labels?done=label-saved")),
        Err(IdeaError::Invalid(problems)) => {
            again(&one(frame(&site, &asking).with_errors(), at, label, typed, problems.into()))
        }
        Err(why) => Err(of_idea(why)),
    }
}

async fn find(site: &Site, at: &str) -> Result<Label, PageError> {
    let id = Uuid::try_parse(at).map_err(|_none| PageError::NotFound)?;
    let all = site.labels.all().await?;
    all.into_iter().find(|one| one.id.uuid() == id).ok_or(PageError::NotFound)
}

async fn lists(site: &Site, frame: Frame, typed: New, wrong: Wrong) -> Result<Lists, PageError> {
    let all = site.labels.all().await?;
    let row = |one: &Label| Row {
        name: one.name.clone(),
        path: format!("/admin/labels/{}", one.id.uuid().simple()),
        closed: !one.is_open(),
    };
    let list = |kind: LabelKind| List {
        kind: kind.as_str().to_lowercase(),
        rows: all.iter().filter(|one| one.kind == kind).map(row).collect(),
    };
    Ok(Lists { lists: LabelKind::ALL.into_iter().map(list).collect(), frame, typed, wrong })
}

fn one(frame: Frame, at: String, label: Label, typed: Typed, wrong: Wrong) -> Edit {
    let kind = label.kind.as_str().to_lowercase();
    Edit { frame, at, list: format!("/ideas?{kind}={}", label.slug), kind, called: label.name, typed, wrong }
}
