//! News as rows: written with what happened, told page by page afterwards, so that neither the act nor the memory grows
//! with the number of people who wait for it.

mod announce;

use async_trait::async_trait;
use folkmoot_common::StorageError;
use folkmoot_replies::{Announcement, TellingStore};

use crate::Store;
use crate::error::sealed;

pub(crate) use announce::announce;

#[async_trait]
impl TellingStore for Store {
    async fn announce(&self, news: &Announcement) -> Result<(), StorageError> {
        let tx = self.begin().await?;
        announce(&tx, news).await?;
        tx.commit().await.map_err(sealed)
    }
}
