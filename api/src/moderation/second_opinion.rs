//! Leaving an item for another moderator, and taking that back.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{ItemId, Problems};
use folkmoot_moderation::Note;

use super::item::QueueItem;
use super::query::item_now;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The acts of asking.
#[derive(Default)]
pub(crate) struct SecondOpinionMutations;

#[Object]
impl SecondOpinionMutations {
    /// Leaves an item for another moderator, saying why. For moderators.
    async fn ask_second_opinion(
        &self,
        ctx: &Context<'_>,
        input: AskSecondOpinionInput,
    ) -> Result<AskSecondOpinionPayload, ApiError> {
        ctx.staff()?;
        let mut problems = Problems::default();
        let item = problems.check(ids::field(&input.item_id, "itemId"));
        let why = problems.check(Note::required("words", &input.words));
        let (Some(item), Some(why)) = (item, why) else {
            let user_errors = user_errors(problems);
            return Ok(AskSecondOpinionPayload { outcome: AskSecondOpinionOutcome::Invalid, user_errors, id: None });
        };
        ctx.services()?.moderation.ask_second_opinion(&ctx.viewer(), item, &why).await?;
        let outcome = AskSecondOpinionOutcome::Asked;
        Ok(AskSecondOpinionPayload { outcome, user_errors: Vec::new(), id: Some(item) })
    }

    /// Takes back that you asked for a second opinion. For the moderator who asked.
    async fn take_second_opinion_back(
        &self,
        ctx: &Context<'_>,
        input: TakeSecondOpinionBackInput,
    ) -> Result<TakeSecondOpinionBackPayload, ApiError> {
        ctx.staff()?;
        let item = match ids::field(&input.item_id, "itemId") {
            Ok(item) => item,
            Err(problem) => {
                let outcome = TakeSecondOpinionBackOutcome::Invalid;
                return Ok(TakeSecondOpinionBackPayload { outcome, user_errors: vec![problem.into()], id: None });
            }
        };
        ctx.services()?.moderation.take_second_opinion_back(&ctx.viewer(), item).await?;
        let outcome = TakeSecondOpinionBackOutcome::TakenBack;
        Ok(TakeSecondOpinionBackPayload { outcome, user_errors: Vec::new(), id: Some(item) })
    }
}

/// An item to leave for somebody else.
#[derive(InputObject)]
pub(crate) struct AskSecondOpinionInput {
    /// Which item.
    item_id: ID,
    /// What you wonder about, at most 1,000 characters; other moderators read it.
    words: String,
}

/// What became of asking.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct AskSecondOpinionPayload {
    /// In one word.
    outcome: AskSecondOpinionOutcome,
    /// What to mend; empty if it was asked.
    user_errors: Vec<UserError>,
    #[graphql(skip)]
    id: Option<ItemId>,
}

#[ComplexObject]
impl AskSecondOpinionPayload {
    /// The item as it stands now, read only if you ask for it.
    #[graphql(complexity = "10 + child_complexity")]
    async fn item(&self, ctx: &Context<'_>) -> Result<Option<QueueItem>, ApiError> {
        match self.id {
            None => Ok(None),
            Some(id) => item_now(ctx, id).await,
        }
    }
}

/// What became of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum AskSecondOpinionOutcome {
    /// Somebody else decides.
    Asked,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}

/// An item on which you asked for a second opinion.
#[derive(InputObject)]
pub(crate) struct TakeSecondOpinionBackInput {
    /// Which item.
    item_id: ID,
}

/// What became of taking it back.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct TakeSecondOpinionBackPayload {
    /// In one word.
    outcome: TakeSecondOpinionBackOutcome,
    /// What to mend; empty if it was taken back.
    user_errors: Vec<UserError>,
    #[graphql(skip)]
    id: Option<ItemId>,
}

#[ComplexObject]
impl TakeSecondOpinionBackPayload {
    /// The item as it stands now, read only if you ask for it.
    #[graphql(complexity = "10 + child_complexity")]
    async fn item(&self, ctx: &Context<'_>) -> Result<Option<QueueItem>, ApiError> {
        match self.id {
            None => Ok(None),
            Some(id) => item_now(ctx, id).await,
        }
    }
}

/// What became of taking it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum TakeSecondOpinionBackOutcome {
    /// You can decide on it again.
    TakenBack,
    /// The input must be mended; nothing was changed.
    Invalid,
}
