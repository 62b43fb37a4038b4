//! One's own votes, for oneself: no method here takes anybody but the viewer.

use folkmoot_common::{Cursor, IdeaId, Page, PageRequest, StorageError, Timestamp, Viewer};

use crate::{Choice, Votes};

/// The name that cursors of one's own votes carry.
pub const OWN_VOTES: &str = "own-votes";

/// A vote as the one who cast it sees it. What the idea says, and whether they may still read it, is for others to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnVote {
    /// On which idea.
    pub idea: IdeaId,
    /// What they chose.
    pub choice: Choice,
    /// Since when it stands so.
    pub changed_at: Timestamp,
    /// Where the list goes on from here.
    pub cursor: Cursor,
}

impl Votes {
    /// The viewer's own votes, the latest first; those that were taken back are not among them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn history(&self, viewer: &Viewer, page: &PageRequest) -> Result<Page<OwnVote>, StorageError> {
        match viewer.person() {
            Some(person) => self.ledger.history(person, page).await,
            None => Ok(Page::empty()),
        }
    }
}
