//! Setting what the site is called and wears, its logo too, and going back to the configuration. For whoever runs the site.

use async_graphql::{ComplexObject, Context, Enum, InputObject, Object, SimpleObject};
use folkmoot_common::{Problem, Problems};
use folkmoot_look::{LookError, LookText};
use folkmoot_people::Email;

use super::logo::{RemoveLogoInput, SetLogoInput};
use super::object::{SiteLook, worn};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::user_error::{UserError, changed, user_errors};

/// The acts on the look.
#[derive(Default)]
pub(crate) struct LookMutations;

#[Object]
impl LookMutations {
    /// Sets what the site is called, where people write, and both accents. Colours in which words can't be read are
    /// refused, and a shade near them that can is named. The logo stays as it is. For admins.
    async fn set_look(&self, ctx: &Context<'_>, input: SetLookInput) -> Result<SetLookPayload, ApiError> {
        ctx.admin()?;
        let text = match input.read() {
            Ok(text) => text,
            Err(problems) => return Ok(SetLookPayload::invalid(problems)),
        };
        SetLookPayload::of(ctx.services()?.looks.set(&ctx.viewer(), input.version, text).await)
    }

    /// Sets the logo, by the rules of the page `/admin/look`: a PNG, or an SVG that is a drawing and nothing else. It is the
    /// icon of the site too. For admins.
    async fn set_logo(&self, ctx: &Context<'_>, input: SetLogoInput) -> Result<SetLogoPayload, ApiError> {
        ctx.admin()?;
        let logo = match input.read() {
            Ok(logo) => logo,
            Err(problem) => return Ok(SetLogoPayload::invalid(problem.into())),
        };
        SetLogoPayload::of(ctx.services()?.looks.set_logo(&ctx.viewer(), input.version, Some(logo)).await)
    }

    /// Takes the council's own logo off: the configuration's comes back, or the program's mark. For admins.
    async fn remove_logo(&self, ctx: &Context<'_>, input: RemoveLogoInput) -> Result<RemoveLogoPayload, ApiError> {
        ctx.admin()?;
        RemoveLogoPayload::of(ctx.services()?.looks.set_logo(&ctx.viewer(), input.version, None).await)
    }

    /// Goes back to what the configuration says, in everything, the logo too. For admins.
    async fn reset_look(&self, ctx: &Context<'_>, input: ResetLookInput) -> Result<ResetLookPayload, ApiError> {
        ctx.admin()?;
        ResetLookPayload::of(ctx.services()?.looks.reset(&ctx.viewer(), input.version).await)
    }
}

/// What the site shall be called and wear.
#[derive(InputObject)]
pub(crate) struct SetLookInput {
    /// The version that you saw; when it stands no more, nothing is changed.
    version: i32,
    /// What the board is called, at most 60 characters.
    name: String,
    /// Whose board it is, at most 100 characters.
    council: String,
    /// Where people write when something is wrong: an email address.
    contact: String,
    /// The accent of light pages, like `#1f5a4c`.
    accent: String,
    /// The accent of dark pages, like `#86ccb5`.
    accent_dark: String,
}

impl SetLookInput {
    fn read(&self) -> Result<LookText, Problems> {
        let (names, accents) = ((&*self.name, &*self.council), (&*self.accent, &*self.accent_dark));
        let text = LookText::parse(names, &self.contact, accents)?;
        Email::parse(&self.contact).map_err(|problem| problem.at("contact"))?;
        Ok(text)
    }
}

/// A look to go back from.
#[derive(InputObject)]
pub(crate) struct ResetLookInput {
    /// The version that you saw; when it stands no more, nothing is changed.
    version: i32,
}

/// What became of an act on the look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum LookOutcome {
    /// The site looks like this now.
    Saved,
    /// Somebody changed it meanwhile; nothing was changed. Look again.
    Changed,
    /// Something must be mended; nothing was changed.
    Invalid,
}

/// The domain's fields by the names that inputs have for them.
fn in_inputs(problem: Problem) -> Problem {
    if problem.field == "accent_dark" { problem.at("accentDark") } else { problem }
}

macro_rules! look_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        #[graphql(complex)]
        pub(crate) struct $name {
            /// In one word.
            outcome: LookOutcome,
            /// What to mend; empty if it was done.
            user_errors: Vec<UserError>,
        }

        impl $name {
            fn invalid(problems: Problems) -> Self {
                let problems = Problems(problems.0.into_iter().map(in_inputs).collect());
                Self { outcome: LookOutcome::Invalid, user_errors: user_errors(problems) }
            }

            fn of(done: Result<(), LookError>) -> Result<Self, ApiError> {
                match done {
                    Ok(()) => Ok(Self { outcome: LookOutcome::Saved, user_errors: Vec::new() }),
                    Err(LookError::Changed) => {
                        Ok(Self { outcome: LookOutcome::Changed, user_errors: vec![changed("version").into()] })
                    }
                    Err(LookError::Invalid(problems)) => Ok(Self::invalid(problems)),
                    Err(other) => Err(other.into()),
                }
            }
        }

        #[ComplexObject]
        impl $name {
            /// What the site is called and wears now, read only if you ask for it.
            #[graphql(complexity = "10 + child_complexity")]
            async fn look(&self, ctx: &Context<'_>) -> Result<SiteLook, ApiError> {
                worn(ctx).await
            }
        }
    };
}

look_payload!(
    /// What became of setting the look.
    SetLookPayload
);
look_payload!(
    /// What became of setting the logo.
    SetLogoPayload
);
look_payload!(
    /// What became of taking the logo off.
    RemoveLogoPayload
);
look_payload!(
    /// What became of going back to the configuration.
    ResetLookPayload
);
