//! Clocks start for open ideas only: what was answered or merged is owed nothing new. They start as well when an idea moves
//! to a campaign that promises it, and when it is opened again. Whose yes a draft has stands beside it, and answers are found
//! by their ideas' side of the table too.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;
use sea_orm_migration::sea_orm::DbBackend;

use crate::m20261128_000015_replies::clock;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Name, table, columns.
const INDEXES: [(&str, &str, &[&str]); 2] =
    [("reply_idea_reply", "reply_idea", &["reply_id"]), ("promise_reached", "promise", &["kind", "reached_at"])];

const OPEN: &str = "NEW.status IN ('published', 'awaiting_reply', 'under_review')";

const TRUNCATED: &str = "CREATE TRIGGER reply_revision_stays BEFORE TRUNCATE ON reply_revision \
     FOR EACH STATEMENT EXECUTE FUNCTION it_only_grows()";

/// The trigger as it was made at first.
fn before(backend: DbBackend) -> Vec<String> {
    clock::up(backend).into_iter().filter(|made| made.starts_with("CREATE TRIGGER tally_step ")).collect()
}

/// What it does stays what it was; when it does it changes. On PostgreSQL it looks at what a trigger before it changed only
/// where the column is named; on SQLite that trigger's own change comes here.
fn after(backend: DbBackend) -> Vec<String> {
    let columns = "UPDATE OF support, next_step, listed ON tally";
    let (named, guard) = if backend == DbBackend::Postgres {
        ("UPDATE OF support, next_step, listed, status, campaign_id ON tally", "WHEN (NEW.listed AND ")
    } else {
        ("UPDATE OF support, next_step, listed, status ON tally", "WHEN NEW.listed AND ")
    };
    let guarded = format!("{guard}{OPEN} AND ");
    before(backend).iter().map(|made| made.replace(columns, named).replace(guard, &guarded)).collect()
}

fn drop_it(is_postgres: bool) -> &'static str {
    if is_postgres { "DROP TRIGGER tally_step ON tally" } else { "DROP TRIGGER tally_step" }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let (say, backend) = (manager.get_connection(), manager.get_database_backend());
        let is_postgres = backend == DbBackend::Postgres;
        say.execute_unprepared(drop_it(is_postgres)).await?;
        for trigger in after(backend) {
            say.execute_unprepared(&trigger).await?;
        }
        if is_postgres {
            say.execute_unprepared(TRUNCATED).await?;
        }
        for (name, table, columns) in INDEXES {
            let mut index = Index::create().name(name).table(table).take();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        manager.alter_table(Table::alter().table("reply_draft").add_column(uuid_null("asked_by")).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let (say, backend) = (manager.get_connection(), manager.get_database_backend());
        let is_postgres = backend == DbBackend::Postgres;
        manager.alter_table(Table::alter().table("reply_draft").drop_column("asked_by").take()).await?;
        for (name, table, _) in INDEXES {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        if is_postgres {
            say.execute_unprepared("DROP TRIGGER reply_revision_stays ON reply_revision").await?;
        }
        say.execute_unprepared(drop_it(is_postgres)).await?;
        for trigger in before(backend) {
            say.execute_unprepared(&trigger).await?;
        }
        Ok(())
    }
}
