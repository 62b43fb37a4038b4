//! Housekeeping: what has ended is deleted, in batches small enough not to stand in anybody's way.

use std::time::Duration;

use folkmoot_common::StorageError;

use crate::{Expired, People};

/// Rows of each kind in one transaction.
const BATCH: u64 = 500;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl People {
    /// Deletes ended attempts to sign in, sessions, drafts and old letters. Says how many rows.
    ///
    /// An attempt is kept for a day after it ended: its link still says why it no longer works, and its tries still
    /// count. A letter is kept for a day after it was sent, and for 30 after it was given up.
    ///
    /// # Errors
    /// When the store fails; what was deleted before stays deleted.
    pub async fn forget_expired(&self) -> Result<u64, StorageError> {
        let now = self.sources.now();
        let expired = Expired { ended: now, attempts: now.minus(DAY), sent: now.minus(DAY), dead: now.minus(DAY * 30) };
        let mut forgotten: u64 = 0;
        loop {
            let batch = self.store.forget(expired, BATCH).await?;
            forgotten = forgotten.saturating_add(batch);
            if batch == 0 {
                return Ok(forgotten);
            }
        }
    }
}
