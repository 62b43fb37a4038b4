//! Lists by status along an index, which versions of an idea the public has seen, and who asks for letters to sign in.
//!
//! The status of an idea stands in its tally too, beside the keys of the orders, and moves in the same transaction. Almost
//! every idea is published, and the indexes of the plain lists find those: the new ones hold only the others, so that a
//! vote costs no more than before.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::binary_null;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const KEYS: [&str; 4] = ["idea_id", "confidence", "trend", "votes"];

const UP: [&str; 7] = [
    // SQLite can't add a column that must hold something without saying what.
    "ALTER TABLE tally ADD COLUMN status VARCHAR NOT NULL DEFAULT ''",
    "UPDATE tally SET status = (SELECT idea.status FROM idea WHERE idea.id = tally.idea_id)",
    // The last version that anybody could read; none, while it has only ever waited.
    "ALTER TABLE idea ADD COLUMN shown_revision INTEGER",
    "UPDATE idea SET shown_revision = revision WHERE published_at IS NOT NULL",
    "ALTER TABLE idea_revision ADD COLUMN was_public BOOLEAN NOT NULL DEFAULT FALSE",
    "UPDATE idea_revision SET was_public = TRUE \
     WHERE idea_id IN (SELECT id FROM idea WHERE published_at IS NOT NULL)",
    "DROP INDEX idea_status",
];

const DOWN: [&str; 5] = [
    "ALTER TABLE sign_in DROP COLUMN sender",
    "ALTER TABLE tally DROP COLUMN status",
    "ALTER TABLE idea DROP COLUMN shown_revision",
    "ALTER TABLE idea_revision DROP COLUMN was_public",
    "CREATE INDEX idea_status ON idea (status, id)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for step in UP {
            manager.get_connection().execute_unprepared(step).await?;
        }
        // The digest of the address and of where in the network a letter was asked for.
        let sender = Table::alter().table("sign_in").add_column(binary_null("sender")).take();
        manager.alter_table(sender).await?;
        for key in KEYS {
            let columns = if key == "idea_id" { key.to_owned() } else { format!("{key}, idea_id") };
            let index =
                format!("CREATE INDEX tally_status_{key} ON tally (status, {columns}) WHERE status <> 'published'");
            manager.get_connection().execute_unprepared(&index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for key in KEYS {
            manager.get_connection().execute_unprepared(&format!("DROP INDEX tally_status_{key}")).await?;
        }
        for step in DOWN {
            manager.get_connection().execute_unprepared(step).await?;
        }
        Ok(())
    }
}
