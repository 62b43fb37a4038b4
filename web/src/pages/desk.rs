//! The moderators' desk: the queue and the item that is open, side by side; deciding, taking back, several at once. One
//! folder, because all of it shares what the address narrows the queue to, and what a moderator may do here.
//!
//! A citizen is told that this is not theirs; a visitor is asked to sign in. Everything works by forms; a script on top
//! sends the same forms.

mod asked;
mod bulk;
mod case;
mod catalogue;
mod correct;
mod decide;
mod decided;
mod item;
mod list;
mod lock;
mod queue;
mod reasons;
mod round;
mod rules;
mod second;
mod span;
mod tabs;
mod trouble;
mod verdict;
mod views;

use axum::http::{HeaderMap, header};
use axum::response::Response;
use folkmoot_common::{Problem, Role};
use folkmoot_moderation::{ModerationError, Pulse};

use super::frame::Frame;
use super::sign_in::first;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::ideas::Choosable;
use crate::site::Site;
use crate::words::Words;

pub(crate) use bulk::send as bulk;
pub(crate) use catalogue::{edit as edit_reason, save as save_reason, show as catalogue};
pub(crate) use correct::{send as correct, show as correcting};
pub(crate) use decide::send as decide;
pub(crate) use decided::{show as decided, undo};
pub(crate) use item::show as item;
pub(crate) use lock::{release, take};
pub(crate) use queue::show as queue;
pub(crate) use rules::{send as publish_rules, show as rules};
pub(crate) use second::send as second_opinion;
pub(super) use span::Span;
pub(crate) use views::send as views;

/// What a key does, and the key that does it until its owner chooses another. One for each act, by the act's word.
pub(crate) const KEYS: [(&str, &str); 23] = [
    ("next", "j"),
    ("previous", "k"),
    ("PUBLISH", "a"),
    ("PUBLISH_AND_TRUST", "t"),
    ("KEEP", "l"),
    ("REJECT", "r"),
    ("HIDE", "h"),
    ("RESTORE", "o"),
    ("REDACT", "e"),
    ("MERGE", "m"),
    ("MOVE", "v"),
    ("WARN", "w"),
    ("SUSPEND", "z"),
    ("RESET_NAME", "n"),
    ("UPHOLD", "y"),
    ("OVERTURN", "q"),
    ("second", "s"),
    ("select", "x"),
    ("bulk", "b"),
    ("cluster", "A"),
    ("undo", "u"),
    ("note", "c"),
    ("help", "?"),
];

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
    let may = asking.viewer.has(Role::Moderator) || asking.viewer.has(Role::Admin);
    if may { Ok(()) } else { Err(PageError::Forbidden) }
}

/// Whether the viewer runs the site: they put rules and reasons into words, moderators read them here.
fn may_settle(asking: &Asking) -> bool {
    asking.viewer.has(Role::Admin)
}

/// The one of the site's languages that is asked for.
fn spoken(site: &Site, code: &str) -> Option<Words> {
    site.languages.iter().find(|words| words.code() == code).copied()
}

/// The same language, and all of them to choose from, each under the name that it has itself.
fn spoken_or_here(site: &Site, asking: &Asking, code: &str) -> (Words, Vec<Choosable>) {
    let words = spoken(site, code).unwrap_or(asking.here.words);
    (words, super::form::languages(site, words.code()))
}

/// A problem that the person may mend, apart from what nobody here can.
fn mendable(why: ModerationError) -> Result<Vec<Problem>, PageError> {
    match why {
        ModerationError::Refused(problem) => Ok(vec![problem]),
        ModerationError::Invalid(problems) => Ok(problems.0),
        other => Err(other.into()),
    }
}

/// Whether the page's script asks, which reads JSON.
fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json")
}

/// How much is left of what the list shows, how much of that is late, and how long all of it takes at the viewer's own
/// pace: only when there is one.
fn left(words: Words, (all, late): (u64, u64), pulse: Pulse) -> Vec<String> {
    let mut said = vec![words.say("desk-left").with("count", all).to_string()];
    if late > 0 {
        said.push(words.say("desk-left-overdue").with("count", late).to_string());
    }
    if let Some(each) = pulse.each.filter(|_| all > 0) {
        let minutes = (each.as_secs().max(1) * all).div_ceil(60);
        said.push(if minutes < 120 {
            words.say("desk-left-minutes").with("count", minutes).to_string()
        } else {
            words.say("desk-left-hours").with("count", minutes.div_ceil(60)).to_string()
        });
    }
    said
}

/// The frame of every page here.
fn frame(site: &Site, asking: &Asking) -> Frame {
    Frame::new(site, asking, "moderation").unlisted()
}
