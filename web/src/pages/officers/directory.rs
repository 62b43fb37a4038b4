//! `/desk/directory`: who in the council answers for what, so that colleagues find each other. Each department that takes
//! ideas, what it answers for, its officers with their roles, and the rules that lead ideas to it.
//!
//! For officers and admins alone: citizens read of departments at `/departments`, where nobody's name is. It shows no email
//! address: a colleague is reached by a note that names them.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{DepartmentId, PersonId};
use folkmoot_ideas::{Campaign, Label};
use folkmoot_replies::{Department, Officer, Route};

use super::{door, frame};
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::frame::{Frame, Raw, page};
use crate::pages::labels::of_rule;
use crate::pages::lang::Lang;
use crate::site::Site;

/// A colleague.
struct Colleague {
    /// None for who has no name: nobody can name them in a note.
    name: Option<String>,
    job: String,
    /// Whether it is the reader.
    own: bool,
}

/// A rule that leads to a department.
struct Rule {
    word: Option<String>,
    campaign: Option<(String, Lang)>,
    /// Its place and its tag, each with the message before it.
    labels: Vec<(&'static str, String)>,
}

/// A department that takes ideas.
struct Entry {
    name: String,
    path: String,
    about: Raw,
    colleagues: Vec<Colleague>,
    rules: Vec<Rule>,
}

#[derive(Template)]
#[template(path = "officers_directory.html")]
struct Directory {
    frame: Frame,
    entries: Vec<Entry>,
}

/// `GET /desk/directory`
pub(crate) async fn show(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let mut departments = site.replies.departments().await?;
    departments.retain(|one| one.closed_at.is_none());
    let ids: Vec<DepartmentId> = departments.iter().map(|one| one.id).collect();
    let officers = site.replies.officers(&asking.viewer, &ids).await?;
    let routes = site.replies.routes(&asking.viewer).await?;
    let (campaigns, labels) = (site.ideas.all_campaigns().await?, site.labels.all().await?);
    let own = asking.viewer.person();
    let entry = |one: &Department| Entry {
        name: one.name.clone(),
        path: format!("/departments/{}", one.slug),
        about: Raw(one.about.to_html()),
        colleagues: officers.iter().filter(|it| it.department == one.id).map(|it| colleague(it, own)).collect(),
        rules: routes
            .iter()
            .filter(|it| it.department == one.id)
            .map(|it| rule(it, (&campaigns, &labels), &asking))
            .collect(),
    };
    page(&Directory { entries: departments.iter().map(entry).collect(), frame: frame(&site, &asking) })
}

fn colleague(officer: &Officer, own: Option<PersonId>) -> Colleague {
    let name = officer.name.clone().filter(|name| !name.is_empty());
    Colleague { name, job: officer.job.clone(), own: own == Some(officer.person) }
}

fn rule(route: &Route, (campaigns, labels): (&[Campaign], &[Label]), asking: &Asking) -> Rule {
    let campaign = route.campaign.and_then(|id| campaigns.iter().find(|one| one.id == id));
    Rule {
        word: route.word.clone(),
        campaign: campaign.map(|one| (one.question.clone(), Lang::of(asking.here.words, &one.language))),
        labels: of_rule(labels, route),
    }
}
