//! A decision as its author, and staff, may read it. Who made it and how long it had waited are for staff alone.

use async_graphql::{Context, ID, Object, SimpleObject};
use folkmoot_moderation as domain;

use super::words::{ModerationAct, TargetKind, TargetState};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::people::{PublicPerson, Role};
use crate::{count, ids};

/// A moderator's act on something, with its reason.
pub(crate) struct Decision(pub(crate) domain::Decision);

/// A moderator's act on something, with its reason. Those it concerns read it whole, but for who made it.
#[Object]
impl Decision {
    /// Opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// What was done.
    async fn act(&self) -> ModerationAct {
        self.0.act.into()
    }

    /// What kind of thing it was about.
    async fn about(&self) -> TargetKind {
        self.0.target.into()
    }

    /// The public number of the idea, or of the one that the comment stands under.
    async fn idea_number(&self) -> Option<i32> {
        self.0.place.number.map(count)
    }

    /// The comment's number under its idea.
    async fn comment_number(&self) -> Option<i32> {
        self.0.place.comment
    }

    /// Why, in the council's standing words: which rule, what is wrong, how to mend it.
    #[graphql(complexity = "10 + child_complexity")]
    async fn reason(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which language, as a short code. The site's first, if left out.")] language: Option<
            String,
        >,
    ) -> Result<Option<Reason>, ApiError> {
        let Some(code) = &self.0.reason else { return Ok(None) };
        let reasons = ctx.loaders()?.reasons(language.as_deref()).await?;
        Ok(reasons.iter().find(|reason| reason.code == *code).cloned().map(Into::into))
    }

    /// What the moderator added in their own words.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// When.
    async fn decided_at(&self) -> DateTime {
        self.0.at.into()
    }

    /// When it was taken back, if it was.
    async fn undone_at(&self) -> Option<DateTime> {
        self.0.undone_at.map(DateTime)
    }

    /// How what it was about stands now.
    async fn state(&self) -> TargetState {
        self.0.state.into()
    }

    /// Whether another moderator can still be asked to look again: by `appealDecision`.
    async fn can_be_appealed(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        Ok(self.0.can_be_appealed(ctx.services()?.sources.now()))
    }

    /// Up to when, for acts that can be appealed at all.
    async fn appeal_before(&self) -> Option<DateTime> {
        self.0.act.needs_reason().then(|| DateTime(self.0.at.plus(domain::APPEAL_WITHIN)))
    }

    /// The appeal against it.
    async fn appeal(&self) -> Option<Appeal> {
        self.0.appeal.clone().map(Into::into)
    }

    /// Who decided; for staff only, and null when the program did.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        match self.0.actor.filter(|_| ctx.viewer().sees_everything()) {
            None => Ok(None),
            Some(actor) => Ok(ctx.loaders()?.person(actor).await?.map(PublicPerson)),
        }
    }

    /// In which role; for staff only.
    async fn role(&self, ctx: &Context<'_>) -> Option<Role> {
        self.0.role.filter(|_| ctx.viewer().sees_everything()).map(Into::into)
    }

    /// How long it had waited; for staff only.
    async fn waited_seconds(&self, ctx: &Context<'_>) -> Option<i32> {
        ctx.viewer().sees_everything().then(|| seconds(self.0.waited))
    }

    /// Whether `undoDecision` can still take it back; for staff only.
    async fn can_be_undone(&self, ctx: &Context<'_>) -> Result<Option<bool>, ApiError> {
        let now = ctx.services()?.sources.now();
        Ok(ctx.viewer().sees_everything().then(|| self.0.can_be_undone(now)))
    }

    /// Whether `correctDecision` can take it back after that; for staff only.
    async fn can_be_corrected(&self, ctx: &Context<'_>) -> Result<Option<bool>, ApiError> {
        let now = ctx.services()?.sources.now();
        Ok(ctx.viewer().sees_everything().then(|| self.0.can_be_corrected(now)))
    }
}

/// A span in whole seconds.
pub(super) fn seconds(span: std::time::Duration) -> i32 {
    i32::try_from(span.as_secs()).unwrap_or(i32::MAX)
}

/// The request that another moderator looks again, and what came of it.
#[derive(SimpleObject)]
pub(crate) struct Appeal {
    /// Opaque and lasting.
    id: ID,
    /// When it came.
    filed_at: DateTime,
    /// By when it is answered.
    due_at: DateTime,
    /// Whether the decision was overturned; null while nobody has looked.
    overturned: Option<bool>,
    /// Whether nothing is left to look at: what it is about was taken back, or the decision was.
    is_moot: bool,
    /// What the second moderator says about it.
    answer: Option<String>,
}

impl From<domain::AppealState> for Appeal {
    fn from(appeal: domain::AppealState) -> Self {
        Self {
            id: ids::global(appeal.id),
            filed_at: appeal.at.into(),
            due_at: appeal.due_at.into(),
            overturned: appeal.overturned,
            is_moot: appeal.is_moot,
            answer: appeal.answer,
        }
    }
}

/// What a council says when it takes something from somebody; the same for everybody.
#[derive(SimpleObject, Clone)]
#[graphql(name = "ModerationReason")]
pub(crate) struct Reason {
    /// Its short name, as `decide` takes it: `SPAM`.
    code: String,
    /// On one line.
    title: String,
    /// Which rule, as the guidelines name it.
    rule: String,
    /// What is wrong, said to the author.
    words: String,
    /// How to mend it, said to the author.
    mend: String,
    /// Whether it is chosen no more; old decisions still name it.
    is_retired: bool,
}

impl From<domain::Reason> for Reason {
    fn from(reason: domain::Reason) -> Self {
        Self {
            code: reason.code.as_str().to_owned(),
            title: reason.title,
            rule: reason.rule,
            words: reason.words,
            mend: reason.mend,
            is_retired: reason.retired,
        }
    }
}
