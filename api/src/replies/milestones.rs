//! Steps of delivery: everybody reads them, officers set them and say what came of them, and those who support an idea say
//! whether it happened. Who said what is told to nobody but themselves.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{MilestoneId, Problems};
use folkmoot_replies::{self as domain, Milestone as Known};

use super::acts::{act_payload, idea};
use crate::context::Reach as _;
use crate::count;
use crate::date_time::{Date, DateTime};
use crate::error::ApiError;
use crate::ideas::IdeaStatus;
use crate::ids;

/// Whether a step happened: the council's word, and a supporter's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::Happens")]
pub(crate) enum MilestoneWord {
    /// It did.
    Yes,
    /// Some of it did.
    Partly,
    /// It didn't.
    No,
}

/// A dated step of what the council said that it would do.
#[derive(SimpleObject)]
pub(crate) struct Milestone {
    /// Opaque and lasting.
    id: ID,
    /// What shall have happened, in plain text.
    title: String,
    /// By the end of this day.
    due: Date,
    /// What the council says came of it; null while it hasn't.
    claim: Option<MilestoneWord>,
    /// In its own words, in plain text.
    note: Option<String>,
    /// When it said so.
    claimed_at: Option<DateTime>,
    /// When supporters were asked whether it happened; null while they can't say.
    asked_at: Option<DateTime>,
    /// How many of them say that it happened.
    yes: i32,
    /// How many say that some of it did.
    partly: i32,
    /// How many say that it didn't.
    no: i32,
    /// When so many said no that the council must look again; null once it has.
    reopened_at: Option<DateTime>,
    /// What the viewer said; null if nothing, or without a viewer.
    viewer_said: Option<MilestoneWord>,
}

/// The steps of an idea, with the viewer's own words.
pub(crate) async fn milestones(ctx: &Context<'_>, known: Vec<Known>) -> Result<Vec<Milestone>, ApiError> {
    let of: Vec<MilestoneId> = known.iter().map(|one| one.id).collect();
    let own = ctx.services()?.replies.own_words(&ctx.viewer(), &of).await?;
    let many = |people: u64| count(i64::try_from(people).unwrap_or(i64::MAX));
    let one = |one: Known| Milestone {
        id: ids::global(one.id),
        viewer_said: own.iter().find(|(id, _)| *id == one.id).map(|(_, said)| (*said).into()),
        title: one.title,
        due: one.due.into(),
        claim: one.claim.map(Into::into),
        note: one.note,
        claimed_at: one.claimed_at.map(DateTime),
        asked_at: one.asked_at.map(DateTime),
        yes: many(one.said.yes),
        partly: many(one.said.partly),
        no: many(one.said.no),
        reopened_at: one.reopened_at.map(DateTime),
    };
    Ok(known.into_iter().map(one).collect())
}

/// The acts on steps of delivery.
#[derive(Default)]
pub(crate) struct MilestoneMutations;

#[Object]
impl MilestoneMutations {
    /// Sets a step of what was answered. For officers of the department that leads, and for admins.
    async fn set_milestone(
        &self,
        ctx: &Context<'_>,
        input: SetMilestoneInput,
    ) -> Result<SetMilestonePayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(SetMilestonePayload::invalid(problem)),
        };
        let step = (input.title.as_str(), input.due.as_str());
        let done = ctx.services()?.replies.set_milestone(&ctx.viewer(), number, step).await;
        SetMilestonePayload::of(id, done.map(|_id| ()), "ideaId")
    }

    /// Says what came of a step; its supporters are asked whether that is so. For officers of the department that leads, and
    /// for admins.
    async fn claim_milestone(
        &self,
        ctx: &Context<'_>,
        input: ClaimMilestoneInput,
    ) -> Result<ClaimMilestonePayload, ApiError> {
        ctx.officer()?;
        let mut problems = Problems::default();
        let named = problems.check(idea(ctx, &input.idea_id).await?);
        let step = problems.check(ids::field::<MilestoneId>(&input.milestone_id, "milestoneId"));
        let (Some((id, number)), Some(step)) = (named, step) else {
            return Ok(ClaimMilestonePayload::invalid(problems));
        };
        let claim = (step, input.claim.into(), input.note.as_str());
        let done = ctx.services()?.replies.claim(&ctx.viewer(), number, claim).await;
        ClaimMilestonePayload::of(id, done, "milestoneId")
    }

    /// Moves an answered idea on: to in progress, to done, or back. For officers of the department that leads, and for admins.
    async fn move_idea_on(&self, ctx: &Context<'_>, input: MoveIdeaOnInput) -> Result<MoveIdeaOnPayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(MoveIdeaOnPayload::invalid(problem)),
        };
        let to = folkmoot_ideas::IdeaStatus::from(input.status);
        let done = ctx.services()?.replies.move_on(&ctx.viewer(), number, (to.as_str(), &input.words)).await;
        let done = done.map_err(|error| match error {
            domain::ReplyError::Refused(problem) => domain::ReplyError::Refused(problem.at("status")),
            other => other,
        });
        MoveIdeaOnPayload::of(id, done, "ideaId")
    }

    /// Says whether a step happened, once supporters were asked; saying it again replaces it. For those who support the idea,
    /// and its author.
    async fn say_milestone(
        &self,
        ctx: &Context<'_>,
        input: SayMilestoneInput,
    ) -> Result<SayMilestonePayload, ApiError> {
        ctx.signed_in()?;
        let mut problems = Problems::default();
        let named = problems.check(idea(ctx, &input.idea_id).await?);
        let step = problems.check(ids::field::<MilestoneId>(&input.milestone_id, "milestoneId"));
        let (Some((id, number)), Some(step)) = (named, step) else {
            return Ok(SayMilestonePayload::invalid(problems));
        };
        let said = (step, input.happened.into());
        let done = ctx.services()?.replies.say_whether(&ctx.viewer(), number, said).await;
        SayMilestonePayload::of(id, done.map(|_milestone| ()), "milestoneId")
    }
}

/// A step to set.
#[derive(InputObject)]
pub(crate) struct SetMilestoneInput {
    /// Of which idea.
    idea_id: ID,
    /// What shall have happened, 5 to 120 characters.
    title: String,
    /// By the end of which day, like `2027-03-14`.
    due: String,
}

/// What came of a step.
#[derive(InputObject)]
pub(crate) struct ClaimMilestoneInput {
    /// Of which idea.
    idea_id: ID,
    /// Which step.
    milestone_id: ID,
    /// Whether it happened.
    claim: MilestoneWord,
    /// In the council's own words, on one line of 10 to 500 characters; everybody reads it.
    note: String,
}

/// An idea to move on.
#[derive(InputObject)]
pub(crate) struct MoveIdeaOnInput {
    /// Which.
    idea_id: ID,
    /// Where to.
    status: IdeaStatus,
    /// What happened, on one line of 10 to 500 characters; everybody reads it.
    words: String,
}

/// What somebody says of a step.
#[derive(InputObject)]
pub(crate) struct SayMilestoneInput {
    /// Of which idea.
    idea_id: ID,
    /// Which step.
    milestone_id: ID,
    /// Whether it happened.
    happened: MilestoneWord,
}

act_payload!(
    /// What became of setting a step.
    SetMilestonePayload
);
act_payload!(
    /// What became of saying what came of a step.
    ClaimMilestonePayload
);
act_payload!(
    /// What became of moving an idea on.
    MoveIdeaOnPayload
);
act_payload!(
    /// What became of somebody's word on a step.
    SayMilestonePayload
);
