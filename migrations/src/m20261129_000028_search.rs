//! The words of ideas go straight into PostgreSQL's index. By default it keeps the latest in a list that every search walks
//! until a vacuum comes by; ideas are written seldom and looked for often.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Emptied before as well: nobody searches or writes while the setting changes.
const UP: [&str; 3] = [
    "SELECT gin_clean_pending_list('idea_words')",
    "ALTER INDEX idea_words SET (fastupdate = off)",
    "SELECT gin_clean_pending_list('idea_words')",
];
const DOWN: [&str; 1] = ["ALTER INDEX idea_words RESET (fastupdate)"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &DOWN).await
    }
}

/// SQLite has no such list.
async fn run(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        for statement in statements {
            manager.get_connection().execute_unprepared(statement).await?;
        }
    }
    Ok(())
}
