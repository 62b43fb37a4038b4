//! What happened to an idea and what is to come, as far as its dates are known, in the order in which it happened. Where a
//! moderator looked first, being posted and being published are two moments.

use folkmoot_common::Timestamp;
use folkmoot_ideas::{Campaign, Idea, IdeaStatus};
use folkmoot_replies::{Happened, Happening};

use super::link;
use super::when::When;

#[cfg(test)]
mod tests;

/// One entry.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// The message that says what happened.
    pub(crate) id: &'static str,
    /// How often, where that is said.
    pub(crate) count: i64,
    /// The department that it is about.
    pub(crate) department: Option<String>,
    /// The public words that came with it.
    pub(crate) words: Option<String>,
    /// When; none where only the order is known.
    pub(crate) at: Option<When>,
    /// Where more is told.
    pub(crate) path: Option<String>,
    /// Whether it hasn't happened yet.
    pub(crate) to_come: bool,
}

/// The moments of one idea, as `now` sees them, with what happened on its way to an answer.
pub(crate) fn moments(
    idea: &Idea,
    campaign: Option<&Campaign>,
    happenings: &[Happening],
    now: Timestamp,
) -> Vec<Moment> {
    let plain = |id, at| Moment { at: Some(When::minute(at)), to_come: at > now, ..Moment::of(id) };
    let later = idea.published_later();
    let at_once = idea.published_at.is_some() && later.is_none();
    let posted = if at_once { "timeline-published" } else { "timeline-posted" };

    let begun = Moment { at: Some(When::known(idea.created_at)), ..plain(posted, idea.created_at) };
    let mut dated = vec![(idea.created_at, begun)];
    // Whatever its clock said: nothing is published before it is posted.
    let published = |at: Timestamp| {
        (at.max(idea.created_at), Moment { at: Some(When::minute(at)), ..Moment::of("timeline-public") })
    };
    dated.extend(later.map(published));
    if let Some(edited) = idea.edited_at {
        let (count, path) = (i64::from(idea.revision.saturating_sub(1)), Some(link::act(idea, "history")));
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
    // The database's clock may be a little behind this machine's: nothing happened before the idea's first words.
    let on_the_way = |one: &Happening| (one.at.max(idea.created_at), Moment::on_the_way(one));
    dated.extend(happenings.iter().map(on_the_way));
    dated.sort_by_key(|(at, _)| *at);

    let mut moments: Vec<Moment> = dated.into_iter().map(|(_, moment)| moment).collect();
    if idea.status == IdeaStatus::Withdrawn {
        moments.push(Moment::of("timeline-withdrawn"));
    }
    moments
}

impl Moment {
    fn of(id: &'static str) -> Self {
        Self { id, count: 0, department: None, words: None, at: None, path: None, to_come: false }
    }

    fn on_the_way(happening: &Happening) -> Self {
        let id = match happening.what {
            Happened::Reached => "timeline-reached",
            Happened::Assigned => "timeline-assigned",
            Happened::Acknowledged => "timeline-acknowledged",
            Happened::Committee => "timeline-committee",
            Happened::Paused => "timeline-paused",
            Happened::Resumed => "timeline-resumed",
            Happened::Extended => "timeline-extended",
            Happened::Replied => "timeline-replied",
            Happened::Revised => "timeline-revised",
            Happened::Moved => match happening.status.as_deref() {
                Some("IN_PROGRESS") => "timeline-moved-IN_PROGRESS",
                Some("DONE") => "timeline-moved-DONE",
                Some("PLANNED") => "timeline-moved-PLANNED",
                Some("UNDER_REVIEW") => "timeline-moved-UNDER_REVIEW",
                _ => "timeline-moved",
            },
            Happened::Milestone => "timeline-milestone",
            Happened::Claimed => "timeline-claimed",
            Happened::Reopened => "timeline-reopened",
        };
        Self {
            count: happening.number.unwrap_or_default(),
            department: happening.department.clone(),
            words: said(happening),
            at: Some(When::minute(happening.at)),
            ..Self::of(id)
        }
    }
}

/// The public words of a happening, without the codes that some carry: which promise, which answer, where to.
fn said(happening: &Happening) -> Option<String> {
    let words = happening.words.as_deref()?;
    match happening.what {
        Happened::Reached | Happened::Replied => None,
        _ => Some(words.to_owned()),
    }
}
