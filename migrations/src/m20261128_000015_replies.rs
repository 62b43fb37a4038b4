//! The council's answers: what campaigns promise, the clocks that run, departments and their officers, drafts, answers and
//! their revisions, and what happened to each idea in public words.
//!
//! A clock is started by the database itself, in the transaction of whatever moved the number of supporters: see [`clock`].

pub(crate) mod clock;
mod tables;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Indexes on some of the rows only, which the builder can't say for both databases.
const INDEXES: [&str; 4] = [
    "CREATE INDEX promise_open ON promise (due_at, idea_id) WHERE kept_at IS NULL",
    "CREATE UNIQUE INDEX assignment_lead ON assignment (idea_id) WHERE lead",
    "CREATE INDEX reply_draft_ripe ON reply_draft (stage_at) WHERE stage = 'scheduled'",
    "CREATE INDEX reply_idea_latest ON reply_idea (published_at, idea_id)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables::all() {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in tables::INDEXES {
            let mut index = Index::create().name(name).table(table).take();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        let say = manager.get_connection();
        for index in INDEXES {
            say.execute_unprepared(index).await?;
        }
        // The fewest supporters of a step that this idea's campaign promises and that hasn't begun.
        say.execute_unprepared("ALTER TABLE tally ADD COLUMN next_step BIGINT").await?;
        for statement in clock::up(manager.get_database_backend()) {
            say.execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let say = manager.get_connection();
        for statement in clock::down(manager.get_database_backend() == DbBackend::Postgres) {
            say.execute_unprepared(statement).await?;
        }
        say.execute_unprepared("ALTER TABLE tally DROP COLUMN next_step").await?;
        for table in tables::all().into_iter().rev() {
            let Some(name) = table.get_table_name().cloned() else { continue };
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        Ok(())
    }
}
