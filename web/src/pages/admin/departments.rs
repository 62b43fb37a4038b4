//! Departments as whoever runs the site sees them: make one, say what it answers for, close it. A department is never
//! deleted: its answers stay.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{DepartmentId, Id as _, Viewer};
use folkmoot_replies::{Department, DepartmentText, Officer};
use uuid::Uuid;

use super::{Wanted, admin, door, frame, key, mendable};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::site::Site;

/// Where a department that isn't there yet is written.
const NEW: &str = "new";

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    about: String,
    /// `yes` when a second officer must approve answers.
    two_people: String,
}

/// The form that closes one.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Closing {
    /// `yes`, or anything else to open it again.
    close: String,
}

/// One in the list.
struct Row {
    name: String,
    path: String,
    officers: usize,
    closed: bool,
}

#[derive(Template)]
#[template(path = "admin_departments.html")]
struct List {
    frame: Frame,
    rows: Vec<Row>,
}

/// An officer of a department.
pub(super) struct Member {
    key: String,
    name: String,
    job: String,
}

#[derive(Template)]
#[template(path = "admin_department.html")]
struct Edit {
    frame: Frame,
    /// Its id, or `new`.
    at: String,
    /// What it is called now; none for a new one.
    called: Option<String>,
    /// Its public page.
    page: Option<String>,
    closed: bool,
    typed: Typed,
    wrong: Wrong,
    most: usize,
    officers: Vec<Member>,
    joining: super::officers::Typed,
}

/// `GET /admin/departments`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let departments = site.replies.departments().await?;
    let ids: Vec<DepartmentId> = departments.iter().map(|one| one.id).collect();
    let officers = site.replies.officers(&asking.viewer, &ids).await?;
    let row = |one: &Department| Row {
        name: one.name.clone(),
        path: address(&key(one.id)),
        officers: officers.iter().filter(|officer| officer.department == one.id).count(),
        closed: one.closed_at.is_some(),
    };
    let rows = departments.iter().map(row).collect();
    page(&List { frame: frame(&site, &asking).with_notice(wanted.done.as_deref()), rows })
}

/// `GET /admin/departments/{id}`
pub(crate) async fn edit(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(at): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let known = find(&site, &at).await?;
    let typed = known.as_ref().map(typed_of).unwrap_or_default();
    let drawn = Edit { typed, ..draw(&site, &asking.viewer, frame(&site, &asking), at, known).await? };
    page(&Edit { frame: drawn.frame.with_notice(wanted.done.as_deref()), ..drawn })
}

/// `POST /admin/departments/{id}`
pub(crate) async fn save(
    State(site): State<Arc<Site>>,
    Path(at): Path<String>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let known = find(&site, &at).await?;
    let wrong = match DepartmentText::parse(&typed.name, &typed.about, typed.two_people == "yes") {
        Ok(text) => match site.replies.save_department(&asking.viewer, known.as_ref().map(|one| one.id), &text).await {
            Ok(id) => return Ok(go(&format!("{}?done=department-saved", address(&key(id))))),
            Err(why) => Wrong(mendable(why)?),
        },
        Err(problems) => problems.into(),
    };
    let drawn = draw(&site, &asking.viewer, frame(&site, &asking).with_errors(), at, known).await?;
    again(&Edit { typed, wrong, ..drawn })
}

/// `POST /admin/departments/{id}/close`
pub(crate) async fn close(
    State(site): State<Arc<Site>>,
    Path(at): Path<Uuid>,
    Checked { asking, form }: Checked<Closing>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let department = find(&site, &at.simple().to_string()).await?.ok_or(PageError::NotFound)?;
    let closes = form.close == "yes";
    site.replies.close_department(&asking.viewer, department.id, closes).await?;
    let done = if closes { "department-closed" } else { "department-opened" };
    Ok(go(&format!("{}?done={done}", address(&key(department.id)))))
}

/// The page again, because adding an officer needs something mended.
pub(super) async fn with_officer(
    site: &Site,
    asking: &Asking,
    department: Department,
    (joining, wrong): (super::officers::Typed, Wrong),
) -> Result<Response, PageError> {
    let (at, typed) = (key(department.id), typed_of(&department));
    let drawn = draw(site, &asking.viewer, frame(site, asking).with_errors(), at, Some(department)).await?;
    again(&Edit { typed, wrong, joining, ..drawn })
}

/// The department of this address; none for a new one.
pub(super) async fn find(site: &Site, at: &str) -> Result<Option<Department>, PageError> {
    if at == NEW {
        return Ok(None);
    }
    let departments = site.replies.departments().await?;
    super::named(&departments, at).cloned().map(Some).ok_or(PageError::NotFound)
}

/// The page of one.
pub(super) fn address(at: &str) -> String {
    format!("/admin/departments/{at}")
}

fn typed_of(department: &Department) -> Typed {
    Typed {
        name: department.name.clone(),
        about: department.about.as_str().to_owned(),
        two_people: if department.two_people { "yes".to_owned() } else { String::new() },
    }
}

async fn draw(
    site: &Site,
    viewer: &Viewer,
    frame: Frame,
    at: String,
    known: Option<Department>,
) -> Result<Edit, PageError> {
    let officers = match &known {
        Some(department) => site.replies.officers(viewer, &[department.id]).await?,
        None => Vec::new(),
    };
    let member = |one: &Officer| Member {
        key: one.person.uuid().simple().to_string(),
        name: one.name.clone().unwrap_or_else(|| frame.say("name-none").to_string()),
        job: one.job.clone(),
    };
    Ok(Edit {
        officers: officers.iter().map(member).collect(),
        frame,
        at,
        called: known.as_ref().map(|one| one.name.clone()),
        page: known.as_ref().map(|one| format!("/departments/{}", one.slug)),
        closed: known.as_ref().is_some_and(|one| one.closed_at.is_some()),
        typed: Typed::default(),
        wrong: Wrong::default(),
        most: DepartmentText::MOST,
        joining: super::officers::Typed::default(),
    })
}
