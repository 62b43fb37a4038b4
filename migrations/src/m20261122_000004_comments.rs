//! Comments and their history.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, integer, integer_null, string, text, text_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(comment()).await?;
        manager.create_table(comment_revision()).await?;
        let thread = Index::create()
            .name("comment_thread")
            .table("comment")
            .col("idea_id")
            .col("root")
            .col("path")
            .unique()
            .take();
        manager.create_index(thread).await?;
        let number =
            Index::create().name("comment_number").table("comment").col("idea_id").col("number").unique().take();
        manager.create_index(number).await?;
        manager
            .create_index(Index::create().name("comment_author").table("comment").col("author_id").col("id").take())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("comment_revision").take()).await?;
        manager.drop_table(Table::drop().table("comment").take()).await
    }
}

/// `number` counts within the idea. `root` is the number of the thread's first comment. `path` is the numbers from
/// there down to this comment, four bytes each, highest byte first: sorting by it is reading the thread in order.
fn comment() -> TableCreateStatement {
    Table::create()
        .table("comment")
        .col(uuid("id").primary_key())
        .col(uuid("idea_id"))
        .col(integer("number"))
        .col(uuid_null("parent_id"))
        .col(integer("root"))
        .col(binary("path"))
        .col(integer("depth"))
        .col(uuid("author_id"))
        .col(string("stance").check(Expr::col("stance").is_in(["for", "against", "neutral"])))
        .col(text("body"))
        .col(text_null("html"))
        .col(integer_null("html_policy"))
        .col(string("state").check(Expr::col("state").is_in(["published", "held", "hidden", "deleted"])))
        .col(big_integer("created_at"))
        .col(big_integer_null("edited_at"))
        .col(integer("revision").default(1))
        .foreign_key(
            ForeignKey::create().from("comment", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("comment", "author_id").to("person", "id"))
        .foreign_key(ForeignKey::create().from("comment", "parent_id").to("comment", "id"))
        .take()
}

/// What a comment said before each edit.
fn comment_revision() -> TableCreateStatement {
    Table::create()
        .table("comment_revision")
        .col(uuid("comment_id"))
        .col(integer("revision"))
        .col(text("body"))
        .col(string("stance"))
        .col(big_integer("written_at"))
        .primary_key(Index::create().col("comment_id").col("revision"))
        .foreign_key(
            ForeignKey::create()
                .from("comment_revision", "comment_id")
                .to("comment", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}
