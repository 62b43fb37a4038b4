//! Votes and their history. One row for each person and idea, whatever they do; the history only grows.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, small_integer, string, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(vote()).await?;
        manager.create_table(vote_event()).await?;
        manager
            .create_index(Index::create().name("vote_person").table("vote").col("person_id").col("idea_id").take())
            .await?;
        manager
            .create_index(
                Index::create().name("vote_event_vote").table("vote_event").col("idea_id").col("person_id").take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("vote_event").take()).await?;
        manager.drop_table(Table::drop().table("vote").take()).await
    }
}

/// `choice` is 1 for support, -1 for oppose, 0 for taken back. `previous` is the choice that the last change replaced:
/// the upsert reports it, so that a tally moves by what really changed even when two requests race.
fn vote() -> TableCreateStatement {
    Table::create()
        .table("vote")
        .col(uuid("idea_id"))
        .col(uuid("person_id"))
        .col(small_integer("choice").check(Expr::col("choice").is_in([-1, 0, 1])))
        .col(small_integer("previous").default(0))
        .col(string("state").default("counted").check(Expr::col("state").is_in(["counted", "held", "void"])))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("idea_id").col("person_id"))
        .foreign_key(ForeignKey::create().from("vote", "idea_id").to("idea", "id"))
        .foreign_key(ForeignKey::create().from("vote", "person_id").to("person", "id"))
        .take()
}

fn vote_event() -> TableCreateStatement {
    Table::create()
        .table("vote_event")
        .col(big_integer("id").auto_increment().primary_key())
        .col(uuid("idea_id"))
        .col(uuid("person_id"))
        .col(small_integer("choice"))
        .col(small_integer("previous"))
        .col(string("state"))
        .col(big_integer("at"))
        .take()
}
