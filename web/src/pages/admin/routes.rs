//! The rules by which ideas find their department, in order: the first that fits decides. Each goes by a campaign, a place, a
//! tag, a word, or several of them. A rule is added at the end, moved up, or taken away.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Campaign, LabelKind};
use folkmoot_replies::{Department, Line, Route};

use super::{Wanted, admin, choose_campaign, choose_department, door, frame, mendable, named};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::ideas::Choosable;
use crate::pages::labels::{named as named_label, of_rule, offered};
use crate::pages::lang::Lang;
use crate::site::Site;

/// The longest word of a rule.
const LONGEST: usize = 60;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    campaign: String,
    place: String,
    tag: String,
    word: String,
    department: String,
}

/// A form that says nothing but who sent it.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Nothing {}

/// A rule in the list.
struct Row {
    place: usize,
    campaign: Option<(String, Lang)>,
    labels: Vec<(&'static str, String)>,
    word: Option<String>,
    department: String,
}

#[derive(Template)]
#[template(path = "admin_routes.html")]
struct Routes {
    frame: Frame,
    rows: Vec<Row>,
    campaigns: Vec<Choosable>,
    places: Vec<Choosable>,
    tags: Vec<Choosable>,
    departments: Vec<Choosable>,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /admin/routes`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let frame = frame(&site, &asking).with_notice(wanted.done.as_deref());
    page(&draw(&site, &asking, frame, Typed::default(), Wrong::default()).await?)
}

/// `POST /admin/routes`
pub(crate) async fn add(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let wrong = match read(&site, &typed).await? {
        Ok(route) => {
            let mut routes = site.replies.routes(&asking.viewer).await?;
            routes.push(route);
            match site.replies.set_routes(&asking.viewer, &routes).await {
                Ok(()) => return Ok(go("/admin/routes?done=routes-saved")),
                Err(why) => Wrong(mendable(why)?),
            }
        }
        Err(wrong) => wrong,
    };
    let frame = frame(&site, &asking).with_errors();
    again(&draw(&site, &asking, frame, typed, wrong).await?)
}

/// `POST /admin/routes/{place}/up`
pub(crate) async fn up(
    State(site): State<Arc<Site>>,
    Path(place): Path<usize>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let mut routes = site.replies.routes(&asking.viewer).await?;
    let (Some(before), true) = (place.checked_sub(2), place <= routes.len()) else {
        return Err(PageError::NotFound);
    };
    routes.swap(before, before + 1);
    site.replies.set_routes(&asking.viewer, &routes).await?;
    Ok(go("/admin/routes?done=routes-saved"))
}

/// `POST /admin/routes/{place}/remove`
pub(crate) async fn remove(
    State(site): State<Arc<Site>>,
    Path(place): Path<usize>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let mut routes = site.replies.routes(&asking.viewer).await?;
    let (Some(at), true) = (place.checked_sub(1), place <= routes.len()) else {
        return Err(PageError::NotFound);
    };
    routes.remove(at);
    site.replies.set_routes(&asking.viewer, &routes).await?;
    Ok(go("/admin/routes?done=routes-saved"))
}

/// Reads a rule; its place is the last.
async fn read(site: &Site, typed: &Typed) -> Result<Result<Route, Wrong>, PageError> {
    let departments = site.replies.departments().await?;
    let campaigns = site.ideas.all_campaigns().await?;
    let mut wrong = Vec::new();
    let campaign = campaigns.iter().find(|one| one.slug == typed.campaign).map(|one| one.id);
    let word = match typed.word.trim() {
        "" => None,
        word => match Line::parse("word", word, 1..=LONGEST) {
            Ok(word) => Some(word.as_str().to_owned()),
            Err(problem) => {
                wrong.push(problem);
                None
            }
        },
    };
    let labels = site.labels.all().await?;
    let label = |kind, word: &str| named_label(&labels, kind, word).map(|one| one.id);
    let (place, tag) = (label(LabelKind::Place, &typed.place), label(LabelKind::Tag, &typed.tag));
    let route = |department| Route { position: 0, department, campaign, place, tag, word: word.clone() };
    if wrong.is_empty() && campaign.is_none() && place.is_none() && tag.is_none() && word.is_none() {
        wrong.extend(Wrong::of_kind("route", "word", "EMPTY").0);
    }
    let department = named(&departments, &typed.department).filter(|one| one.closed_at.is_none());
    let Some(department) = department.map(|one| one.id) else {
        wrong.extend(Wrong::of_kind("assign", "department", "EMPTY").0);
        return Ok(Err(Wrong(wrong)));
    };
    Ok(if wrong.is_empty() { Ok(route(department)) } else { Err(Wrong(wrong)) })
}

async fn draw(site: &Site, asking: &Asking, frame: Frame, typed: Typed, wrong: Wrong) -> Result<Routes, PageError> {
    let (departments, campaigns) = (site.replies.departments().await?, site.ideas.all_campaigns().await?);
    let (routes, labels) = (site.replies.routes(&asking.viewer).await?, site.labels.all().await?);
    let row = |(place, route): (usize, &Route)| Row {
        place,
        campaign: route
            .campaign
            .and_then(|id| campaigns.iter().find(|one: &&Campaign| one.id == id))
            .map(|one| (one.question.clone(), Lang::of(asking.here.words, &one.language))),
        labels: of_rule(&labels, route),
        word: route.word.clone(),
        department: called(&departments, route),
    };
    Ok(Routes {
        rows: (1..).zip(&routes).map(row).collect(),
        campaigns: choose_campaign(&frame, &campaigns, &typed.campaign),
        places: offered(&labels, LabelKind::Place, &[typed.place.as_str()]),
        tags: offered(&labels, LabelKind::Tag, &[typed.tag.as_str()]),
        departments: choose_department(&departments, &typed.department),
        frame,
        typed,
        wrong,
    })
}

fn called(departments: &[Department], route: &Route) -> String {
    departments.iter().find(|one| one.id == route.department).map(|one| one.name.clone()).unwrap_or_default()
}
