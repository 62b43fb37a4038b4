//! What telling people needs from a store. Each method is one transaction.

use async_trait::async_trait;
use folkmoot_common::StorageError;

use super::Announcement;

/// Where news, and who wants to hear it, is kept.
#[async_trait]
pub trait TellingStore: Send + Sync {
    /// Writes down news that nothing else is written with.
    async fn announce(&self, news: &Announcement) -> Result<(), StorageError>;
}
