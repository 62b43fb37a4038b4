//! The officers' desk: what waits for an answer, the pack of one idea, on which it is handed on, talked over among
//! colleagues and answered, and who of them answers for what. One folder, because all of it shares who may be here and
//! how a day is said.
//!
//! Only officers and admins come in. A citizen is told that this is not theirs; a visitor is asked to sign in. Everything
//! works by forms; a script on top keeps a draft that is being written.

mod answer;
mod clock;
mod deliver;
mod directory;
mod due;
mod feed;
mod form;
mod growth;
mod hand;
mod known;
mod moments;
mod note;
mod pack;
mod past;
mod piles;
mod promises;
mod revise;
mod skeleton;
mod templates;
mod typed;
mod voices;
mod watch;

use axum::response::Response;
use folkmoot_common::{Problem, Role};
use folkmoot_replies::ReplyError;

use super::form::Wrong;
use super::frame::Frame;
use super::sign_in::first;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

pub(crate) use answer::{keep, send as reply};
pub(crate) use clock::send as promise;
pub(crate) use deliver::{claim, move_on, set as set_milestone};
pub(crate) use directory::show as directory;
pub(crate) use due::owed;
pub(crate) use feed::show as feed;
pub(crate) use hand::{assign, take};
pub(crate) use note::send as note;
pub(crate) use pack::show as pack;
pub(crate) use piles::show as piles;
pub(crate) use revise::{path as revise_path, send as revise, show as revising};
pub(crate) use templates::{edit as template, retire as retire_template, save as save_template, show as templates};
pub(crate) use watch::send as watch;

/// The pack of an idea.
fn pack_path(number: i64) -> String {
    format!("/desk/ideas/{number}")
}

/// Whoever may not be here is sent to sign in, or told so.
fn door(asking: &Asking) -> Result<Option<Response>, PageError> {
    if asking.known.is_none() {
        return Ok(Some(first(&format!("{}{}", asking.here.path, asking.here.query))));
    }
    staff(asking).map(|()| None)
}

/// The same for a form, whose sender was here before.
fn staff(asking: &Asking) -> Result<(), PageError> {
    asking.known()?;
    let may = asking.viewer.has(Role::Officer) || asking.viewer.has(Role::Admin);
    if may { Ok(()) } else { Err(PageError::Forbidden) }
}

/// What an officer may mend, apart from what nobody here can. Whoever changed it meanwhile is named at this field.
fn mendable(why: ReplyError, field: &'static str) -> Result<Wrong, PageError> {
    match why {
        ReplyError::Refused(problem) => Ok(problem.into()),
        ReplyError::Invalid(problems) => Ok(problems.into()),
        ReplyError::Changed => Ok(Problem::new(field, "CHANGED", String::new()).of("officers").into()),
        other => Err(other.into()),
    }
}

/// The frame of every page here.
fn frame(site: &Site, asking: &Asking) -> Frame {
    Frame::new(site, asking, "desk").unlisted()
}
