//! Keys under which acts were asked for, so that an act that is asked for twice is done once. A visitor's sender is the id
//! of noughts: a part of the primary key can't be missing.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, binary, string_len, text_null, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let retry = Table::create()
            .table("retry")
            .col(uuid("sender"))
            .col(string_len("word", 255))
            // What was asked, as a digest; and which try wrote this.
            .col(binary("body"))
            .col(uuid("attempt"))
            .col(text_null("answer"))
            .col(big_integer("made_at"))
            .primary_key(Index::create().col("sender").col("word"))
            .take();
        manager.create_table(retry).await?;
        // They are forgotten by age.
        manager.create_index(Index::create().name("retry_made").table("retry").col("made_at").take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("retry").take()).await
    }
}
