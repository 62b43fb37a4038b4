//! Places and tags: the council's two lists, what ideas have of them, and rules of routing that go by them. An idea has one
//! place at the most, which the database sees to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, string, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const PLACE: &str = "place_id";
const TAG: &str = "tag_id";

/// What SeaQuery has no words for.
const UP: [&str; 3] = [
    "CREATE UNIQUE INDEX label_name ON label (kind, lower(name))",
    "CREATE UNIQUE INDEX idea_label_place ON idea_label (idea_id) WHERE kind = 'place'",
    "CREATE INDEX idea_label_label ON idea_label (label_id, idea_id)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(label()).await?;
        manager.create_table(idea_label()).await?;
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        for column in [PLACE, TAG] {
            manager.alter_table(Table::alter().table("route").add_column(uuid_null(column)).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A rule that went by one of them alone would fit everything.
        let gone = "DELETE FROM route WHERE campaign_id IS NULL AND word IS NULL";
        manager.get_connection().execute_unprepared(gone).await?;
        for column in [TAG, PLACE] {
            manager.alter_table(Table::alter().table("route").drop_column(column).take()).await?;
        }
        for table in ["idea_label", "label"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn kind() -> ColumnDef {
    string("kind").check(Expr::col("kind").is_in(["place", "tag"])).take()
}

fn label() -> TableCreateStatement {
    Table::create()
        .table("label")
        .col(uuid("id").primary_key())
        .col(kind())
        .col(string("slug"))
        .col(string("name"))
        .col(big_integer("created_at"))
        .col(big_integer_null("closed_at"))
        .index(Index::create().unique().name("label_slug").col("kind").col("slug"))
        .take()
}

/// The kind is the label's own, once more: by it the database keeps places to one.
fn idea_label() -> TableCreateStatement {
    Table::create()
        .table("idea_label")
        .col(uuid("idea_id"))
        .col(uuid("label_id"))
        .col(kind())
        .primary_key(Index::create().col("idea_id").col("label_id"))
        .foreign_key(
            ForeignKey::create().from("idea_label", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("idea_label", "label_id").to("label", "id"))
        .take()
}
