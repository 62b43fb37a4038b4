//! Writing an answer: keep it, ask a second officer, set a time, or throw it away. None of it is public.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use folkmoot_replies::{Next, Saved};

use super::acts::{OfficerActOutcome, Refusal, act_payload, idea};
use super::draft::{ReplyDraft, ReplyDraftLock, ReplyTyped, draft};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::user_error::{UserError, changed, refusal, user_errors};

/// The acts of writing an answer.
#[derive(Default)]
pub(crate) struct DraftMutations;

#[Object]
impl DraftMutations {
    /// Keeps a draft of an answer, and keeps colleagues from it for ten minutes. For officers of a department that has the
    /// idea, for any officer while none has, and for admins.
    async fn save_reply_draft(
        &self,
        ctx: &Context<'_>,
        input: SaveReplyDraftInput,
    ) -> Result<SaveReplyDraftPayload, ApiError> {
        Ok(SaveReplyDraftPayload(save(ctx, input.draft, Next::Keep).await?))
    }

    /// Keeps a draft and asks the other officers of the department for a second yes, by letter. For officers of the
    /// department that leads, and for admins.
    async fn ask_reply_approval(
        &self,
        ctx: &Context<'_>,
        input: AskReplyApprovalInput,
    ) -> Result<AskReplyApprovalPayload, ApiError> {
        Ok(AskReplyApprovalPayload(save(ctx, input.draft, Next::Approval).await?))
    }

    /// Sets the instant at which a draft becomes public by itself. For officers of the department that leads, and for
    /// admins.
    async fn schedule_reply(
        &self,
        ctx: &Context<'_>,
        input: ScheduleReplyInput,
    ) -> Result<ScheduleReplyPayload, ApiError> {
        Ok(ScheduleReplyPayload(save(ctx, input.draft, Next::At(input.at.0)).await?))
    }

    /// Throws a draft away. For officers of the department that leads, and for admins.
    async fn discard_reply_draft(
        &self,
        ctx: &Context<'_>,
        input: DiscardReplyDraftInput,
    ) -> Result<DiscardReplyDraftPayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(DiscardReplyDraftPayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.discard(&ctx.viewer(), number, input.version).await;
        DiscardReplyDraftPayload::of(id, done, "version")
    }
}

async fn save(ctx: &Context<'_>, typed: ReplyTyped, next: Next) -> Result<Kept, ApiError> {
    ctx.officer()?;
    let number = match idea(ctx, &typed.idea_id).await? {
        Ok((_id, number)) => number,
        Err(problem) => return Ok(Kept::refused(None, Refusal::invalid(problem))),
    };
    let typed = typed.typed(ctx)?;
    Ok(match ctx.services()?.replies.save(&ctx.viewer(), number, typed, next).await {
        Ok(Saved::As(_version)) => Kept::new(Some(number), SaveReplyDraftOutcome::Saved),
        Ok(Saved::Changed(theirs)) => Kept {
            theirs: Some(*theirs),
            problems: vec![changed("version").into()],
            ..Kept::new(Some(number), SaveReplyDraftOutcome::Changed)
        },
        // By a mutation somebody means it, so it never stands in the way of itself.
        Ok(Saved::Gone | Saved::Set(_)) => Kept {
            problems: vec![changed("version").into()],
            ..Kept::new(Some(number), SaveReplyDraftOutcome::Changed)
        },
        Ok(Saved::Locked(by, until)) => Kept {
            lock: Some((by, until)),
            problems: refusal("ideaId", "LOCKED", "Somebody else has it open. Wait until they have done with it."),
            ..Kept::new(Some(number), SaveReplyDraftOutcome::Locked)
        },
        Err(error) => Kept::refused(Some(number), Refusal::of(error, "version")?),
    })
}

/// A draft to keep.
#[derive(InputObject)]
pub(crate) struct SaveReplyDraftInput {
    #[graphql(flatten)]
    draft: ReplyTyped,
}

/// A draft for somebody else's yes.
#[derive(InputObject)]
pub(crate) struct AskReplyApprovalInput {
    #[graphql(flatten)]
    draft: ReplyTyped,
}

/// A draft with its time.
#[derive(InputObject)]
pub(crate) struct ScheduleReplyInput {
    #[graphql(flatten)]
    draft: ReplyTyped,
    /// When it becomes public: an instant that is still to come.
    at: DateTime,
}

/// A draft to throw away.
#[derive(InputObject)]
pub(crate) struct DiscardReplyDraftInput {
    /// Of an answer to which idea.
    idea_id: ID,
    /// The version that you have read.
    version: i32,
}

/// What became of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum SaveReplyDraftOutcome {
    /// It is kept, and stands as was asked.
    Saved,
    /// Somebody saved another meanwhile: `draft` is theirs. Nothing was changed.
    Changed,
    /// Somebody else has it open: `lock` says who. Nothing was changed.
    Locked,
    /// It can't be done now, for the reason that the user errors tell.
    Refused,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}

struct Kept {
    number: Option<i64>,
    outcome: SaveReplyDraftOutcome,
    theirs: Option<folkmoot_replies::Draft>,
    lock: Option<(folkmoot_common::PersonId, folkmoot_common::Timestamp)>,
    problems: Vec<UserError>,
}

impl Kept {
    const fn new(number: Option<i64>, outcome: SaveReplyDraftOutcome) -> Self {
        Self { number, outcome, theirs: None, lock: None, problems: Vec::new() }
    }

    fn refused(number: Option<i64>, refusal: Refusal) -> Self {
        let outcome = match refusal.outcome {
            OfficerActOutcome::Done => SaveReplyDraftOutcome::Saved,
            OfficerActOutcome::Changed => SaveReplyDraftOutcome::Changed,
            OfficerActOutcome::Refused => SaveReplyDraftOutcome::Refused,
            OfficerActOutcome::Invalid => SaveReplyDraftOutcome::Invalid,
        };
        Self { problems: user_errors(refusal.problems), ..Self::new(number, outcome) }
    }

    async fn draft(&self, ctx: &Context<'_>) -> Result<Option<ReplyDraft>, ApiError> {
        match (&self.theirs, self.number) {
            (Some(theirs), _) => Ok(Some(ReplyDraft(theirs.clone()))),
            (None, Some(number)) => draft(ctx, number).await,
            (None, None) => Ok(None),
        }
    }
}

macro_rules! draft_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub(crate) struct $name(Kept);

        $(#[$doc])*
        #[Object]
        impl $name {
            /// In one word.
            async fn outcome(&self) -> SaveReplyDraftOutcome {
                self.0.outcome
            }

            /// The draft as it stands now, read only if you ask for it.
            #[graphql(complexity = "10 + child_complexity")]
            async fn draft(&self, ctx: &Context<'_>) -> Result<Option<ReplyDraft>, ApiError> {
                self.0.draft(ctx).await
            }

            /// Who has it open, when that stands in the way.
            async fn lock(&self) -> Option<ReplyDraftLock> {
                self.0.lock.map(|(by, until)| ReplyDraftLock { by, until })
            }

            /// What to mend, or why it was not done; empty if it was.
            async fn user_errors(&self) -> &[UserError] {
                &self.0.problems
            }
        }
    };
}

draft_payload!(
    /// What became of a draft that was to be kept.
    SaveReplyDraftPayload
);
draft_payload!(
    /// What became of asking for a second officer's yes.
    AskReplyApprovalPayload
);
draft_payload!(
    /// What became of setting a time.
    ScheduleReplyPayload
);
act_payload!(
    /// What became of throwing a draft away.
    DiscardReplyDraftPayload
);
