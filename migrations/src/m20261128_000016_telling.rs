//! News that is told to many: one row for each piece, whom it has reached, who follows an idea, who wants to hear how
//! often, and what waits for a digest. A letter of the outbox knows whom it tells of which idea, so that it can be stopped.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, boolean, string, string_null, text, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const INDEXES: [&str; 5] = [
    "CREATE INDEX mailing_open ON mailing (turn_at) WHERE done_at IS NULL",
    "CREATE INDEX mailing_idea ON mailing (idea_id, id)",
    "CREATE INDEX follow_person ON follow (person_id)",
    "CREATE INDEX digest_entry_due ON digest_entry (due_at, person_id)",
    "CREATE INDEX digest_entry_mailing ON digest_entry (mailing_id)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [mailing(), follow(), notice_pace(), digest_entry()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        // SQLite adds one column at a time.
        for column in [uuid_null("person_id"), uuid_null("idea_id"), string_null("why"), string_null("language")] {
            manager.alter_table(Table::alter().table("outbox").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["language", "why", "idea_id", "person_id"] {
            manager.alter_table(Table::alter().table("outbox").drop_column(column).take()).await?;
        }
        for table in ["digest_entry", "notice_pace", "follow", "mailing"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// One piece of news. `reached` is the last person that it has reached, in the order of ids; `turn_at` when it last did,
/// so that a long one doesn't keep a short one waiting.
fn mailing() -> TableCreateStatement {
    Table::create()
        .table("mailing")
        .col(uuid("id").primary_key())
        .col(uuid("idea_id"))
        .col(string("kind").check(Expr::col("kind").is_in(["replied", "revised", "status", "milestone"])))
        // Words by language, the first for everybody else, as JSON.
        .col(text("author"))
        .col(text("followers"))
        .col(big_integer("created_at"))
        .col(big_integer("turn_at"))
        .col(uuid("reached"))
        .col(big_integer_null("done_at"))
        .foreign_key(
            ForeignKey::create().from("mailing", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// What somebody said about one idea. Not to follow it outweighs having written or supported it.
fn follow() -> TableCreateStatement {
    Table::create()
        .table("follow")
        .col(uuid("idea_id"))
        .col(uuid("person_id"))
        .col(boolean("follows"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("idea_id").col("person_id"))
        .foreign_key(
            ForeignKey::create().from("follow", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(&mut to_person("follow"))
        .take()
}

/// How often somebody hears of everything. Without a row: at once.
fn notice_pace() -> TableCreateStatement {
    Table::create()
        .table("notice_pace")
        .col(uuid("person_id").primary_key())
        .col(string("pace").check(Expr::col("pace").is_in(["at_once", "daily", "weekly", "never"])))
        .col(big_integer("at"))
        .foreign_key(&mut to_person("notice_pace"))
        .take()
}

/// News that waits for somebody's digest.
fn digest_entry() -> TableCreateStatement {
    Table::create()
        .table("digest_entry")
        .col(uuid("person_id"))
        .col(uuid("mailing_id"))
        .col(big_integer("due_at"))
        .primary_key(Index::create().col("person_id").col("mailing_id"))
        .foreign_key(
            ForeignKey::create()
                .from("digest_entry", "mailing_id")
                .to("mailing", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(&mut to_person("digest_entry"))
        .take()
}

fn to_person(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "person_id").to("person", "id").on_delete(ForeignKeyAction::Cascade).take()
}
