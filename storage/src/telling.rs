//! News for many people. Being built.
use folkmoot_common::StorageError;
use folkmoot_replies::telling::Announcement;
use sea_orm::DatabaseTransaction;
pub(crate) async fn announce(_tx: &DatabaseTransaction, _news: &Announcement) -> Result<(), StorageError> {
    Ok(())
}
