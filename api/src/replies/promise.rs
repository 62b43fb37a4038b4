//! A promise as everybody reads it: by when, how that day was found, and what changed it, with the reasons.

use async_graphql::{Context, Object, SimpleObject};
use folkmoot_replies as domain;

use super::words::{PromiseChangeKind, PromiseDuty, PromiseKind, PromiseLineKind};
use crate::context::Reach as _;
use crate::date_time::{Date, DateTime};
use crate::error::ApiError;

/// One step of what a campaign promises.
#[derive(SimpleObject)]
pub(crate) struct PromiseStep {
    /// What the council does.
    kind: PromiseKind,
    /// At so many supporters.
    supporters: i32,
    /// Within so many working days of the council's own calendar.
    working_days: i32,
}

impl From<domain::Step> for PromiseStep {
    fn from(step: domain::Step) -> Self {
        let supporters = i32::try_from(step.supporters).unwrap_or(i32::MAX);
        Self { kind: step.kind.into(), supporters, working_days: i32::from(step.working_days) }
    }
}

/// A promise that runs, or has run.
pub(crate) struct Promise(pub(crate) domain::Promise);

impl Promise {
    async fn duty_now(&self, ctx: &Context<'_>) -> Result<domain::Duty, ApiError> {
        let (calendar, services) = (ctx.loaders()?.calendar().await?, ctx.services()?);
        Ok(self.0.duty(&calendar, services.replies.zone(), services.sources.now()))
    }

    async fn computed(&self, ctx: &Context<'_>) -> Result<domain::Computed, ApiError> {
        let calendar = ctx.loaders()?.calendar().await?;
        Ok(self.0.told(&calendar, ctx.services()?.replies.zone()))
    }
}

/// What the council promised when the idea got to so many supporters, and how that stands now.
#[Object]
impl Promise {
    /// What the council does.
    async fn kind(&self) -> PromiseKind {
        self.0.step.kind.into()
    }

    /// At so many supporters it began.
    async fn supporters(&self) -> i32 {
        i32::try_from(self.0.step.supporters).unwrap_or(i32::MAX)
    }

    /// Within so many working days of the council's own calendar, as it was promised then.
    async fn working_days(&self) -> i32 {
        i32::from(self.0.step.working_days)
    }

    /// When the idea got there: the clock runs from then on.
    async fn reached_at(&self) -> DateTime {
        self.0.reached_at.into()
    }

    /// How it stands now.
    async fn duty(&self, ctx: &Context<'_>) -> Result<PromiseDuty, ApiError> {
        Ok(match self.duty_now(ctx).await? {
            domain::Duty::Kept { late: false, .. } => PromiseDuty::Kept,
            domain::Duty::Kept { late: true, .. } => PromiseDuty::KeptLate,
            domain::Duty::Paused => PromiseDuty::Paused,
            domain::Duty::Due(_) => PromiseDuty::Due,
            domain::Duty::Overdue(_) => PromiseDuty::Overdue,
        })
    }

    /// It is kept if the council does it by the end of this day, on its own clock; null while the clock stands still.
    async fn due_on(&self, ctx: &Context<'_>) -> Result<Option<Date>, ApiError> {
        Ok(self.computed(ctx).await?.due.map(Date))
    }

    /// When it was kept; null while it isn't.
    async fn kept_at(&self) -> Option<DateTime> {
        self.0.kept_at.map(DateTime)
    }

    /// By how many working days the council kept it too late or, while it isn't kept, is late so far: 0 in time, and while
    /// the clock stands still. 0 too where only days off have passed. Counted by the calendar as it is now; that it was late,
    /// which `duty` tells, stays.
    async fn late_by(&self, ctx: &Context<'_>) -> Result<i32, ApiError> {
        let (calendar, services) = (ctx.loaders()?.calendar().await?, ctx.services()?);
        Ok(i32::from(self.0.behind(&calendar, services.replies.zone(), services.sources.now())))
    }

    /// How the day was found, step by step. Empty where it was kept and the calendar was changed since.
    #[graphql(complexity = "5 * child_complexity")]
    async fn how(&self, ctx: &Context<'_>) -> Result<Vec<PromiseLine>, ApiError> {
        Ok(self.computed(ctx).await?.lines.into_iter().map(Into::into).collect())
    }

    /// What changed it since, in order, with the reasons that everybody reads.
    #[graphql(complexity = "5 * child_complexity")]
    async fn changes(&self) -> Vec<PromiseChange> {
        self.0.changes.iter().cloned().map(Into::into).collect()
    }
}

/// A line of how a promise's day was found.
#[derive(SimpleObject)]
pub(crate) struct PromiseLine {
    /// What it says.
    what: PromiseLineKind,
    /// The day that it is about, on the council's clock.
    on: Date,
    /// The day on which the clock ran again, where it stood still.
    until: Option<Date>,
    /// How many working days, where it is about some.
    working_days: Option<i32>,
}

impl From<domain::ComputedLine> for PromiseLine {
    fn from(line: domain::ComputedLine) -> Self {
        use PromiseLineKind as Kind;
        use domain::ComputedLine as Line;
        let (what, on, until, days) = match line {
            Line::Reached(on) => (Kind::Reached, on, None, None),
            Line::Counted(days, on) => (Kind::Counted, on, None, Some(days)),
            Line::Stood(on, until, days) => (Kind::Stood, on, Some(until), Some(days)),
            Line::Extended(on, days) => (Kind::Extended, on, None, Some(days)),
        };
        Self { what, on: on.into(), until: until.map(Date), working_days: days.map(i32::from) }
    }
}

/// What changed a promise while it ran.
#[derive(SimpleObject)]
pub(crate) struct PromiseChange {
    /// What.
    kind: PromiseChangeKind,
    /// When.
    at: DateTime,
    /// Why, in plain text; null where the clock only runs again.
    reason: Option<String>,
    /// How many more working days, where it got some.
    working_days: Option<i32>,
}

impl From<domain::Change> for PromiseChange {
    fn from(change: domain::Change) -> Self {
        use PromiseChangeKind as Kind;
        let (kind, at, reason, days) = match change {
            domain::Change::Paused { at, reason } => (Kind::Paused, at, Some(reason), None),
            domain::Change::Resumed { at } => (Kind::Resumed, at, None, None),
            domain::Change::Extended { at, working_days, reason } => {
                (Kind::Extended, at, Some(reason), Some(working_days))
            }
        };
        Self { kind, at: at.into(), reason, working_days: days.map(i32::from) }
    }
}
