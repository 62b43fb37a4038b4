//! The look as API clients read it.

use async_graphql::{Context, Object};
use folkmoot_look::{DARK, LIGHT, Worn};

use crate::context::Reach as _;
use crate::error::ApiError;

/// What the site is called and wears.
pub(crate) struct SiteLook(Worn);

/// What is worn now.
pub(super) async fn worn(ctx: &Context<'_>) -> Result<SiteLook, ApiError> {
    Ok(SiteLook(ctx.services()?.looks.worn().await?))
}

/// What the site is called and wears: what the council set, over what the configuration says.
#[Object]
impl SiteLook {
    /// Which version, counted up at every change; 0 while nothing was ever set. An act on it names the one that it saw.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the board is called; plain text.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Whose board it is; plain text.
    async fn council(&self) -> &str {
        &self.0.council
    }

    /// Where people write when something is wrong.
    async fn contact(&self) -> &str {
        &self.0.contact
    }

    /// The accent of light pages, like `#1f5a4c`.
    async fn accent(&self) -> String {
        self.0.accent.to_string()
    }

    /// How well it stands out from a light page, as WCAG counts it: from 1 to 21, rounded down. Words need 4.5.
    async fn accent_contrast(&self) -> f64 {
        LIGHT.contrast(self.0.accent)
    }

    /// The accent of dark pages, like `#86ccb5`.
    async fn accent_dark(&self) -> String {
        self.0.accent_dark.to_string()
    }

    /// How well it stands out from a dark page, in the same way.
    async fn accent_dark_contrast(&self) -> f64 {
        DARK.contrast(self.0.accent_dark)
    }

    /// Where the logo is, as a path of this site; null for the program's own mark.
    async fn logo_path(&self, ctx: &Context<'_>) -> Result<Option<String>, ApiError> {
        Ok(ctx.services()?.looks.logo())
    }

    /// Whether the logo is the council's own, set over the configuration's: what `removeLogo` takes off.
    async fn has_own_logo(&self) -> bool {
        self.0.logo.is_some()
    }

    /// Whether anything is other than the configuration says.
    async fn is_own(&self) -> bool {
        self.0.is_own
    }
}
