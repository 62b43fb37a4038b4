//! Reports: what somebody says is wrong with an idea or a comment.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, string, string_null, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(report()).await?;
        for (name, columns) in [
            ("report_idea", ["idea_id", "created_at"]),
            // How many letters left lately, to the council and to one address.
            ("report_created", ["created_at", "id"]),
            ("report_answer_to", ["answer_to", "created_at"]),
        ] {
            let [first, second] = columns;
            manager.create_index(Index::create().name(name).table("report").col(first).col(second).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("report").take()).await
    }
}

/// `receipt` is the number that the reporter keeps. `answer_to` is an address that they gave for this alone.
fn report() -> TableCreateStatement {
    Table::create()
        .table("report")
        .col(uuid("id").primary_key())
        .col(string("receipt").unique_key())
        .col(uuid("idea_id"))
        .col(uuid_null("comment_id"))
        .col(string("ground").check(Expr::col("ground").is_in([
            "breaks_the_law",
            "hateful",
            "personal_data",
            "spam",
            "duplicate",
            "something_else",
        ])))
        .col(text_null("details"))
        .col(string_null("answer_to"))
        .col(boolean("mailed"))
        .col(uuid_null("reporter_id"))
        .col(big_integer("created_at"))
        .foreign_key(
            ForeignKey::create().from("report", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create().from("report", "comment_id").to("comment", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create().from("report", "reporter_id").to("person", "id").on_delete(ForeignKeyAction::SetNull),
        )
        .take()
}
