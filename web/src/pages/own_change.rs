//! An author's own change that isn't public: it waits for a moderator, or one refused it. It is theirs to read, to mend
//! and to send in again, and nobody else's.

use folkmoot_common::PersonId;
use folkmoot_moderation::{OwnEdit, Target};

use super::told::Told;
use super::when::When;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// The change, and why it isn't public.
pub(crate) struct OwnChange {
    /// What it says.
    pub(crate) edit: OwnEdit,
    /// When it was written.
    pub(crate) written: When,
    /// What was decided on it; nothing while it waits.
    pub(crate) told: Option<Told>,
}

impl OwnChange {
    /// The change of something that this author wrote; nothing for anybody else.
    pub(crate) async fn of(site: &Site, asking: &Asking, what: (PersonId, Target)) -> Result<Option<Self>, PageError> {
        let Some(edit) = site.moderation.own_edit(&asking.viewer, what).await? else { return Ok(None) };
        let decision = match edit.refused {
            Some(id) => site.moderation.own_decision(&asking.viewer, id).await?,
            None => None,
        };
        let told = match decision {
            Some(decision) => Some(Told::of(site, asking, &decision).await?),
            None => None,
        };
        Ok(Some(Self { written: When::day(edit.written_at), told, edit }))
    }
}
