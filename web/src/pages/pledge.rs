//! What the council has promised about an idea, in plain words: by when, how late, why the clock stands still, and how the
//! day was found. Of what it has kept: the day that it promised, and when it kept it. Before anything is promised: how many
//! supporters it takes.
//!
//! It promises nothing that nobody has promised, and says nothing of an idea that nobody may see.

use folkmoot_common::CampaignId;
use folkmoot_ideas::{Idea, IdeaStatus};
use folkmoot_replies::{Change, ComputedLine, Duty, Kind, Progress, Promise, Standing, Step};

use super::when::When;
use crate::error::PageError;
use crate::site::Site;

#[cfg(test)]
mod tests;

/// What is said where the council's answer will stand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pledge {
    /// Promises that were kept, in time or late.
    pub(crate) kept: Vec<Fulfilled>,
    /// Promises that run, or stand still.
    pub(crate) running: Vec<Running>,
    /// What is promised once enough people support the idea.
    pub(crate) ahead: Vec<Ahead>,
}

/// A promise that isn't kept yet.
#[derive(Debug, Clone)]
pub(crate) struct Running {
    /// The message that says how it stands.
    pub(crate) says: String,
    /// Its day; none while the clock stands still.
    pub(crate) day: Option<When>,
    /// Whether that day is past.
    pub(crate) late: bool,
    /// Why the clock stands still, where it does.
    pub(crate) reason: Option<String>,
    /// How many supporters it took.
    pub(crate) supporters: u32,
    /// How the day was found.
    pub(crate) lines: Vec<Counted>,
}

/// A promise that was kept.
#[derive(Debug, Clone)]
pub(crate) struct Fulfilled {
    /// The message that says whether it was kept in time.
    pub(crate) says: String,
    /// The day that was promised; none where the clock stood still.
    pub(crate) day: Option<When>,
    /// The day on which it was kept.
    pub(crate) on: When,
    /// By how many working days that was too late.
    pub(crate) late_by: u16,
    /// How many supporters it took.
    pub(crate) supporters: u32,
    /// How the day was found.
    pub(crate) lines: Vec<Counted>,
}

/// A line of how a day was found: the message, its days and its number of working days.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    /// The message.
    pub(crate) says: &'static str,
    /// The day that it names; of a stretch, the first.
    pub(crate) day: When,
    /// Of a stretch, the last.
    pub(crate) to: Option<When>,
    /// Working days.
    pub(crate) days: u16,
}

/// A promise that nobody has reached yet.
#[derive(Debug, Clone)]
pub(crate) struct Ahead {
    /// The message that says what is promised.
    pub(crate) says: String,
    /// At so many supporters.
    pub(crate) supporters: u32,
    /// Within so many working days.
    pub(crate) days: u16,
    /// So many supporters more; none where nobody counts.
    pub(crate) left: Option<i64>,
}

impl Pledge {
    /// What is promised about this idea. Nothing about one that isn't public, or that goes nowhere any more.
    pub(crate) async fn of(site: &Site, idea: &Idea, progress: &Progress) -> Result<Self, PageError> {
        let ended = [IdeaStatus::Merged, IdeaStatus::Withdrawn, IdeaStatus::Rejected, IdeaStatus::Submitted];
        if !idea.is_public() || ended.contains(&idea.status) {
            return Ok(Self::default());
        }
        let standings = site.replies.standings(&progress.promises).await?;
        let told = standings.iter().filter(|one| !goes_without_saying(one, &standings));
        let kept = told.filter_map(Fulfilled::of).collect();
        let running = standings.iter().filter_map(Running::of).collect();
        let mut ahead = Vec::new();
        if idea.is_open() {
            let reached = |step: &Step| progress.promises.iter().any(|one| one.step.kind == step.kind);
            let steps = steps(site, idea.campaign).await?;
            ahead = steps.iter().filter(|step| !reached(step)).map(|step| Ahead::of(step, idea)).collect();
        }
        Ok(Self { kept, running, ahead })
    }

    /// Whether anything is promised that isn't kept yet.
    pub(crate) fn any(&self) -> bool {
        !self.running.is_empty() || !self.ahead.is_empty()
    }
}

impl Running {
    fn of(standing: &Standing) -> Option<Self> {
        let promise = &standing.promise;
        let (word, day) = match standing.duty {
            Duty::Kept { .. } => return None,
            Duty::Paused => ("paused", None),
            Duty::Due(day) => ("due", Some(day)),
            Duty::Overdue(day) => ("late", Some(day)),
        };
        Some(Self {
            says: format!("promise-{word}-{}", promise.step.kind.as_str()),
            day: day.map(When::date),
            late: word == "late",
            reason: if promise.is_paused() { why_it_stands(promise) } else { None },
            supporters: promise.step.supporters,
            lines: standing.computed.lines.iter().map(Counted::of).collect(),
        })
    }
}

impl Fulfilled {
    fn of(standing: &Standing) -> Option<Self> {
        let Duty::Kept { on, late } = standing.duty else { return None };
        let (promise, day) = (&standing.promise, standing.computed.due);
        let word = match day {
            None => "kept-paused",
            Some(_) if late => "kept-late",
            Some(_) => "kept",
        };
        Some(Self {
            says: format!("promise-{word}-{}", promise.step.kind.as_str()),
            day: day.map(When::date),
            on: When::date(on),
            late_by: standing.late_by,
            supporters: promise.step.supporters,
            lines: standing.computed.lines.iter().map(Counted::of).collect(),
        })
    }
}

/// Whether the answer itself kept this acknowledgement: who was answered has been seen. Where the answer was in time, and
/// only this was late, it is told.
fn goes_without_saying(one: &Standing, all: &[Standing]) -> bool {
    let late = |standing: &Standing| matches!(standing.duty, Duty::Kept { late: true, .. });
    let kept_with = |answer: &Standing| {
        let at = answer.promise.kept_at;
        at.is_some() && at == one.promise.kept_at && (late(answer) || !late(one))
    };
    let answer = all.iter().find(|other| other.promise.step.kind == Kind::Reply);
    one.promise.step.kind == Kind::Acknowledge && answer.is_some_and(kept_with)
}

/// The public reason of the pause that lasts.
fn why_it_stands(promise: &Promise) -> Option<String> {
    promise.changes.iter().rev().find_map(|change| match change {
        Change::Paused { reason, .. } => Some(reason.clone()),
        _ => None,
    })
}

impl Counted {
    fn of(line: &ComputedLine) -> Self {
        let (says, day, to, days) = match *line {
            ComputedLine::Reached(day) => ("promise-line-reached", day, None, 0),
            ComputedLine::Counted(days, day) => ("promise-line-counted", day, None, days),
            ComputedLine::Stood(from, to, days) => ("promise-line-stood", from, Some(to), days),
            ComputedLine::Extended(day, days) => ("promise-line-extended", day, None, days),
        };
        Self { says, day: When::date(day), to: to.map(When::date), days }
    }
}

impl Ahead {
    fn of(step: &Step, idea: &Idea) -> Self {
        let left = i64::from(step.supporters).saturating_sub(idea.tally.support);
        Self { left: Some(left.max(1)), ..Self::step(step) }
    }

    /// What a campaign promises of every idea.
    pub(crate) fn step(step: &Step) -> Self {
        Self { says: ahead_says(step.kind), supporters: step.supporters, days: step.working_days, left: None }
    }
}

/// The message that says what is promised at so many supporters.
pub(crate) fn ahead_says(kind: Kind) -> String {
    format!("promise-at-{}", kind.as_str())
}

/// What a campaign promises.
pub(crate) async fn steps(site: &Site, campaign: CampaignId) -> Result<Vec<Step>, PageError> {
    Ok(site.replies.steps(&[campaign]).await?.remove(&campaign).unwrap_or_default())
}
