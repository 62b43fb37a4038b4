//! Trying again what could not be sent, and trying the way of letters out.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{Address, MailId};

use super::trial::{SendTestLetterInput, SendTestLetterPayload, TRIAL};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::user_error::UserError;
use crate::{count, ids};

/// The acts on letters.
#[derive(Default)]
pub(crate) struct MailroomMutations;

#[Object]
impl MailroomMutations {
    /// Tries letters that were given up again, from the start: one of them, or all. For admins.
    async fn resend_letters(
        &self,
        ctx: &Context<'_>,
        input: ResendLettersInput,
    ) -> Result<ResendLettersPayload, ApiError> {
        ctx.admin()?;
        let which = input.letter_id.map(|id| ids::field::<MailId>(&id, "letterId")).transpose();
        let which = match which {
            Ok(which) => which,
            Err(problem) => {
                let user_errors = vec![problem.into()];
                return Ok(ResendLettersPayload { outcome: ResendOutcome::Invalid, resent: 0, user_errors });
            }
        };
        let resent = ctx.services()?.mailroom.resend(&ctx.viewer(), which).await?;
        let outcome = if resent > 0 { ResendOutcome::Resent } else { ResendOutcome::NothingToResend };
        let resent = count(i64::try_from(resent).unwrap_or(i64::MAX));
        Ok(ResendLettersPayload { outcome, resent, user_errors: Vec::new() })
    }

    /// Sends a test letter to the viewer's own address at once, and tells each step that it took, up to the first that
    /// failed. All of them together may take four seconds; the page `/admin/mail` waits twice as long for a slow mail server.
    /// Sent twice under one key it is one letter. For admins who signed in with the browser that
    /// asks: with an access token it is FORBIDDEN.
    async fn send_test_letter(
        &self,
        ctx: &Context<'_>,
        input: SendTestLetterInput,
    ) -> Result<SendTestLetterPayload, ApiError> {
        ctx.in_person()?;
        ctx.admin()?;
        let services = ctx.services()?;
        let language = match input.language(services) {
            Ok(language) => language,
            Err(problem) => return Ok(SendTestLetterPayload::invalid(problem)),
        };
        let person = services.people.person(&ctx.viewer()).await?.ok_or_else(ApiError::signed_out)?;
        let Some(own) = person.email.as_ref().map(Address::from) else {
            return Ok(SendTestLetterPayload::nowhere());
        };
        let steps = services.mailroom.try_out(&ctx.viewer(), &own, &language, TRIAL).await?;
        Ok(SendTestLetterPayload::of(steps))
    }
}

/// Which letters to try again.
#[derive(InputObject)]
pub(crate) struct ResendLettersInput {
    /// Which; all that were given up, if left out.
    letter_id: Option<ID>,
}

/// What became of letters that were to be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum ResendOutcome {
    /// They are tried again from now on.
    Resent,
    /// None was given up, or not this one, or somebody has tried it again already.
    NothingToResend,
    /// The input must be mended; nothing was done.
    Invalid,
}

/// What became of letters that were to be tried again.
#[derive(SimpleObject)]
pub(crate) struct ResendLettersPayload {
    /// In one word.
    outcome: ResendOutcome,
    /// How many are tried again.
    resent: i32,
    /// What to mend; empty if it was done.
    user_errors: Vec<UserError>,
}
