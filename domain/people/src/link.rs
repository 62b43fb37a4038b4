//! Looking at a link. It consumes nothing and promises nothing: mail scanners open every link they see, and must
//! neither use one nor burn it. Only the button behind it does.

use folkmoot_common::{Digest, Secret, StorageError, Timestamp};

use crate::{Attempt, Email, People};

/// What a link is good for at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkState {
    /// The button may be pressed.
    Ready {
        /// Whom it lets in.
        email: Email,
    },
    /// It was asked for in another browser: go there, or type the code there.
    OtherBrowser,
    /// It ran out, or a later letter took its place.
    Expired,
    /// It let somebody in already.
    Used,
    /// We never made it, or have forgotten it.
    Unknown,
}

impl People {
    /// What the link is good for in this browser.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn look_at_link(&self, link: &Secret, browser: Option<&Secret>) -> Result<LinkState, StorageError> {
        let now = self.sources.now();
        let found = self.store.find_attempt(&link.digest()).await?;
        Ok(found.map_or(LinkState::Unknown, |attempt| state(attempt, browser.map(Secret::digest), now)))
    }

    /// The address of a link, for those who print one.
    #[must_use]
    pub fn link_address(&self, link: &Secret) -> String {
        self.letterhead.link(link)
    }
}

fn state(attempt: Attempt, browser: Option<Digest>, now: Timestamp) -> LinkState {
    if attempt.used_at.is_some() {
        return LinkState::Used;
    }
    if attempt.expires_at <= now {
        return LinkState::Expired;
    }
    if attempt.browser.is_some() && attempt.browser != browser {
        return LinkState::OtherBrowser;
    }
    LinkState::Ready { email: attempt.email }
}
