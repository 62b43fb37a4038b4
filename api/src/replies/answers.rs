//! "You said, we did": what was answered, and how promises were kept. For everybody.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{DepartmentId, IdeaId};
use folkmoot_ideas::LabelKind;
use folkmoot_replies as domain;

use super::department::Department;
use super::reply::OfficialReply;
use super::words::{Nation, PromiseKind, ReplyOutcome};
use crate::context::Reach as _;
use crate::count;
use crate::date_time::Date;
use crate::error::{ApiError, Code};
use crate::ideas::Idea;
use crate::ids;
use crate::labels::named;

/// Which answers. What is left out doesn't narrow the list.
#[derive(InputObject, Default)]
pub(crate) struct AnswerFilter {
    /// With this outcome.
    outcome: Option<ReplyOutcome>,
    /// By this department.
    department_id: Option<ID>,
    /// To ideas of the campaign with this short name.
    campaign: Option<String>,
    /// To ideas about the place with this short name.
    place: Option<String>,
}

impl AnswerFilter {
    pub(super) async fn read(self, ctx: &Context<'_>) -> Result<domain::AnsweredFilter, ApiError> {
        let department = self.department_id.map(|id| ids::argument::<DepartmentId>(&id, "departmentId")).transpose()?;
        let campaign = match self.campaign {
            None => None,
            Some(slug) => {
                let found = ctx.services()?.ideas.campaign(&slug).await?;
                let unknown = || ApiError::new(Code::NotFound, "There is no campaign with this short name.");
                Some(found.ok_or_else(unknown)?.id)
            }
        };
        let place = named(ctx, LabelKind::Place, self.place.as_deref()).await?;
        Ok(domain::AnsweredFilter { outcome: self.outcome.map(Into::into), department, campaign, place })
    }
}

/// An idea that was answered.
pub(crate) struct AnsweredIdea(pub(super) domain::Answered);

/// An idea that was answered, with its latest answer.
#[Object]
impl AnsweredIdea {
    /// The id of the idea.
    async fn id(&self) -> ID {
        ids::global(self.0.idea)
    }

    /// What people said; null if it was hidden at this very moment.
    async fn idea(&self, ctx: &Context<'_>) -> Result<Option<Idea>, ApiError> {
        known(ctx, self.0.idea).await
    }

    /// What the council says.
    async fn reply(&self) -> OfficialReply {
        OfficialReply(self.0.reply.clone())
    }
}

/// An idea whose promised answer is past its day.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct OverdueIdea {
    /// The id of the idea.
    id: ID,
    /// The answer was due by the end of this day, on the council's own clock.
    due_on: Date,
    /// The department that led when the day passed, by name; null where nobody had it.
    department: Option<String>,
    #[graphql(skip)]
    of: IdeaId,
}

impl OverdueIdea {
    /// One whose answer was due on this day.
    pub(super) fn of(due_on: domain::Day, overdue: domain::Overdue) -> Self {
        let of = overdue.idea;
        Self { id: ids::global(of), due_on: due_on.into(), department: overdue.department, of }
    }
}

#[ComplexObject]
impl OverdueIdea {
    /// What people said; null if it was hidden at this very moment.
    async fn idea(&self, ctx: &Context<'_>) -> Result<Option<Idea>, ApiError> {
        known(ctx, self.of).await
    }
}

/// One of several ideas that the loaders were told of; nothing when the viewer can't see it any more.
pub(super) async fn known(ctx: &Context<'_>, id: IdeaId) -> Result<Option<Idea>, ApiError> {
    let loaders = ctx.loaders()?;
    let idea = loaders.idea(id).await?;
    Ok(idea.map(|idea| Idea::among(idea, &loaders.known_ideas())))
}

/// How a department kept one kind of promise. A promise counts for the department that led when its day passed, however
/// late another one kept it; where it was kept in time, for the one that led then; else for the one that leads now.
#[derive(SimpleObject)]
pub(crate) struct PromiseScore {
    /// Which; null for what no department had.
    department: Option<Department>,
    /// What was promised: each step counts by itself.
    kind: PromiseKind,
    /// Promises that were kept in time.
    kept: i32,
    /// Kept, but late.
    kept_late: i32,
    /// Not yet kept, and not yet due.
    waiting: i32,
    /// Not yet kept, and past their day.
    overdue: i32,
    /// Half of those that were kept took no more days than this from the threshold on; null where there are none.
    median_days: Option<i32>,
}

impl From<domain::Score> for PromiseScore {
    fn from(score: domain::Score) -> Self {
        let many = |number: u64| count(i64::try_from(number).unwrap_or(i64::MAX));
        Self {
            department: score.department.map(Department),
            kind: score.kind.into(),
            kept: many(score.kept),
            kept_late: many(score.late),
            waiting: many(score.waiting),
            overdue: many(score.overdue),
            median_days: score.median_days.map(|days| i32::try_from(days).unwrap_or(i32::MAX)),
        }
    }
}

/// The days on which the council works: not on weekends, not on bank holidays, and not on days of its own.
#[derive(SimpleObject)]
pub(crate) struct CouncilCalendar {
    /// Whose bank holidays it keeps.
    nation: Nation,
    /// The days that it closes besides, and those on which it works although a rule says otherwise. In order.
    #[graphql(complexity = "20 * child_complexity")]
    own_days: Vec<CouncilDay>,
}

impl CouncilCalendar {
    /// As it stands now.
    pub(super) async fn read(ctx: &Context<'_>) -> Result<Self, ApiError> {
        let (nation, own) = ctx.services()?.replies.kept_days().await?;
        Ok(Self { nation: nation.into(), own_days: own.into_iter().map(Into::into).collect() })
    }
}

/// A day of the council's own calendar.
#[derive(SimpleObject)]
pub(crate) struct CouncilDay {
    /// Which.
    day: Date,
    /// Closed, or else open whatever a rule says.
    is_closed: bool,
    /// Why, in plain text.
    why: String,
}

impl From<domain::OwnDay> for CouncilDay {
    fn from(own: domain::OwnDay) -> Self {
        Self { day: own.day.into(), is_closed: own.closure == domain::Closure::Closed, why: own.why }
    }
}
