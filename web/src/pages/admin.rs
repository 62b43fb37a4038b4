//! What whoever runs the site sets: how it looks, who may do what, campaigns, departments and their officers, places and tags, what is promised,
//! bank holidays and the council's own days, and which department gets what. One folder, because all of it is for the same people.
//!
//! A visitor is asked to sign in; anybody else who is not an admin is told that this is not theirs. Forms come back as they
//! were typed.

mod calendar;
mod campaigns;
mod departments;
mod holidays;
mod labels;
mod look;
mod officers;
mod overview;
mod people;
mod promises;
mod routes;

use axum::response::Response;
use folkmoot_common::{DepartmentId, Id as _, Problem, Role};
use folkmoot_ideas::Campaign;
use folkmoot_replies::{Department, ReplyError};
use uuid::Uuid;

use super::frame::Frame;
use super::ideas::Choosable;
use super::lang::Lang;
use super::sign_in::first;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

pub(crate) use calendar::{forget as forget_day, set as set_day, show as calendar};
pub(crate) use campaigns::{close as close_campaign, edit as campaign, save as save_campaign, show as campaigns};
pub(crate) use departments::{
    close as close_department, edit as department, save as save_department, show as departments,
};
pub(crate) use holidays::choose as choose_holidays;
pub(crate) use labels::{add as add_label, edit as label, save as save_label, show as labels};
pub(crate) use look::{logo as set_logo, reset as reset_look, save as save_look, sheet as look_sheet, show as look};
pub(crate) use officers::{join, part};
pub(crate) use overview::home;
pub(crate) use people::{change as change_role, invite, one as person, show as people};
pub(crate) use promises::{edit as promise, save as save_promise, show as promises};
pub(crate) use routes::{add as add_route, remove as remove_route, show as routes, up as route_up};

/// What the address says: what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    done: Option<String>,
}

/// Whoever may not be here is sent to sign in, or told so.
fn door(asking: &Asking) -> Result<Option<Response>, PageError> {
    if asking.known.is_none() {
        return Ok(Some(first(&format!("{}{}", asking.here.path, asking.here.query))));
    }
    admin(asking).map(|()| None)
}

/// The same for a form, whose sender was here before.
fn admin(asking: &Asking) -> Result<(), PageError> {
    asking.known()?;
    if asking.viewer.has(Role::Admin) { Ok(()) } else { Err(PageError::Forbidden) }
}

/// The frame of every page here.
fn frame(site: &Site, asking: &Asking) -> Frame {
    Frame::new(site, asking, "admin").unlisted()
}

/// A problem that the person may mend, apart from what nobody here can.
fn mendable(why: ReplyError) -> Result<Vec<Problem>, PageError> {
    match why {
        ReplyError::Refused(problem) => Ok(vec![problem]),
        ReplyError::Invalid(problems) => Ok(problems.0),
        other => Err(other.into()),
    }
}

/// A department's id as addresses and forms write it.
fn key(id: DepartmentId) -> String {
    id.uuid().simple().to_string()
}

/// The department that a form names.
fn named<'a>(departments: &'a [Department], key: &str) -> Option<&'a Department> {
    let id = Uuid::try_parse(key).ok()?;
    departments.iter().find(|one| one.id.uuid() == id)
}

/// Open departments to choose from.
fn choose_department(departments: &[Department], chosen: &str) -> Vec<Choosable> {
    let choosable = |one: &Department| Choosable {
        value: key(one.id),
        words: one.name.clone(),
        language: Lang::default(),
        chosen: key(one.id) == chosen,
    };
    departments.iter().filter(|one| one.closed_at.is_none()).map(choosable).collect()
}

/// Campaigns to choose from.
fn choose_campaign(frame: &Frame, campaigns: &[Campaign], chosen: &str) -> Vec<Choosable> {
    let choosable = |one: &Campaign| Choosable {
        value: one.slug.clone(),
        words: one.question.clone(),
        language: Lang::of(frame.here.words, &one.language),
        chosen: one.slug == chosen,
    };
    campaigns.iter().map(choosable).collect()
}
