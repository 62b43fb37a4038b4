//! The acts on promises: stand still, go on, take longer, keep by a word. Each is public, with its reason. And the calendar:
//! working days are laid out ahead, so that a clock can be started by whoever counts the vote.

use folkmoot_common::{IdeaId, Problem, Timestamp, Viewer};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::port::{Kept, NewChange, WorkingDay};
use crate::service::Right;
use crate::words::reason;
use crate::{Calendar, Change, Computed, Duty, Kind, Promise, Replies, ReplyError};

/// Working days are laid out from so many years before this one…
const BEHIND: i16 = 1;
/// …up to so many after it: nothing takes longer.
const AHEAD: i16 = 4;
/// The most working days that one extension gives.
const LONGEST: u16 = 260;
/// Promises whose day is looked at again in one go.
const SOME: u64 = 200;

/// A promise, how it stands, and how its day was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What was promised.
    pub promise: Promise,
    /// How it stands now.
    pub duty: Duty,
    /// The day that people are told, and how it was found.
    pub computed: Computed,
    /// How many working days after its day it was kept, by today's calendar: none where it was kept in time, or isn't kept.
    pub late_by: u16,
}

impl Replies {
    /// How these promises stand now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn standings(&self, promises: &[Promise]) -> Result<Vec<Standing>, ReplyError> {
        if promises.is_empty() {
            return Ok(Vec::new());
        }
        let (calendar, now) = (self.calendar().await?, self.sources.now());
        let zone = self.zone();
        let stand = |promise: &Promise| Standing {
            duty: promise.duty(&calendar, zone, now),
            computed: promise.told(&calendar, zone),
            late_by: promise.late_by(&calendar, zone),
            promise: promise.clone(),
        };
        Ok(promises.iter().map(stand).collect())
    }

    /// Stops the clock, for a reason that everybody reads.
    ///
    /// # Errors
    /// When the viewer may not, the reason must be mended, the clock stands still already, or the store fails.
    pub async fn pause(&self, viewer: &Viewer, number: i64, kind: Kind, why: &str) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        let reason = reason(why)?.as_str().to_owned();
        let promise = right.running(kind)?;
        if promise.is_paused() {
            return Err(refused("PAUSED", "The clock stands still already."));
        }
        self.in_time(promise, right.by.at).await?;
        self.change(&right, promise, Change::Paused { at: right.by.at, reason }).await
    }

    /// Lets it run again.
    ///
    /// # Errors
    /// The same; the clock must stand still.
    pub async fn resume(&self, viewer: &Viewer, number: i64, kind: Kind) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        let promise = right.running(kind)?;
        if !promise.is_paused() {
            return Err(refused("RUNNING", "The clock runs already."));
        }
        self.change(&right, promise, Change::Resumed { at: right.by.at }).await
    }

    /// Gives it more working days, for a reason that everybody reads.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, or the store fails.
    pub async fn extend(
        &self,
        viewer: &Viewer,
        number: i64,
        kind: Kind,
        working_days: u16,
        why: &str,
    ) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        let reason = reason(why)?.as_str().to_owned();
        if !(1..=LONGEST).contains(&working_days) {
            let message = format!("Give it between 1 and {LONGEST} working days.");
            return Err(Problem::new("days", "OUT_OF_RANGE", message)
                .of("promise-days")
                .with("most", LONGEST.into())
                .into());
        }
        let promise = right.running(kind)?;
        self.in_time(promise, right.by.at).await?;
        self.change(&right, promise, Change::Extended { at: right.by.at, working_days, reason }).await
    }

    /// What is late stays late: no pause and no extension takes that back.
    async fn in_time(&self, promise: &Promise, now: Timestamp) -> Result<(), ReplyError> {
        match promise.duty(&self.calendar().await?, self.zone(), now) {
            Duty::Overdue(_) => Err(refused("LATE", "The day has passed. This promise is late, and stays so.")),
            _ => Ok(()),
        }
    }

    async fn change(&self, right: &Right, promise: &Promise, change: Change) -> Result<(), ReplyError> {
        let mut then = promise.clone();
        then.changes.push(change.clone());
        let due = then.compute(&self.calendar().await?, self.zone()).due;
        let kind = promise.step.kind;
        let change = NewChange {
            idea: right.about.idea,
            kind,
            seen: promise.changes.len(),
            tells: self.changed(&right.about, kind, (&change, due), right.by.at),
            change,
            due_at: due.map(|day| self.end_of(day)),
            by: right.by,
        };
        if self.answers.change(change).await? { Ok(()) } else { Err(ReplyError::Changed) }
    }

    /// Keeps a promise by a word: the council has seen it, or has brought it to a committee. A promise to reply is kept by
    /// replying alone.
    ///
    /// # Errors
    /// When the viewer may not, the words must be mended, it was kept already, or the store fails.
    pub async fn keep(&self, viewer: &Viewer, number: i64, kind: Kind, words: &str) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        if kind == Kind::Reply {
            return Err(refused("REPLY", "This promise is kept by replying."));
        }
        let words = reason(words)?;
        right.running(kind)?;
        let tells = self.kept(&right.about, kind, words.as_str(), right.by.at);
        let kept = Kept { idea: right.about.idea, kind, words, tells, by: right.by };
        if self.answers.keep(kept).await? { Ok(()) } else { Err(ReplyError::Changed) }
    }

    /// Whether a day is over, on the council's clock.
    #[must_use]
    pub fn has_passed(&self, day: Date, now: Timestamp) -> bool {
        self.end_of(day) <= now
    }

    /// The midnight at the end of a day, on the council's clock.
    pub(crate) fn end_of(&self, day: Date) -> Timestamp {
        self.midnight(day.saturating_add(1.day()))
    }

    /// The day that a promise names: the last one before the midnight at which it is late.
    pub(crate) fn due_day(&self, about: &crate::port::About) -> Option<Date> {
        about.due_at.map(|at| self.last_day(at))
    }

    /// The last day before the midnight at which something is late.
    #[must_use]
    pub fn last_day(&self, due_at: Timestamp) -> Date {
        crate::promise::last_day(due_at, self.zone())
    }

    fn midnight(&self, day: Date) -> Timestamp {
        let zoned = self.zone().to_ambiguous_zoned(day.at(0, 0, 0, 0)).compatible();
        zoned.map_or(Timestamp::from_micros(0), |zoned| Timestamp::from_micros(zoned.timestamp().as_microsecond()))
    }

    /// Lays out the working days of the years around now, and finds the days of running promises anew where that moved
    /// them. Called when a site opens, once a day, and when the council edits its calendar.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn lay_out(&self) -> Result<(), ReplyError> {
        let calendar = self.calendar().await?;
        self.answers.lay_out(&self.working_days(&calendar)).await?;
        self.find_days(&calendar).await
    }

    fn working_days(&self, calendar: &Calendar) -> Vec<WorkingDay> {
        let this = self.today().year();
        let mut day = jiff::civil::date(this.saturating_sub(BEHIND), 1, 1);
        let last = jiff::civil::date(this.saturating_add(AHEAD), 12, 31);
        let mut days = Vec::new();
        while day <= last {
            if calendar.works_on(day) {
                let nth = i64::try_from(days.len()).unwrap_or(i64::MAX);
                days.push(WorkingDay { nth, starts_at: self.midnight(day), ends_at: self.end_of(day) });
            }
            day = day.saturating_add(1.day());
        }
        days
    }

    /// Writes down the day of each running promise where it is another than is written.
    async fn find_days(&self, calendar: &Calendar) -> Result<(), ReplyError> {
        let mut after = None;
        loop {
            let (moved, next) = self.moved(calendar, after).await?;
            for Moved { idea, kind, changes, due } in moved {
                self.answers.set_due(idea, kind, changes, due).await?;
            }
            if next.is_none() {
                return Ok(());
            }
            after = next;
        }
    }

    /// How many running promises have another day by this calendar than is written down.
    pub(crate) async fn count_moved(&self, calendar: &Calendar) -> Result<u64, ReplyError> {
        let (mut count, mut after) = (0, None);
        loop {
            let (moved, next) = self.moved(calendar, after).await?;
            count += moved.len() as u64;
            if next.is_none() {
                return Ok(count);
            }
            after = next;
        }
    }

    /// Of some running promises after this one, those whose day is another by this calendar than is written down; and after
    /// which one to go on.
    async fn moved(
        &self,
        calendar: &Calendar,
        after: Option<Place>,
    ) -> Result<(Vec<Moved>, Option<Place>), ReplyError> {
        let some = self.answers.running(after, SOME).await?;
        let last = some.last().filter(|_last| some.len() as u64 >= SOME);
        let next = last.map(|(idea, promise)| (*idea, promise.step.kind));
        let mut moved = Vec::new();
        for (idea, promise) in some {
            let due = promise.compute(calendar, self.zone()).due.map(|day| self.end_of(day));
            if due != promise.due_at {
                moved.push(Moved { idea, kind: promise.step.kind, changes: promise.changes.len(), due });
            }
        }
        Ok((moved, next))
    }
}

/// Where a promise stands among those that run.
type Place = (IdeaId, Kind);

/// A running promise whose day is another than is written down.
struct Moved {
    idea: IdeaId,
    kind: Kind,
    /// How many changes of it were looked at.
    changes: usize,
    /// Its day by the calendar that was asked.
    due: Option<Timestamp>,
}

impl Right {
    /// The promise of this kind, while it isn't kept.
    fn running(&self, kind: Kind) -> Result<&Promise, ReplyError> {
        let found = self.progress.promises.iter().find(|promise| promise.step.kind == kind);
        let promise = found.ok_or(ReplyError::NotFound)?;
        if promise.kept_at.is_some() {
            return Err(refused("KEPT", "This promise has been kept."));
        }
        Ok(promise)
    }
}

fn refused(code: &'static str, message: &str) -> ReplyError {
    ReplyError::Refused(Problem::new("promise", code, message))
}
