//! The acts on promises: stand still, go on, take longer, keep by a word. Each is public, with its reason. And the calendar:
//! working days are laid out ahead, so that a clock can be started by whoever counts the vote.

use folkmoot_common::{IdeaId, Problem, Timestamp, Viewer};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::port::{Kept, NewChange, WorkingDay};
use crate::service::Right;
use crate::words::reason;
use crate::{Calendar, Change, Computed, Duty, Kind, MOST_COUNTED, Promise, Replies, ReplyError};

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
            let some = self.answers.running(after, SOME).await?;
            for (idea, promise) in &some {
                let due = self.due_by(calendar, promise);
                if due != promise.due_at {
                    self.answers.set_due(*idea, promise.step.kind, promise.changes.len(), due).await?;
                }
            }
            after = last_of(&some);
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// How many promises that somebody waits for have another day by each of these calendars than is written down, up to
    /// [`MOST_COUNTED`]; 0 where there is no calendar. Each promise is read once for all of them.
    pub(crate) async fn count_moved<const N: usize>(
        &self,
        calendars: &[Option<Calendar>; N],
    ) -> Result<[u64; N], ReplyError> {
        let (mut counts, mut after) = ([0_u64; N], None);
        loop {
            let some = self.answers.awaited(after, SOME).await?;
            let mut is_done = true;
            for (count, calendar) in counts.iter_mut().zip(calendars) {
                let Some(calendar) = calendar else { continue };
                let moved = some.iter().filter(|(_idea, promise)| self.due_by(calendar, promise) != promise.due_at);
                *count = MOST_COUNTED.min(*count + moved.count() as u64);
                is_done &= *count == MOST_COUNTED;
            }
            after = last_of(&some);
            if is_done || after.is_none() {
                return Ok(counts);
            }
        }
    }

    /// When a promise is due by this calendar.
    fn due_by(&self, calendar: &Calendar, promise: &Promise) -> Option<Timestamp> {
        promise.compute(calendar, self.zone()).due.map(|day| self.end_of(day))
    }
}

/// Where a promise stands among those that run.
type Place = (IdeaId, Kind);

/// After which promise to go on, once some were looked at; none where there are no more.
fn last_of(some: &[(IdeaId, Promise)]) -> Option<Place> {
    let last = some.last().filter(|_last| some.len() as u64 >= SOME);
    last.map(|(idea, promise)| (*idea, promise.step.kind))
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
