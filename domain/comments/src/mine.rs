//! Comments by who said them: one's own, wherever they stand now, and what everybody can read of somebody's.

use folkmoot_common::{Page, PageRequest, PersonId, StorageError, Tally, Viewer};

use crate::{Comments, ListedComment};

impl Comments {
    /// What the viewer said themselves, wherever it stands now, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn mine(&self, viewer: &Viewer, page: &PageRequest) -> Result<Page<ListedComment>, StorageError> {
        match viewer.person() {
            Some(author) => self.threads.by_viewer(viewer, author, page).await,
            None => Ok(Page::empty()),
        }
    }

    /// What somebody said that everybody can read, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn public_by(&self, author: PersonId, page: &PageRequest) -> Result<Page<ListedComment>, StorageError> {
        self.threads.public_by(author, page).await
    }

    /// Tells listeners of tallies that moved because comments went with their author.
    pub async fn announce(&self, moved: &[Tally]) {
        for tally in moved {
            self.live.announce(*tally).await;
        }
    }
}
