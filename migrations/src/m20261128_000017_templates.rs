//! Words that a department's officers begin answers with. A retired one stays, and is offered to nobody.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, text, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(reply_template()).await?;
        let of = Index::create().name("reply_template_of").table("reply_template").col("department_id").take();
        manager.create_index(of).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("reply_template").take()).await
    }
}

fn reply_template() -> TableCreateStatement {
    Table::create()
        .table("reply_template")
        .col(uuid("id").primary_key())
        .col(uuid("department_id"))
        .col(string("title"))
        // The fields of an answer, with variables, as JSON.
        .col(text("raw"))
        .col(integer("version"))
        .col(uuid("by_id"))
        .col(big_integer("changed_at"))
        .col(big_integer_null("retired_at"))
        .foreign_key(ForeignKey::create().from("reply_template", "department_id").to("department", "id"))
        .take()
}
