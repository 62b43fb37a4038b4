//! What happened to an idea and what is to come, as far as its dates are known, in the order in which it happened.

use folkmoot_common::Timestamp;
use folkmoot_ideas::{Campaign, Idea, IdeaStatus, PublishingMode};

use super::link;
use super::when::When;

/// One entry.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// The message that says what happened.
    pub(crate) id: &'static str,
    /// How often, where that is said.
    pub(crate) count: i32,
    /// When; none where only the order is known.
    pub(crate) at: Option<When>,
    /// Where more is told.
    pub(crate) path: Option<String>,
    /// Whether it hasn't happened yet.
    pub(crate) to_come: bool,
}

/// The moments of one idea, as `now` sees them.
pub(crate) fn moments(idea: &Idea, campaign: Option<&Campaign>, now: Timestamp) -> Vec<Moment> {
    let plain = |id, at| Moment { id, count: 0, at: Some(When::minute(at)), path: None, to_come: at > now };
    let at_once = campaign.is_some_and(|campaign| campaign.publishing_mode == PublishingMode::StraightAway);
    let posted = if at_once && idea.status.is_public() { "timeline-published" } else { "timeline-posted" };

    let begun = Moment { at: Some(When::known(idea.created_at)), ..plain(posted, idea.created_at) };
    let mut dated = vec![(idea.created_at, begun)];
    if let Some(edited) = idea.edited_at {
        let (count, path) = (idea.revision.saturating_sub(1), Some(link::act(idea, "history")));
        dated.push((edited, Moment { count, path, ..plain("timeline-edited", edited) }));
    }
    // An idea that nobody votes on any more has no part in when its question closes.
    if let Some(campaign) = campaign.filter(|_| idea.is_open()) {
        if campaign.opens_at > now {
            dated.push((campaign.opens_at, plain("timeline-opens", campaign.opens_at)));
        }
        if let Some(end) = campaign.closes_at {
            dated.push((end, plain(if end > now { "timeline-closes" } else { "timeline-closed" }, end)));
        }
    }
    dated.sort_by_key(|(at, _)| *at);

    let mut moments: Vec<Moment> = dated.into_iter().map(|(_, moment)| moment).collect();
    if idea.status == IdeaStatus::Withdrawn {
        moments.push(Moment { id: "timeline-withdrawn", count: 0, at: None, path: None, to_come: false });
    }
    moments
}
