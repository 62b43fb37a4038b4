//! Working the desk: taking an item and giving it back, asking for a second opinion, the council's own words.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{ItemId, Language, Problems};
use folkmoot_moderation::{Locked, ModerationError};

use super::decision::Reason;
use super::item::{Lock, QueueItem};
use super::query::item_now;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, refusal, user_errors};

/// The acts of a desk.
#[derive(Default)]
pub(crate) struct DeskMutations;

#[Object]
impl DeskMutations {
    /// Takes an item for five minutes, so that nobody else works on it meanwhile; repeat it while the item is open. For
    /// moderators.
    async fn lock_queue_item(
        &self,
        ctx: &Context<'_>,
        input: LockQueueItemInput,
    ) -> Result<LockQueueItemPayload, ApiError> {
        ctx.staff()?;
        let item: ItemId = match ids::field(&input.item_id, "itemId") {
            Ok(item) => item,
            Err(problem) => return Ok(LockQueueItemPayload::invalid(vec![problem.into()])),
        };
        let locked = ctx.services()?.moderation.lock(&ctx.viewer(), item, input.take).await?;
        let (outcome, lock, user_errors) = match locked {
            Locked::Yours(lock) => (LockQueueItemOutcome::Yours, Some(lock), Vec::new()),
            Locked::Theirs(lock) => {
                let words = "Somebody else has it open. Wait, or take it from them.";
                (LockQueueItemOutcome::Theirs, Some(lock), refusal("itemId", "LOCKED", words))
            }
            Locked::Gone => {
                let words = "There is no such item in the queue, or not any more.";
                (LockQueueItemOutcome::Gone, None, refusal("itemId", "GONE", words))
            }
        };
        Ok(LockQueueItemPayload { outcome, lock: lock.map(Lock), user_errors, id: Some(item) })
    }

    /// Gives an item back without deciding. For moderators.
    async fn release_queue_item(
        &self,
        ctx: &Context<'_>,
        input: ReleaseQueueItemInput,
    ) -> Result<ReleaseQueueItemPayload, ApiError> {
        ctx.staff()?;
        let item: ItemId = match ids::field(&input.item_id, "itemId") {
            Ok(item) => item,
            Err(problem) => {
                let user_errors = vec![problem.into()];
                return Ok(ReleaseQueueItemPayload { outcome: ReleaseQueueItemOutcome::Invalid, user_errors });
            }
        };
        ctx.services()?.moderation.release(&ctx.viewer(), item).await?;
        Ok(ReleaseQueueItemPayload { outcome: ReleaseQueueItemOutcome::Released, user_errors: Vec::new() })
    }

    /// Puts a reason into the council's own words, or makes a new one. For whoever runs the site.
    async fn set_reason(&self, ctx: &Context<'_>, input: SetReasonInput) -> Result<SetReasonPayload, ApiError> {
        ctx.staff()?;
        let mut problems = Problems::default();
        let language = problems.check(Language::parse(&input.language));
        let read =
            folkmoot_moderation::Reason::parse(&input.code, &input.title, &input.rule, &input.words, &input.mend);
        let reason = read.map_err(|more| problems.0.extend(more.0)).ok();
        let (Some(language), Some(reason)) = (language, reason) else {
            let user_errors = user_errors(problems);
            return Ok(SetReasonPayload { outcome: SetReasonOutcome::Invalid, reason: None, user_errors });
        };
        let reason = folkmoot_moderation::Reason { retired: input.is_retired, ..reason };
        ctx.services()?.moderation.settle(&ctx.viewer(), language, reason.clone()).await?;
        let reason = Some(reason.into());
        Ok(SetReasonPayload { outcome: SetReasonOutcome::Saved, reason, user_errors: Vec::new() })
    }

    /// Publishes a new version of the board's rules. Earlier versions stay readable. For whoever runs the site.
    async fn publish_rules(
        &self,
        ctx: &Context<'_>,
        input: PublishRulesInput,
    ) -> Result<PublishRulesPayload, ApiError> {
        ctx.staff()?;
        let invalid = |problems| PublishRulesPayload {
            outcome: PublishRulesOutcome::Invalid,
            version: None,
            user_errors: user_errors(problems),
        };
        let language = match Language::parse(&input.language) {
            Ok(language) => language,
            Err(problem) => return Ok(invalid(problem.into())),
        };
        match ctx.services()?.moderation.publish_policy(&ctx.viewer(), &language, &input.words).await {
            Err(ModerationError::Invalid(problems)) => Ok(invalid(problems)),
            version => {
                let version = Some(version?);
                Ok(PublishRulesPayload { outcome: PublishRulesOutcome::Published, version, user_errors: Vec::new() })
            }
        }
    }
}

/// An item to take.
#[derive(InputObject)]
pub(crate) struct LockQueueItemInput {
    /// Which item.
    item_id: ID,
    /// Whether to take it from whoever has it.
    #[graphql(default)]
    take: bool,
}

/// What became of taking an item.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct LockQueueItemPayload {
    /// In one word.
    outcome: LockQueueItemOutcome,
    /// Who has it now, and until when.
    lock: Option<Lock>,
    /// Why it isn't yours; empty if it is.
    user_errors: Vec<UserError>,
    #[graphql(skip)]
    id: Option<ItemId>,
}

impl LockQueueItemPayload {
    const fn invalid(user_errors: Vec<UserError>) -> Self {
        Self { outcome: LockQueueItemOutcome::Invalid, lock: None, user_errors, id: None }
    }
}

#[ComplexObject]
impl LockQueueItemPayload {
    /// The item as it stands now, read only if you ask for it.
    #[graphql(complexity = "10 + child_complexity")]
    async fn item(&self, ctx: &Context<'_>) -> Result<Option<QueueItem>, ApiError> {
        match self.id {
            None => Ok(None),
            Some(id) => item_now(ctx, id).await,
        }
    }
}

/// What became of taking an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum LockQueueItemOutcome {
    /// It is yours.
    Yours,
    /// Somebody else has it open.
    Theirs,
    /// There is no such item (any more).
    Gone,
    /// The input must be mended; nothing was changed.
    Invalid,
}

/// An item to give back.
#[derive(InputObject)]
pub(crate) struct ReleaseQueueItemInput {
    /// Which item.
    item_id: ID,
}

/// What became of giving an item back.
#[derive(SimpleObject)]
pub(crate) struct ReleaseQueueItemPayload {
    /// In one word.
    outcome: ReleaseQueueItemOutcome,
    /// What to mend; empty if it was given back.
    user_errors: Vec<UserError>,
}

/// What became of giving an item back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum ReleaseQueueItemOutcome {
    /// It isn't yours any more, if it was.
    Released,
    /// The input must be mended; nothing was changed.
    Invalid,
}

/// A reason in the council's own words.
#[derive(InputObject)]
pub(crate) struct SetReasonInput {
    /// In which language, as a short code.
    language: String,
    /// Its short name: capitals, digits and low lines, at most 40.
    code: String,
    /// On one line, at most 80 characters.
    title: String,
    /// Which rule, as the guidelines name it, at most 80 characters.
    rule: String,
    /// What is wrong, said to the author, at most 1,000 characters.
    words: String,
    /// How to mend it, said to the author, at most 1,000 characters.
    mend: String,
    /// Whether it is chosen no more.
    #[graphql(default)]
    is_retired: bool,
}

/// What became of a reason.
#[derive(SimpleObject)]
pub(crate) struct SetReasonPayload {
    /// In one word.
    outcome: SetReasonOutcome,
    /// The reason as it reads now.
    reason: Option<Reason>,
    /// What to mend; empty if it was saved.
    user_errors: Vec<UserError>,
}

/// What became of a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum SetReasonOutcome {
    /// It reads so now.
    Saved,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}

/// The board's rules.
#[derive(InputObject)]
pub(crate) struct PublishRulesInput {
    /// In which language, as a short code.
    language: String,
    /// The rules, in Markdown, at most 20,000 characters.
    words: String,
}

/// What became of the rules.
#[derive(SimpleObject)]
pub(crate) struct PublishRulesPayload {
    /// In one word.
    outcome: PublishRulesOutcome,
    /// The number of the version in this language, if it was published.
    version: Option<i32>,
    /// What to mend; empty if they were published.
    user_errors: Vec<UserError>,
}

/// What became of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum PublishRulesOutcome {
    /// They hold from now on.
    Published,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}
