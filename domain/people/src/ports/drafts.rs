//! Drafts as they are kept.

use async_trait::async_trait;
use folkmoot_common::{DraftId, StorageError, Timestamp};

use crate::{Draft, DraftContent, DraftOwner};

/// A draft to be kept.
#[derive(Debug, Clone)]
pub struct NewDraft {
    /// Its id.
    pub id: DraftId,
    /// Whose it is.
    pub owner: DraftOwner,
    /// What was written.
    pub content: DraftContent,
    /// Now.
    pub created_at: Timestamp,
    /// Until when it is kept.
    pub expires_at: Timestamp,
}

/// Drafts.
#[async_trait]
pub trait DraftStore: Send + Sync {
    /// Keeps the draft; beyond `most` of one owner, the oldest go.
    async fn keep_draft(&self, draft: NewDraft, most: u64) -> Result<(), StorageError>;

    /// The owner's draft, if it is still kept.
    async fn find_draft(&self, owner: DraftOwner, id: DraftId, now: Timestamp) -> Result<Option<Draft>, StorageError>;

    /// The owner's drafts, newest first, at most `most`.
    async fn list_drafts(&self, owner: DraftOwner, now: Timestamp, most: u64) -> Result<Vec<Draft>, StorageError>;

    /// Deletes the owner's draft. Says whether there was one.
    async fn drop_draft(&self, owner: DraftOwner, id: DraftId) -> Result<bool, StorageError>;
}
