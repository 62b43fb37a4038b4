//! Publishing an answer, and revising it: both are public at once.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::ReplyId;
use folkmoot_replies::{self as domain, ReplyError};

use super::acts::{OfficerActOutcome, Refusal, idea};
use super::draft::{ReplyTyped, ReplyWords};
use super::reply::OfficialReply;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The acts that everybody reads.
#[derive(Default)]
pub(crate) struct PublishMutations;

#[Object]
impl PublishMutations {
    /// Publishes an answer at once: it ends the draft, keeps the promise to reply, moves the ideas to their new status and
    /// is told to everybody who follows them. For officers of the department that leads, and for admins.
    async fn publish_reply(
        &self,
        ctx: &Context<'_>,
        input: PublishReplyInput,
    ) -> Result<PublishReplyPayload, ApiError> {
        ctx.officer()?;
        let number = match idea(ctx, &input.draft.idea_id).await? {
            Ok((_id, number)) => number,
            Err(problem) => {
                let (outcome, user_errors) = told(Refusal::invalid(problem));
                return Ok(PublishReplyPayload { outcome, reply: None, user_errors });
            }
        };
        let typed = input.draft.typed(ctx)?;
        let published = ctx.services()?.replies.publish(&ctx.viewer(), number, typed).await;
        let (outcome, reply, user_errors) = public(ctx, published, "version")?;
        Ok(PublishReplyPayload { outcome, reply, user_errors })
    }

    /// Changes what an answer says, for a reason that everybody reads. What it said stays to be read. For officers of the
    /// department that answered, and for admins.
    async fn revise_reply(&self, ctx: &Context<'_>, input: ReviseReplyInput) -> Result<ReviseReplyPayload, ApiError> {
        ctx.officer()?;
        let id: ReplyId = match ids::field(&input.reply_id, "replyId") {
            Ok(id) => id,
            Err(problem) => {
                let (outcome, user_errors) = told(Refusal::invalid(problem));
                return Ok(ReviseReplyPayload { outcome, reply: None, user_errors });
            }
        };
        let raw = input.words.raw(ctx)?;
        let with = (input.revision, &raw, input.why.as_str());
        let revised = ctx.services()?.replies.revise(&ctx.viewer(), id, with).await;
        let (outcome, reply, user_errors) = public(ctx, revised, "revision")?;
        Ok(ReviseReplyPayload { outcome, reply, user_errors })
    }
}

type Public = (PublishReplyOutcome, Option<OfficialReply>, Vec<UserError>);

fn public(
    ctx: &Context<'_>,
    published: Result<domain::OfficialReply, ReplyError>,
    seen: &'static str,
) -> Result<Public, ApiError> {
    match published {
        Ok(reply) => {
            OfficialReply::expect(ctx, std::iter::once(&reply))?;
            Ok((PublishReplyOutcome::Published, Some(OfficialReply(reply)), Vec::new()))
        }
        Err(error) => {
            let (outcome, user_errors) = told(Refusal::of(error, seen)?);
            Ok((outcome, None, user_errors))
        }
    }
}

fn told(refusal: Refusal) -> (PublishReplyOutcome, Vec<UserError>) {
    let outcome = match refusal.outcome {
        OfficerActOutcome::Done => PublishReplyOutcome::Published,
        OfficerActOutcome::Changed => PublishReplyOutcome::Changed,
        OfficerActOutcome::Refused => PublishReplyOutcome::Refused,
        OfficerActOutcome::Invalid => PublishReplyOutcome::Invalid,
    };
    (outcome, user_errors(refusal.problems))
}

/// An answer to publish.
#[derive(InputObject)]
pub(crate) struct PublishReplyInput {
    #[graphql(flatten)]
    draft: ReplyTyped,
}

/// An answer to revise.
#[derive(InputObject)]
pub(crate) struct ReviseReplyInput {
    /// Which answer.
    reply_id: ID,
    #[graphql(flatten)]
    words: ReplyWords,
    /// The revision that you have read.
    revision: i32,
    /// Why it says something else, on one line of 10 to 500 characters; everybody reads it.
    why: String,
}

/// What became of publishing or revising an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum PublishReplyOutcome {
    /// Everybody reads it.
    Published,
    /// Somebody changed the draft or the answer meanwhile; nothing was published.
    Changed,
    /// It can't be done now, for the reason that the user errors tell: nobody has approved it, or an idea can't move.
    Refused,
    /// Something typed must be mended; nothing was published.
    Invalid,
}

/// What became of publishing an answer.
#[derive(SimpleObject)]
pub(crate) struct PublishReplyPayload {
    /// In one word.
    outcome: PublishReplyOutcome,
    /// The answer, if it was published.
    reply: Option<OfficialReply>,
    /// What to mend, or why it was not published; empty if it was.
    user_errors: Vec<UserError>,
}

/// What became of revising an answer.
#[derive(SimpleObject)]
pub(crate) struct ReviseReplyPayload {
    /// In one word.
    outcome: PublishReplyOutcome,
    /// The answer as it reads now, if it was revised.
    reply: Option<OfficialReply>,
    /// What to mend, or why it was not revised; empty if it was.
    user_errors: Vec<UserError>,
}
