//! Whose bank holidays the council shall keep, and what became of the choice. Who may choose, the rules say.

use async_graphql::{ComplexObject, Context, InputObject, SimpleObject};

use super::answers::CouncilCalendar;
use super::settle::SettingOutcome;
use super::words::Nation;
use crate::error::ApiError;
use crate::user_error::UserError;

/// Whose bank holidays the council shall keep.
#[derive(InputObject)]
pub(crate) struct SetBankHolidaysInput {
    /// Whose.
    pub(super) nation: Nation,
}

/// What became of the choice of bank holidays.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct SetBankHolidaysPayload {
    /// In one word.
    outcome: SettingOutcome,
    /// What to mend; empty if they are kept.
    user_errors: Vec<UserError>,
}

impl SetBankHolidaysPayload {
    pub(super) const SAVED: Self = Self { outcome: SettingOutcome::Saved, user_errors: Vec::new() };
}

#[ComplexObject]
impl SetBankHolidaysPayload {
    /// The calendar as it stands now, read only if you ask for it.
    #[graphql(complexity = "10 + child_complexity")]
    async fn calendar(&self, ctx: &Context<'_>) -> Result<CouncilCalendar, ApiError> {
        CouncilCalendar::read(ctx).await
    }
}
