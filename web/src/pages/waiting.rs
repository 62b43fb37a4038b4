//! What a visitor wants done once they are signed in: an idea, a comment or a vote, as a draft holds it. Nothing here is
//! trusted because it was stored: it passes the same gates when it is finished.

use axum::response::{IntoResponse as _, Response};
use folkmoot_common::{DraftId, Id};
use folkmoot_people::{Draft, DraftContent, DraftOwner};
use serde::{Deserialize, Serialize};

use super::form::Wrong;
use super::frame::go;
use crate::edge::Asking;
use crate::error::PageError;
use crate::site::Site;

/// Something that waits for its author to sign in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Waiting {
    /// An idea to be posted.
    Idea {
        /// In this campaign.
        campaign: String,
        /// As typed.
        title: String,
        /// As typed.
        body: String,
        /// Where it is about, in the word of its address.
        #[serde(default)]
        place: String,
        /// What both are written in.
        #[serde(default = "english")]
        language: String,
    },
    /// A comment to be posted.
    Comment {
        /// Under the idea of this number.
        idea: i64,
        /// In reply to the comment of this number.
        parent: Option<i32>,
        /// The stance, as the form says it.
        stance: String,
        /// As typed.
        body: String,
        /// What it is written in.
        #[serde(default = "english")]
        language: String,
    },
    /// A vote to be counted.
    Vote {
        /// On the idea of this number.
        idea: i64,
        /// `SUPPORT` or `OPPOSE`.
        choice: String,
        /// The page that it was pressed on.
        #[serde(default)]
        back: String,
    },
}

/// What drafts were written in before they said so.
fn english() -> String {
    "en".to_owned()
}

impl Waiting {
    /// What a draft holds; `None` for one that another version of the program wrote.
    pub(crate) fn of(draft: &Draft) -> Option<Self> {
        serde_json::from_str(&draft.content).ok()
    }

    /// The word that the sign-in page knows it by.
    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Idea { .. } => "idea",
            Self::Comment { .. } => "comment",
            Self::Vote { .. } => "vote",
        }
    }

    /// The heading of its page, by its name in the files of words.
    pub(crate) const fn heading(&self) -> &'static str {
        match self {
            Self::Idea { .. } => "draft-idea",
            Self::Comment { .. } => "draft-comment",
            Self::Vote { .. } => "draft-vote",
        }
    }

    /// The page of the idea that it belongs to; the form for a new one.
    pub(crate) fn idea_path(&self) -> String {
        match self {
            Self::Idea { .. } => "/ideas/new".to_owned(),
            Self::Comment { idea, .. } | Self::Vote { idea, .. } => format!("/ideas/{idea}"),
        }
    }

    /// Keeps it for whoever asks. Gives the sign-in page that leads on to it, with the cookie that ties it to the
    /// browser; or what is wrong with it.
    pub(crate) async fn keep(&self, site: &Site, asking: &mut Asking) -> Result<Result<Response, Wrong>, PageError> {
        let (browser, cookie) = asking.browser(site);
        let owner = DraftOwner::of(&asking.viewer, Some(&browser)).ok_or(PageError::Internal)?;
        let json = serde_json::to_string(self).map_err(|why| PageError::internal(&why))?;
        let content = match DraftContent::parse(json) {
            Ok(content) => content,
            Err(problem) => return Ok(Err(problem.at("body").into())),
        };
        let id = site.people.keep_draft(owner, content).await?;
        let next = format!("/sign-in?next={}&for={}", address(id), self.word());
        Ok(Ok((cookie, go(&next)).into_response()))
    }
}

/// A draft's page.
pub(crate) fn address(id: DraftId) -> String {
    format!("/me/drafts/{}", id.uuid().simple())
}

/// The draft that an address leads to.
pub(crate) fn in_address(address: &str) -> Option<DraftId> {
    read_id(address.strip_prefix("/me/drafts/")?)
}

/// An id as an address or a hidden field carries it.
pub(crate) fn read_id<I: Id>(text: &str) -> Option<I> {
    uuid::Uuid::try_parse(text).ok().map(I::from_uuid)
}

/// The asker's own draft with this id.
pub(crate) async fn find(site: &Site, asking: &Asking, id: DraftId) -> Result<Option<(Draft, Waiting)>, PageError> {
    let Some(owner) = DraftOwner::of(&asking.viewer, asking.browser.as_ref()) else { return Ok(None) };
    let draft = site.people.find_draft(owner, id).await?;
    Ok(draft.and_then(|draft| Waiting::of(&draft).map(|waiting| (draft, waiting))))
}

/// Drops the asker's own draft: it is finished, or no longer wanted.
pub(crate) async fn drop_draft(site: &Site, asking: &Asking, id: DraftId) -> Result<(), PageError> {
    if let Some(owner) = DraftOwner::of(&asking.viewer, asking.browser.as_ref()) {
        site.people.drop_draft(owner, id).await?;
    }
    Ok(())
}
