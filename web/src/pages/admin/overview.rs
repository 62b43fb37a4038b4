//! The settings at a glance: what there is to set, how it stands, and what is still missing before the board can keep its
//! word, each with the way to where it is mended.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Wanted, door, frame};
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::pages::frame::{Frame, page};
use crate::site::Site;

/// Something that is missing: the name of its message, and where it is mended.
struct Missing {
    says: &'static str,
    path: &'static str,
}

/// A group of settings: the names of their messages, and their paths.
struct Group {
    says: &'static str,
    parts: Vec<(&'static str, &'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "admin.html")]
struct Home {
    frame: Frame,
    missing: Vec<Missing>,
    groups: Vec<Group>,
}

/// `GET /admin`
pub(crate) async fn home(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let missing = missing(&site, &asking).await?;
    page(&Home { frame: frame(&site, &asking).with_notice(wanted.done.as_deref()), missing, groups: groups() })
}

async fn missing(site: &Site, asking: &Asking) -> Result<Vec<Missing>, PageError> {
    let departments = site.replies.departments().await?;
    let open: Vec<_> = departments.iter().filter(|one| one.closed_at.is_none()).map(|one| one.id).collect();
    let officers = site.replies.officers(&asking.viewer, &open).await?;
    let now = site.sources.now();
    let campaigns = site.ideas.all_campaigns().await?;
    let asked: Vec<_> = campaigns.iter().filter(|one| one.is_open(now)).map(|one| one.id).collect();
    let steps = site.replies.steps(&asked).await?;
    let own_days = site.replies.own_days().await?;
    let found = [
        (open.is_empty(), "admin-missing-department", "/admin/departments/new"),
        (!open.is_empty() && officers.is_empty(), "admin-missing-officer", "/admin/departments"),
        (asked.is_empty(), "admin-missing-campaign", "/admin/campaigns/new"),
        (!asked.is_empty() && steps.values().all(Vec::is_empty), "admin-missing-promise", "/admin/promises"),
        (own_days.is_empty(), "admin-missing-calendar", "/admin/calendar"),
        (site.config.mail.smtp_url.is_empty(), "admin-missing-mail", "/admin/mail"),
    ];
    let lacks = found.into_iter().filter(|(lacks, ..)| *lacks);
    Ok(lacks.map(|(_, says, path)| Missing { says, path }).collect())
}

fn groups() -> Vec<Group> {
    vec![
        Group {
            says: "admin-group-site",
            parts: vec![
                ("/admin/look", "admin-look", "admin-look-about"),
                ("/admin/people", "admin-people", "admin-people-about"),
                ("/admin/campaigns", "admin-campaigns", "admin-campaigns-about"),
                ("/admin/labels", "admin-labels", "admin-labels-about"),
                ("/admin/mail", "mail-title", "mail-about"),
            ],
        },
        Group {
            says: "admin-group-answers",
            parts: vec![
                ("/admin/departments", "admin-departments", "admin-departments-about"),
                ("/admin/promises", "admin-promises", "admin-promises-about"),
                ("/admin/calendar", "admin-calendar", "admin-calendar-about"),
                ("/admin/routes", "admin-routes", "admin-routes-about"),
                ("/desk/templates", "templates-title", "templates-lead"),
            ],
        },
        Group {
            says: "admin-group-rules",
            parts: vec![
                ("/moderation/rules", "desk-rules", "admin-rules-about"),
                ("/moderation/reasons", "desk-reasons", "admin-reasons-about"),
                ("/moderation/decided", "admin-audit", "admin-audit-about"),
            ],
        },
    ]
}
