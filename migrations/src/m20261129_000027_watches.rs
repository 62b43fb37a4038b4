//! What officers watch, and which promises people have been told of. Who looks on stands apart from who follows: followers
//! hear what is public, as citizens; watchers hear of their work. What was promised before is no news.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const WATCH: &str = "staff_watch";
const TOLD: &str = "told_at";

/// What SeaQuery has no words for: of promises to reply that run, those of which nobody was told are few.
const UP: [&str; 2] = [
    "UPDATE promise SET told_at = reached_at",
    "CREATE INDEX promise_untold ON promise (idea_id) WHERE kind = 'REPLY' AND told_at IS NULL \
     AND kept_at IS NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(watch()).await?;
        let idea = Index::create().name("staff_watch_idea").table(WATCH).col("idea_id").take();
        manager.create_index(idea).await?;
        manager.alter_table(Table::alter().table("promise").add_column(big_integer_null(TOLD)).take()).await?;
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP INDEX promise_untold").await?;
        manager.alter_table(Table::alter().table("promise").drop_column(TOLD).take()).await?;
        manager.drop_table(Table::drop().table(WATCH).take()).await
    }
}

/// `told` is the last line of the idea's timeline that they know.
fn watch() -> TableCreateStatement {
    Table::create()
        .table(WATCH)
        .col(uuid("person_id"))
        .col(uuid("idea_id"))
        .col(big_integer("since"))
        .col(big_integer("told"))
        .primary_key(Index::create().col("person_id").col("idea_id"))
        .foreign_key(ForeignKey::create().from(WATCH, "person_id").to("person", "id"))
        .foreign_key(ForeignKey::create().from(WATCH, "idea_id").to("idea", "id"))
        .take()
}
