//! What somebody who may not post is told, wherever they are refused and on their own page: until when, why, and how to ask
//! another moderator to look again. Whoever has lost the letter loses none of that.

use super::told::Told;
use super::when::When;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// Up to when, and why.
#[derive(Debug)]
pub(crate) struct Suspended {
    pub(crate) until: When,
    pub(crate) told: Option<Told>,
}

impl Suspended {
    /// Of whoever asks. A page that says that something went wrong goes without, should the database not answer.
    pub(crate) async fn of(site: &Site, asking: &Asking) -> Option<Self> {
        match Self::find(site, asking).await {
            Ok(found) => found,
            Err(why) => {
                tracing::warn!(?why, "why somebody is suspended could not be read");
                None
            }
        }
    }

    /// The same, where a page can't go without.
    pub(crate) async fn find(site: &Site, asking: &Asking) -> Result<Option<Self>, PageError> {
        let Some(found) = site.moderation.suspension(&asking.viewer).await? else { return Ok(None) };
        let told = match &found.decision {
            Some(decision) => Some(Told::of(site, asking, decision).await?),
            None => None,
        };
        Ok(Some(Self { until: When::minute(found.until), told }))
    }
}
