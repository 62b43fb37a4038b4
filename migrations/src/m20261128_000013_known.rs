//! Which comments everybody has seen, so that the place of one that never was public is nobody else's to find; and in which
//! language a report was made, so that it is answered in that.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, string_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// What is hidden or gone was public, unless it was refused while it waited. What was answered was public. (An edit that
/// was refused is kept with its revision; the comment itself was public then.)
const SEEN: &str = "UPDATE comment SET was_public = TRUE WHERE state IN ('hidden', 'deleted') AND (NOT EXISTS \
     (SELECT 1 FROM decision WHERE subject_kind = 'comment' AND subject_id = comment.id AND act = 'REJECT' \
      AND undone_at IS NULL AND NOT EXISTS \
      (SELECT 1 FROM redaction WHERE redaction.decision_id = decision.id AND redaction.seen IS NOT NULL)) \
     OR EXISTS (SELECT 1 FROM comment reply WHERE reply.parent_id = comment.id))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let seen = Table::alter().table("comment").add_column(boolean("was_public").default(false)).take();
        manager.alter_table(seen).await?;
        manager.get_connection().execute_unprepared(SEEN).await?;
        manager.alter_table(Table::alter().table("report").add_column(string_null("language")).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("report").drop_column("language").take()).await?;
        manager.alter_table(Table::alter().table("comment").drop_column("was_public").take()).await
    }
}
