//! Settling what is promised and who hears of it: the rules of routing, the steps of a campaign's promise, bank holidays and the
//! council's own days. For whoever runs the site.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{CampaignId, DepartmentId, LabelId, Problem, Problems};
use folkmoot_ideas::LabelKind;
use folkmoot_replies::{self as domain, ReplyError};

use super::answers::CouncilDay;
use super::department::Department;
use super::holidays::{SetBankHolidaysInput, SetBankHolidaysPayload};
use super::promise::PromiseStep;
use super::settle::{SettingOutcome, known};
use super::words::PromiseKind;
use crate::campaigns::{Campaign, unknown as unknown_campaign};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::labels::{Label, slug_in};
use crate::user_error::{UserError, user_errors};

/// The most rules of routing.
const MOST_ROUTES: usize = 200;

/// The acts of settling what is promised.
#[derive(Default)]
pub(crate) struct RuleMutations;

#[Object]
impl RuleMutations {
    /// Sets all rules by which ideas find their department, in the order in which they are asked: the first that fits
    /// decides. For admins.
    async fn set_routes(&self, ctx: &Context<'_>, input: SetRoutesInput) -> Result<SetRoutesPayload, ApiError> {
        ctx.admin()?;
        let mut problems = Problems::default();
        let mut routes = Vec::new();
        if input.routes.len() > MOST_ROUTES {
            let words = format!("At most {MOST_ROUTES} rules fit. Leave some out.");
            problems.0.push(Problem::new("routes", "TOO_MANY", words));
        }
        for (position, route) in input.routes.into_iter().take(MOST_ROUTES).enumerate() {
            let position = i32::try_from(position).unwrap_or(i32::MAX);
            routes.extend(problems.check(route.read(ctx, position).await?));
        }
        let not =
            |problems| SetRoutesPayload { outcome: SettingOutcome::Invalid, user_errors: told(problems, "routes") };
        if !problems.is_empty() {
            return Ok(not(problems));
        }
        match ctx.services()?.replies.set_routes(&ctx.viewer(), &routes).await {
            Err(ReplyError::Invalid(problems)) => Ok(not(problems)),
            set => {
                set?;
                Ok(SetRoutesPayload { outcome: SettingOutcome::Saved, user_errors: Vec::new() })
            }
        }
    }

    /// Sets what a campaign promises. What was promised already stays as it was. For admins.
    async fn set_promise_steps(
        &self,
        ctx: &Context<'_>,
        input: SetPromiseStepsInput,
    ) -> Result<SetPromiseStepsPayload, ApiError> {
        ctx.admin()?;
        let Some(campaign) = ctx.services()?.ideas.campaign(&input.campaign).await? else {
            return Ok(SetPromiseStepsPayload::invalid(vec![unknown_campaign("campaign").into()]));
        };
        let steps: Vec<domain::Step> = input.steps.iter().map(PromiseStepInput::read).collect();
        match ctx.services()?.replies.set_steps(&ctx.viewer(), campaign.id, &steps).await {
            Err(ReplyError::Invalid(problems)) => Ok(SetPromiseStepsPayload::invalid(told(problems, "steps"))),
            set => {
                set?;
                let outcome = SettingOutcome::Saved;
                Ok(SetPromiseStepsPayload { outcome, user_errors: Vec::new(), campaign: Some(campaign.id) })
            }
        }
    }

    /// Keeps the bank holidays of this nation from now on, whatever the configuration says. The days of running promises
    /// follow: `promisesMovedBy` tells how many, beforehand. For admins.
    async fn set_bank_holidays(
        &self,
        ctx: &Context<'_>,
        input: SetBankHolidaysInput,
    ) -> Result<SetBankHolidaysPayload, ApiError> {
        ctx.admin()?;
        ctx.services()?.replies.choose_nation(&ctx.viewer(), input.nation.into()).await?;
        Ok(SetBankHolidaysPayload::SAVED)
    }

    /// Closes a day, or opens one that a rule closes, with a reason that everybody reads. The days of running promises
    /// follow. For admins.
    async fn set_calendar_day(
        &self,
        ctx: &Context<'_>,
        input: SetCalendarDayInput,
    ) -> Result<SetCalendarDayPayload, ApiError> {
        ctx.admin()?;
        let replies = &ctx.services()?.replies;
        match replies.set_day(&ctx.viewer(), &input.day, input.is_closed, &input.why).await {
            Err(ReplyError::Invalid(problems)) => Ok(SetCalendarDayPayload::invalid(problems)),
            set => {
                set?;
                Ok(SetCalendarDayPayload::SAVED)
            }
        }
    }

    /// Forgets one of the council's own days: the rules hold again, and the days of running promises follow. For admins.
    async fn forget_calendar_day(
        &self,
        ctx: &Context<'_>,
        input: ForgetCalendarDayInput,
    ) -> Result<ForgetCalendarDayPayload, ApiError> {
        ctx.admin()?;
        match ctx.services()?.replies.forget_day(&ctx.viewer(), &input.day).await {
            Err(ReplyError::Invalid(problems)) => Ok(ForgetCalendarDayPayload::invalid(problems)),
            forgotten => {
                forgotten?;
                Ok(ForgetCalendarDayPayload::SAVED)
            }
        }
    }
}

/// All rules of routing.
pub(super) async fn routes(ctx: &Context<'_>) -> Result<Vec<ReplyRoute>, ApiError> {
    let routes = ctx.services()?.replies.routes(&ctx.viewer()).await?;
    let loaders = ctx.loaders()?;
    routes.iter().filter_map(|route| route.campaign).for_each(|campaign| loaders.expect_campaign(campaign));
    Ok(routes.into_iter().map(ReplyRoute).collect())
}

async fn label(ctx: &Context<'_>, id: Option<LabelId>) -> Result<Option<Label>, ApiError> {
    let Some(id) = id else { return Ok(None) };
    Ok(ctx.loaders()?.all_labels().await?.iter().find(|one| one.id == id).cloned().map(Label))
}

/// What is wrong with one of a list is told of the list.
fn told(problems: Problems, list: &'static str) -> Vec<UserError> {
    problems.0.into_iter().map(|problem| problem.at(list).into()).collect()
}

/// A rule by which ideas find their department.
pub(crate) struct ReplyRoute(domain::Route);

/// A rule by which ideas find their department: all that it names must fit.
#[Object]
impl ReplyRoute {
    /// Where to.
    async fn department(&self, ctx: &Context<'_>) -> Result<Option<Department>, ApiError> {
        Ok(ctx.loaders()?.department(self.0.department).await?.map(Department))
    }

    /// Only ideas of this campaign; null for all.
    async fn campaign(&self, ctx: &Context<'_>) -> Result<Option<Campaign>, ApiError> {
        let Some(campaign) = self.0.campaign else { return Ok(None) };
        Ok(ctx.loaders()?.campaign(campaign).await?.map(Campaign))
    }

    /// Only ideas about this place; null for all.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Label>, ApiError> {
        label(ctx, self.0.place).await
    }

    /// Only ideas with this tag; null for all.
    async fn tag(&self, ctx: &Context<'_>) -> Result<Option<Label>, ApiError> {
        label(ctx, self.0.tag).await
    }

    /// Only ideas that have this word in title or text; null for all.
    async fn word(&self) -> Option<&str> {
        self.0.word.as_deref()
    }
}

/// Every rule.
#[derive(InputObject)]
pub(crate) struct SetRoutesInput {
    /// All of them, in the order in which they are asked; at most 200.
    routes: Vec<ReplyRouteInput>,
}

/// A rule. It needs at least one of campaign, place, tag and word.
#[derive(InputObject)]
pub(crate) struct ReplyRouteInput {
    /// Where to.
    department_id: ID,
    /// Only ideas of the campaign with this short name.
    campaign: Option<String>,
    /// Only ideas about the place with this short name.
    place: Option<String>,
    /// Only ideas with the tag of this short name.
    tag: Option<String>,
    /// Only ideas that have this word in title or text; capitals make no difference.
    word: Option<String>,
}

impl ReplyRouteInput {
    async fn read(self, ctx: &Context<'_>, position: i32) -> Result<Result<domain::Route, Problem>, ApiError> {
        let department: DepartmentId = match known(ctx, &self.department_id).await? {
            Ok(department) => department,
            Err(problem) => return Ok(Err(problem.at("routes"))),
        };
        let campaign = match self.campaign {
            None => None,
            Some(slug) => match ctx.services()?.ideas.campaign(&slug).await? {
                Some(campaign) => Some(campaign.id),
                None => return Ok(Err(unknown_campaign("routes"))),
            },
        };
        let word = self.word.filter(|word| !word.trim().is_empty());
        let word = match word.map(|word| domain::Line::parse("routes", &word, 1..=80)).transpose() {
            Ok(word) => word.map(|word| word.as_str().to_owned()),
            Err(problem) => return Ok(Err(problem)),
        };
        let labels = ctx.loaders()?.all_labels().await?;
        let place = self.place.as_deref().map(|slug| slug_in(&labels, LabelKind::Place, slug)).transpose();
        let tag = self.tag.as_deref().map(|slug| slug_in(&labels, LabelKind::Tag, slug)).transpose();
        let (place, tag) = match (place, tag) {
            (Ok(place), Ok(tag)) => (place, tag),
            (Err(problem), _) | (_, Err(problem)) => return Ok(Err(problem.at("routes"))),
        };
        Ok(Ok(domain::Route { position, department, campaign, place, tag, word }))
    }
}

/// What a campaign shall promise.
#[derive(InputObject)]
pub(crate) struct SetPromiseStepsInput {
    /// The campaign's short name.
    campaign: String,
    /// All steps, each kind at most once; none promises nothing.
    steps: Vec<PromiseStepInput>,
}

/// One step of a campaign's promise.
#[derive(InputObject)]
pub(crate) struct PromiseStepInput {
    /// What the council does.
    kind: PromiseKind,
    /// At so many supporters: 1 to 100,000,000.
    supporters: i32,
    /// Within so many working days of the council's own calendar: 1 to 520.
    working_days: i32,
}

impl PromiseStepInput {
    /// What doesn't fit is out of the range that the service tells.
    fn read(&self) -> domain::Step {
        domain::Step {
            kind: self.kind.into(),
            supporters: u32::try_from(self.supporters).unwrap_or(0),
            working_days: u16::try_from(self.working_days).unwrap_or(0),
        }
    }
}

/// A day of the council's own.
#[derive(InputObject)]
pub(crate) struct SetCalendarDayInput {
    /// Which, like `2027-03-14`.
    day: String,
    /// Whether the council is closed; otherwise it works, whatever a rule says.
    #[graphql(default = true)]
    is_closed: bool,
    /// Why, on one line of 3 to 200 characters; everybody reads it.
    why: String,
}

/// A day that is none of the council's own any more.
#[derive(InputObject)]
pub(crate) struct ForgetCalendarDayInput {
    /// Which, like `2027-03-14`.
    day: String,
}

/// What became of the rules of routing.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct SetRoutesPayload {
    /// In one word.
    outcome: SettingOutcome,
    /// What to mend; empty if they were set.
    user_errors: Vec<UserError>,
}

#[ComplexObject]
impl SetRoutesPayload {
    /// The rules as they stand now, read only if you ask for them.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn routes(&self, ctx: &Context<'_>) -> Result<Vec<ReplyRoute>, ApiError> {
        routes(ctx).await
    }
}

/// What became of a campaign's promise.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct SetPromiseStepsPayload {
    /// In one word.
    outcome: SettingOutcome,
    /// What to mend; empty if it was set.
    user_errors: Vec<UserError>,
    #[graphql(skip)]
    campaign: Option<CampaignId>,
}

impl SetPromiseStepsPayload {
    const fn invalid(user_errors: Vec<UserError>) -> Self {
        Self { outcome: SettingOutcome::Invalid, user_errors, campaign: None }
    }
}

#[ComplexObject]
impl SetPromiseStepsPayload {
    /// What the campaign promises now, read only if you ask for it.
    #[graphql(complexity = "10 + 3 * child_complexity")]
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<PromiseStep>, ApiError> {
        let Some(campaign) = self.campaign else { return Ok(Vec::new()) };
        Ok(ctx.loaders()?.steps(campaign).await?.into_iter().map(Into::into).collect())
    }
}

macro_rules! day_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        #[graphql(complex)]
        pub(crate) struct $name {
            /// In one word.
            outcome: SettingOutcome,
            /// What to mend; empty if it was done.
            user_errors: Vec<UserError>,
        }

        impl $name {
            const SAVED: Self = Self { outcome: SettingOutcome::Saved, user_errors: Vec::new() };

            fn invalid(problems: Problems) -> Self {
                Self { outcome: SettingOutcome::Invalid, user_errors: user_errors(problems) }
            }
        }

        #[ComplexObject]
        impl $name {
            /// The council's own days as they stand now, read only if you ask for them.
            #[graphql(complexity = "10 + 20 * child_complexity")]
            async fn own_days(&self, ctx: &Context<'_>) -> Result<Vec<CouncilDay>, ApiError> {
                Ok(ctx.services()?.replies.own_days().await?.into_iter().map(Into::into).collect())
            }
        }
    };
}

day_payload!(
    /// What became of one of the council's own days.
    SetCalendarDayPayload
);
day_payload!(
    /// What became of forgetting one of the council's own days.
    ForgetCalendarDayPayload
);
