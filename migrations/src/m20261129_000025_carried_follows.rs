//! Whoever hears of an idea hears of the one that it lives on in. Such a line says where it came from, as a carried vote
//! does, so that a merge can be taken back; one's own choices are read in the order of ideas; and what waits for one reader is
//! found at once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

use crate::said::say;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const UP: [&str; 4] = [
    "CREATE INDEX follow_carried ON follow (idea_id, carried_from) WHERE carried_from IS NOT NULL",
    "DROP INDEX follow_person",
    "CREATE INDEX follow_person ON follow (person_id, idea_id)",
    "CREATE INDEX outbox_reader ON outbox (person_id, id) WHERE state = 'waiting' AND person_id IS NOT NULL",
];

const DOWN: [&str; 4] = [
    "DROP INDEX outbox_reader",
    "DROP INDEX follow_person",
    "CREATE INDEX follow_person ON follow (person_id)",
    "DROP INDEX follow_carried",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("follow").add_column(uuid_null("carried_from")).take()).await?;
        say(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        say(manager, &DOWN).await?;
        manager.alter_table(Table::alter().table("follow").drop_column("carried_from").take()).await
    }
}
