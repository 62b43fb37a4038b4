//! Milestones, what the council says came of them, and what supporters say. A person says one thing of each.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, string, string_null, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(milestone()).await?;
        manager.create_table(milestone_word()).await?;
        let idea = Index::create().name("milestone_idea").table("milestone").col("idea_id").col("due_at").take();
        manager.create_index(idea).await?;
        // Those about which somebody must still be asked.
        let open = "CREATE INDEX milestone_open ON milestone (due_at) WHERE asked_at IS NULL";
        manager.get_connection().execute_unprepared(open).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("milestone_word").take()).await?;
        manager.drop_table(Table::drop().table("milestone").take()).await
    }
}

fn milestone() -> TableCreateStatement {
    Table::create()
        .table("milestone")
        .col(uuid("id").primary_key())
        .col(uuid("idea_id"))
        .col(string("title"))
        // As `2027-03-14`, and the midnight at its end.
        .col(string("due"))
        .col(big_integer("due_at"))
        .col(string_null("claim").check(Expr::col("claim").is_in(["YES", "PARTLY", "NO"])))
        .col(text_null("note"))
        .col(big_integer_null("claimed_at"))
        .col(uuid_null("claimed_by"))
        // When the officers were asked, and when the supporters were.
        .col(big_integer_null("officers_at"))
        .col(big_integer_null("asked_at"))
        .col(big_integer_null("reopened_at"))
        .col(uuid("by_id"))
        .col(big_integer("created_at"))
        .foreign_key(ForeignKey::create().from("milestone", "idea_id").to("idea", "id"))
        .take()
}

fn milestone_word() -> TableCreateStatement {
    Table::create()
        .table("milestone_word")
        .col(uuid("milestone_id"))
        .col(uuid("person_id"))
        .col(string("said").check(Expr::col("said").is_in(["YES", "PARTLY", "NO"])))
        .col(big_integer("at"))
        .primary_key(Index::create().col("milestone_id").col("person_id"))
        .foreign_key(ForeignKey::create().from("milestone_word", "milestone_id").to("milestone", "id"))
        .foreign_key(ForeignKey::create().from("milestone_word", "person_id").to("person", "id"))
        .take()
}
