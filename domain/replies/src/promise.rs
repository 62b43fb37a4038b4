//! A promise: "at so many supporters we do this within so many working days". It runs from the moment at which the idea got
//! there; pauses and extensions are public and have reasons. How its day was found can be told line by line. While it runs
//! its day goes by the calendar; what was kept is judged by the day that stood then, whatever the calendar says since.

use folkmoot_common::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::Calendar;

#[cfg(test)]
mod tests;

/// What is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The council says that it has seen it.
    Acknowledge,
    /// It replies.
    Reply,
    /// It brings it to a committee.
    Committee,
}

impl Kind {
    /// All of them, in the order in which they are promised.
    pub const ALL: [Self; 3] = [Self::Acknowledge, Self::Reply, Self::Committee];

    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acknowledge => "ACKNOWLEDGE",
            Self::Reply => "REPLY",
            Self::Committee => "COMMITTEE",
        }
    }

    /// Reads the word, in capitals or not.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(word))
    }
}

/// One step of a campaign's promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub kind: Kind,
    /// At so many supporters.
    pub supporters: u32,
    /// Within so many working days.
    pub working_days: u16,
}

/// What changed a promise while it ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It stands still from then on, for a public reason.
    Paused {
        /// From when.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// It runs again.
    Resumed {
        /// From when.
        at: Timestamp,
    },
    /// It has so many more working days, for a public reason.
    Extended {
        /// When that was said.
        at: Timestamp,
        /// How many.
        working_days: u16,
        /// Why.
        reason: String,
    },
}

/// A promise that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What was promised.
    pub step: Step,
    /// When the idea got there.
    pub reached_at: Timestamp,
    /// The midnight at which it is late, as it is written down: once it is kept, that never moves. None while it stands
    /// still.
    pub due_at: Option<Timestamp>,
    /// What changed it since, in order.
    pub changes: Vec<Change>,
    /// When it was kept.
    pub kept_at: Option<Timestamp>,
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// It was kept on that day, in time or late.
    Kept {
        /// When.
        on: Date,
        /// Whether that was after the day that was promised.
        late: bool,
    },
    /// It stands still.
    Paused,
    /// It is due then.
    Due(Date),
    /// It was due then, and is late.
    Overdue(Date),
}

/// A line of how the day was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The idea got to so many supporters on that day.
    Reached(Date),
    /// So many working days from there would be that day.
    Counted(u16, Date),
    /// It stood still between two days, for so many working days.
    Stood(Date, Date, u16),
    /// It got so many more working days on that day.
    Extended(Date, u16),
}

/// The day that was promised, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// Up to the end of this day; none while it stands still.
    pub due: Option<Date>,
    /// How.
    pub lines: Vec<Line>,
}

impl Promise {
    /// Whether it stands still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        let last = self.changes.iter().rev().find(|change| !matches!(change, Change::Extended { .. }));
        matches!(last, Some(Change::Paused { .. }))
    }

    /// The day, on the council's own clock and calendar.
    #[must_use]
    pub fn compute(&self, calendar: &Calendar, zone: &TimeZone) -> Computed {
        let day = |at: Timestamp| on(at, zone);
        let reached = day(self.reached_at);
        let mut days = self.step.working_days;
        let mut lines = vec![Line::Reached(reached), Line::Counted(days, calendar.after(reached, days))];
        let mut paused: Option<Date> = None;
        for change in &self.changes {
            match change {
                Change::Paused { at, .. } => paused = paused.or(Some(day(*at))),
                Change::Resumed { at } => {
                    let Some(from) = paused.take() else { continue };
                    // The day of a pause is no working day any more; the day on which it ends is one again.
                    // The day on which it was reached was never counted, so a pause on it takes none away.
                    let stood = match from.max(reached.tomorrow().unwrap_or(reached)) {
                        first if first < day(*at) => calendar.between(eve(first), eve(day(*at))),
                        _ => 0,
                    };
                    days = days.saturating_add(stood);
                    lines.push(Line::Stood(from, day(*at), stood));
                }
                Change::Extended { at, working_days, .. } => {
                    days = days.saturating_add(*working_days);
                    lines.push(Line::Extended(day(*at), *working_days));
                }
            }
        }
        let due = paused.is_none().then(|| calendar.after(reached, days));
        Computed { due, lines }
    }

    /// The day that people are told, and how it was found. What was kept has the day that stood then. Where the calendar
    /// leads to another one by now, nobody can tell any more how that was found: it has no lines.
    #[must_use]
    pub fn told(&self, calendar: &Calendar, zone: &TimeZone) -> Computed {
        let computed = self.compute(calendar, zone);
        if self.kept_at.is_none() {
            return computed;
        }
        let due = self.due_at.map(|at| last_day(at, zone));
        if due == computed.due { computed } else { Computed { due, lines: Vec::new() } }
    }

    /// How it stands at a moment.
    #[must_use]
    pub fn duty(&self, calendar: &Calendar, zone: &TimeZone, now: Timestamp) -> Duty {
        if let Some(kept) = self.kept_at {
            return Duty::Kept { on: on(kept, zone), late: self.due_at.is_some_and(|due| kept >= due) };
        }
        match self.compute(calendar, zone).due {
            None => Duty::Paused,
            Some(due) if on(now, zone) > due => Duty::Overdue(due),
            Some(due) => Duty::Due(due),
        }
    }

    /// How many working days after its day it was kept: none where it was kept in time, or isn't kept. As
    /// [`behind`](Self::behind) counts them.
    #[must_use]
    pub fn late_by(&self, calendar: &Calendar, zone: &TimeZone) -> u16 {
        self.kept_at.map_or(0, |kept| self.behind(calendar, zone, kept))
    }

    /// How many working days after its day it was kept, or have passed since that day while it isn't: none in time, and none
    /// while it stands still. They are counted by this calendar: where the council closes a day between the two later on, it
    /// is one less. That it was late, which [`duty`](Self::duty) tells, stays.
    #[must_use]
    pub fn behind(&self, calendar: &Calendar, zone: &TimeZone, now: Timestamp) -> u16 {
        let end = on(self.kept_at.unwrap_or(now), zone);
        self.told(calendar, zone).due.map_or(0, |due| calendar.between(due, end))
    }
}

fn eve(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}

const HALF_A_DAY: i64 = 12 * 60 * 60 * 1_000_000;

/// The last day before the midnight at which something is late. Read at its noon: a council that corrects its time zone moves
/// the midnights that were written down by some hours, and the day stays the one that people were told.
pub(crate) fn last_day(due_at: Timestamp, zone: &TimeZone) -> Date {
    on(Timestamp::from_micros(due_at.micros().saturating_sub(HALF_A_DAY)), zone)
}

/// The day of a moment, on this clock.
pub(crate) fn on(at: Timestamp, zone: &TimeZone) -> Date {
    let instant = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    zone.to_datetime(instant).date()
}
