//! What moderators decided about one: each with the way to why, and to asking another moderator to look again.

use folkmoot_moderation::Decision;

use super::frame::Frame;
use super::told;
use super::when::When;
use crate::edge::Asking;
use crate::site::Site;

/// One decision, in a line.
pub(crate) struct Decided {
    /// What it is about.
    pub(crate) about: String,
    /// The name of the message that says what was done.
    pub(crate) act: String,
    pub(crate) at: When,
    /// The decision's own page.
    pub(crate) path: String,
    /// Whether another moderator can still be asked.
    pub(crate) open: bool,
    /// Whether another moderator was asked, and hasn't answered.
    pub(crate) asked: bool,
}

impl Decided {
    pub(crate) fn of(site: &Site, asking: &Asking, frame: &Frame, decision: &Decision) -> Self {
        Self {
            about: told::about(frame, decision),
            act: told::act(decision),
            at: When::day(decision.at),
            path: told::address(decision.id),
            open: asking.viewer.is(decision.author) && decision.can_be_appealed(site.sources.now()),
            asked: decision.appeal.as_ref().is_some_and(|appeal| appeal.answered_by().is_some()),
        }
    }
}
