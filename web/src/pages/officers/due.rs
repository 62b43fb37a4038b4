//! By when something is owed, and since when it waits, in words: in working days and by its date, on the council's own
//! clock.

use folkmoot_common::{Timestamp, Viewer};
use folkmoot_replies::{Calendar, Day, DeskStep, Duty, Kind, Waiting};
use jiff::tz::TimeZone;

use crate::error::PageError;
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Words;

/// How an answer's day stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    /// Whether that day has passed.
    pub(crate) late: bool,
    /// The mark before the words.
    pub(crate) mark: &'static str,
    pub(crate) words: String,
}

impl Due {
    const fn waits(words: String) -> Self {
        Self { late: false, mark: "○", words }
    }

    const fn late(words: String) -> Self {
        Self { late: true, mark: "▲", words }
    }

    const fn kept(words: String) -> Self {
        Self { late: false, mark: "✓", words }
    }
}

/// What it takes to say a day: the council's calendar and clock, the language of the page, and what day it is.
pub(super) struct Almanac {
    words: Words,
    zone: TimeZone,
    calendar: Calendar,
    today: Day,
}

impl Almanac {
    /// As it stands now: one question to the store.
    pub(super) async fn open(site: &Site, words: Words) -> Result<Self, PageError> {
        let calendar = site.replies.calendar().await?;
        Ok(Self { words, zone: site.zone.clone(), calendar, today: day_of(site.sources.now(), &site.zone) })
    }

    /// Of an idea on a pile: what is to be done, and by when. What is due at a midnight is due on the day before it.
    pub(super) fn of(&self, waiting: &Waiting) -> Due {
        let day = waiting.due_at.map(|at| day_of(Timestamp::from_micros(at.micros().saturating_sub(1)), &self.zone));
        match (waiting.promise, day) {
            (Some(kind), _) if waiting.paused => {
                Due::waits(self.words.say_as(format!("officers-stopped-{}", kind.as_str())).to_string())
            }
            (_, None) => Due::waits(self.words.say("officers-no-day").to_string()),
            (Some(kind), Some(day)) => self.promised(kind, day),
            (None, Some(day)) => self.step(waiting, day),
        }
    }

    /// Of a promise: what was promised by that day, and how far away it is.
    fn promised(&self, kind: Kind, day: Day) -> Due {
        let by = self.words.say_as(format!("officers-by-{}", kind.as_str())).with("when", self.date(day)).to_string();
        let said = |id| self.words.say(id).with("by", by);
        if day < self.today {
            return Due::late(said("officers-by-past").to_string());
        }
        if day == self.today {
            return Due::waits(said("officers-by-today").to_string());
        }
        let days = self.calendar.between(self.today, day);
        Due::waits(said("officers-by-days").with("count", i64::from(days)).to_string())
    }

    /// Of a step of delivery: its own day, or since when people dispute it. Nobody promised to say by another one what
    /// came of it.
    fn step(&self, waiting: &Waiting, day: Day) -> Due {
        let on = |id, day| Due::late(self.words.say(id).with("when", self.date(day)).to_string());
        match waiting.step {
            Some(DeskStep::Disputed) => on("officers-disputed", day_of(waiting.since, &self.zone)),
            _ => on("officers-step-was-due", day),
        }
    }

    /// For how many days an idea on a pile has waited, by the dates of the council's clock.
    pub(super) fn waited(&self, waiting: &Waiting) -> i64 {
        let days = (self.today - day_of(waiting.since, &self.zone)).get_days();
        i64::from(days.max(0))
    }

    /// Of a promise.
    pub(super) fn duty(&self, duty: &Duty) -> Due {
        let on = |id, day: Day| self.words.say(id).with("when", self.date(day));
        match *duty {
            Duty::Kept { on: day, late: false } => Due::kept(on("officers-kept", day).to_string()),
            Duty::Kept { on: day, late: true } => Due::kept(on("officers-kept-late", day).to_string()),
            Duty::Paused => Due::waits(self.words.say("officers-stopped").to_string()),
            Duty::Overdue(day) => Due::late(on("officers-overdue", day).to_string()),
            Duty::Due(day) if day == self.today => Due::waits(on("officers-due-today", day).to_string()),
            Duty::Due(day) => {
                let days = self.calendar.between(self.today, day);
                Due::waits(on("officers-due", day).with("count", i64::from(days)).to_string())
            }
        }
    }

    /// A day as people write it.
    pub(super) fn date(&self, day: Day) -> String {
        When::date(day).words(self.words, &self.zone)
    }
}

/// The day of a moment, on this clock.
fn day_of(at: Timestamp, zone: &TimeZone) -> Day {
    let instant = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default();
    zone.to_datetime(instant).date()
}

/// How much is due for an officer: what their departments have, or all of it for whoever runs the site.
pub(crate) async fn owed(site: &Site, viewer: &Viewer) -> Option<u64> {
    let sizes = site.replies.sizes(viewer).await.ok()?;
    let own = site.replies.own_departments(viewer).await.ok()?;
    Some(if own.is_empty() { sizes.all } else { sizes.departments })
}
