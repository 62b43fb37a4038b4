//! Whose bank holidays the council keeps, once whoever runs the site has chosen: one row at the most. Before, the
//! configuration's hold.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLE: &str = "kept_holidays";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(kept_holidays()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(TABLE).take()).await
    }
}

/// Its key can only be 1.
fn kept_holidays() -> TableCreateStatement {
    Table::create()
        .table(TABLE)
        .col(integer("one").primary_key().check(Expr::col("one").eq(1)))
        .col(string("nation").check(Expr::col("nation").is_in(["ENGLAND_AND_WALES", "SCOTLAND", "NORTHERN_IRELAND"])))
        .col(uuid("by_id"))
        .col(big_integer("at"))
        .take()
}
