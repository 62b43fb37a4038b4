//! The acts on promises: stand still, go on, take longer, keep by a word. Each is public, with its reason.

use async_graphql::{Context, ID, InputObject, Object};

use super::acts::{act_payload, idea};
use super::words::PromiseKind;
use crate::context::Reach as _;
use crate::error::ApiError;

/// The acts on promises. For officers of the department that leads, and for admins.
#[derive(Default)]
pub(crate) struct PromiseMutations;

#[Object]
impl PromiseMutations {
    /// Stops a promise's clock, for a reason that everybody reads. For officers of the department that leads, and for
    /// admins.
    async fn pause_promise(
        &self,
        ctx: &Context<'_>,
        input: PausePromiseInput,
    ) -> Result<PausePromisePayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(PausePromisePayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.pause(&ctx.viewer(), number, input.kind.into(), &input.reason).await;
        PausePromisePayload::of(id, done, "kind")
    }

    /// Lets a promise's clock run again: its day moves by the working days for which it stood. For officers of the
    /// department that leads, and for admins.
    async fn resume_promise(
        &self,
        ctx: &Context<'_>,
        input: ResumePromiseInput,
    ) -> Result<ResumePromisePayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(ResumePromisePayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.resume(&ctx.viewer(), number, input.kind.into()).await;
        ResumePromisePayload::of(id, done, "kind")
    }

    /// Gives a promise more working days, for a reason that everybody reads. For officers of the department that leads,
    /// and for admins.
    async fn extend_promise(
        &self,
        ctx: &Context<'_>,
        input: ExtendPromiseInput,
    ) -> Result<ExtendPromisePayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(ExtendPromisePayload::invalid(problem)),
        };
        // What doesn't fit is out of the range that the service tells.
        let days = u16::try_from(input.working_days).unwrap_or(0);
        let kind = input.kind.into();
        let done = ctx.services()?.replies.extend(&ctx.viewer(), number, kind, days, &input.reason).await;
        ExtendPromisePayload::of(id, done, "kind")
    }

    /// Keeps a promise by a word that everybody reads: the council has seen it, or has brought it to a committee. A promise
    /// to reply is kept by publishing a reply alone. For officers of the department that leads, and for admins.
    async fn keep_promise(&self, ctx: &Context<'_>, input: KeepPromiseInput) -> Result<KeepPromisePayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(KeepPromisePayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.keep(&ctx.viewer(), number, input.kind.into(), &input.reason).await;
        KeepPromisePayload::of(id, done, "kind")
    }
}

/// A promise to stop.
#[derive(InputObject)]
pub(crate) struct PausePromiseInput {
    /// Of which idea.
    idea_id: ID,
    /// Which promise.
    kind: PromiseKind,
    /// Why, on one line of 10 to 500 characters; everybody reads it.
    reason: String,
}

/// A promise to let run again.
#[derive(InputObject)]
pub(crate) struct ResumePromiseInput {
    /// Of which idea.
    idea_id: ID,
    /// Which promise.
    kind: PromiseKind,
}

/// A promise that takes longer.
#[derive(InputObject)]
pub(crate) struct ExtendPromiseInput {
    /// Of which idea.
    idea_id: ID,
    /// Which promise.
    kind: PromiseKind,
    /// How many more working days: 1 to 260.
    working_days: i32,
    /// Why, on one line of 10 to 500 characters; everybody reads it.
    reason: String,
}

/// A promise that is kept.
#[derive(InputObject)]
pub(crate) struct KeepPromiseInput {
    /// Of which idea.
    idea_id: ID,
    /// Which promise: ACKNOWLEDGE or COMMITTEE.
    kind: PromiseKind,
    /// How, on one line of 10 to 500 characters; everybody reads it.
    reason: String,
}

act_payload!(
    /// What became of stopping a promise's clock.
    PausePromisePayload
);
act_payload!(
    /// What became of letting a promise's clock run again.
    ResumePromisePayload
);
act_payload!(
    /// What became of giving a promise more working days.
    ExtendPromisePayload
);
act_payload!(
    /// What became of keeping a promise.
    KeepPromisePayload
);
