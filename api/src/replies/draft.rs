//! An answer that is being written, for those who write it; for everybody else there is none.

use async_graphql::{Context, ID, InputObject, Object};
use folkmoot_common::{PersonId, Timestamp};
use folkmoot_replies::{self as domain, RawReply, ReplyError, Stage};

use super::department::person;
use super::ease::ReadingEase;
use super::words::{ReplyDraftStage, ReplyOutcome};
use crate::context::Reach as _;
use crate::count;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::people::PublicPerson;

/// The draft of an answer to this idea; nothing for whoever may not see it.
pub(crate) async fn draft(ctx: &Context<'_>, number: i64) -> Result<Option<ReplyDraft>, ApiError> {
    if !ctx.is_officer() {
        return Ok(None);
    }
    match ctx.services()?.replies.draft(&ctx.viewer(), number).await {
        Err(ReplyError::SignedOut | ReplyError::Forbidden | ReplyError::NotFound) => Ok(None),
        draft => Ok(draft?.map(ReplyDraft)),
    }
}

/// An answer that is being written.
pub(crate) struct ReplyDraft(pub(super) domain::Draft);

/// An answer that is being written, as typed so far: only its department sees it.
#[Object]
impl ReplyDraft {
    /// 1, and one more for each time that it was saved. Acts on it want it back, so that nobody overwrites what they haven't
    /// read.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// How far it has come.
    async fn stage(&self) -> ReplyDraftStage {
        self.0.stage.into()
    }

    /// Who asked for a second officer's yes, or set its time; null while it is being written.
    async fn staged_by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        match self.0.stage {
            Stage::Writing => Ok(None),
            Stage::Approval { by, .. } | Stage::Scheduled { by, .. } => person(ctx, by).await,
        }
    }

    /// When it becomes public by itself; null unless a time is set.
    async fn scheduled_for(&self) -> Option<DateTime> {
        match self.0.stage {
            Stage::Scheduled { for_, .. } => Some(for_.into()),
            Stage::Writing | Stage::Approval { .. } => None,
        }
    }

    /// Who saved it last; null when they have left.
    async fn saved_by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        person(ctx, self.0.by).await
    }

    /// When.
    async fn saved_at(&self) -> DateTime {
        self.0.saved_at.into()
    }

    /// Who has it open at present; null when nobody has.
    async fn lock(&self, ctx: &Context<'_>) -> Result<Option<ReplyDraftLock>, ApiError> {
        let now = ctx.services()?.sources.now();
        Ok(self.0.lock.filter(|(_, until)| *until > now).map(|(by, until)| ReplyDraftLock { by, until }))
    }

    /// Public numbers of other ideas that it answers too.
    async fn others(&self) -> Vec<i32> {
        self.0.others.iter().copied().map(count).collect()
    }

    /// Numbers of comments under the idea whose evidence it used.
    async fn credits(&self) -> &[i32] {
        &self.0.credits
    }

    /// The answer in a word; null while nobody has chosen.
    async fn outcome(&self) -> Option<ReplyOutcome> {
        domain::Outcome::parse(&self.0.raw.outcome).map(Into::into)
    }

    /// For NOT_NOW: from which day on it may be asked again, as typed.
    async fn until(&self) -> &str {
        &self.0.raw.until
    }

    /// For NOT_OURS: who to ask.
    async fn refer_to(&self) -> &str {
        &self.0.raw.refer_to
    }

    /// Why, in Markdown.
    async fn reasons_markdown(&self) -> &str {
        &self.0.raw.reasons
    }

    /// How easy its reasons are to read; null while they have no sentence.
    async fn reading_ease(&self) -> Option<ReadingEase> {
        ReadingEase::hint(&self.0.raw.reasons)
    }

    /// What was done with people's arguments, in Markdown.
    async fn arguments_markdown(&self) -> &str {
        &self.0.raw.arguments
    }

    /// What it costs, in words.
    async fn cost(&self) -> &str {
        &self.0.raw.cost
    }

    /// What happens next.
    async fn next_step(&self) -> &str {
        &self.0.raw.next_step
    }

    /// By when, as typed.
    async fn next_date(&self) -> &str {
        &self.0.raw.next_date
    }

    /// The named role that answers.
    async fn role(&self) -> &str {
        &self.0.raw.role
    }

    /// What it is written in, as a short code.
    async fn language(&self) -> &str {
        &self.0.raw.language
    }
}

/// Who has a draft open.
pub(crate) struct ReplyDraftLock {
    pub(super) by: PersonId,
    pub(super) until: Timestamp,
}

/// Who has a draft open, and until when.
#[Object]
impl ReplyDraftLock {
    /// Who; null when they have left.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        person(ctx, self.by).await
    }

    /// Until then, unless they save it again.
    async fn until(&self) -> DateTime {
        self.until.into()
    }

    /// Whether it is the viewer.
    async fn is_yours(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().is(self.by)
    }
}

/// What an answer says.
#[derive(InputObject)]
pub(crate) struct ReplyWords {
    /// The answer in a word.
    outcome: Option<ReplyOutcome>,
    /// For NOT_NOW: from which day on it may be asked again, like `2027-03-14`.
    until: Option<String>,
    /// For NOT_OURS: who to ask, at most 200 characters.
    refer_to: Option<String>,
    /// Why, in Markdown, at most 10,000 characters.
    reasons: Option<String>,
    /// What was done with people's arguments, in Markdown, at most 10,000 characters.
    arguments: Option<String>,
    /// What it costs, in words, at most 200 characters.
    cost: Option<String>,
    /// What happens next, at most 200 characters.
    next_step: Option<String>,
    /// By when, like `2027-03-14`.
    next_date: Option<String>,
    /// The named role that answers, 2 to 100 characters: "Head of Parks".
    role: Option<String>,
    /// What it is written in, as a short code. The site's first language, if left out.
    language: Option<String>,
}

impl ReplyWords {
    /// The same as a form's fields.
    pub(super) fn raw(self, ctx: &Context<'_>) -> Result<RawReply, ApiError> {
        let outcome = self.outcome.map(domain::Outcome::from);
        Ok(RawReply {
            outcome: outcome.map(|outcome| outcome.as_str().to_owned()).unwrap_or_default(),
            until: self.until.unwrap_or_default(),
            refer_to: self.refer_to.unwrap_or_default(),
            reasons: self.reasons.unwrap_or_default(),
            arguments: self.arguments.unwrap_or_default(),
            cost: self.cost.unwrap_or_default(),
            next_step: self.next_step.unwrap_or_default(),
            next_date: self.next_date.unwrap_or_default(),
            role: self.role.unwrap_or_default(),
            language: match self.language {
                Some(language) => language,
                None => ctx.services()?.language.as_str().to_owned(),
            },
        })
    }
}

/// An answer as it is being written.
#[derive(InputObject)]
pub(crate) struct ReplyTyped {
    /// Which idea it answers.
    pub(super) idea_id: ID,
    #[graphql(flatten)]
    words: ReplyWords,
    /// Public numbers of other ideas that it answers too: with this one, at most 50.
    others: Option<Vec<i32>>,
    /// Numbers of comments under the idea whose evidence it used, at most 20.
    credits: Option<Vec<i32>>,
    /// The version of the draft that you have read; 0 for none.
    #[graphql(default)]
    version: i32,
}

impl ReplyTyped {
    /// The same in the domain's words.
    pub(super) fn typed(self, ctx: &Context<'_>) -> Result<domain::Typed, ApiError> {
        let others = self.others.unwrap_or_default().into_iter().map(i64::from).collect();
        let (credits, seen) = (self.credits.unwrap_or_default(), self.version);
        Ok(domain::Typed { raw: self.words.raw(ctx)?, others, credits, seen })
    }
}
