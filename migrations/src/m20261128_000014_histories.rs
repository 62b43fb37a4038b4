//! What only grows: the record of moderation, and the history of votes. The database itself refuses to change or to drop a
//! line of either. Whoever owns the database can take that away again; the seals of the record, which hang on each other,
//! then tell what was changed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const HISTORIES: [&str; 2] = ["audit", "vote_event"];

const FUNCTION: &str = "CREATE FUNCTION it_only_grows() RETURNS trigger LANGUAGE plpgsql AS \
     'BEGIN RAISE EXCEPTION ''% only grows'', TG_TABLE_NAME; END'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        if is_postgres {
            manager.get_connection().execute_unprepared(FUNCTION).await?;
        }
        for table in HISTORIES {
            let triggers = if is_postgres { on_postgres(table) } else { on_sqlite(table) };
            manager.get_connection().execute_unprepared(&triggers).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        for table in HISTORIES {
            let on = if is_postgres { format!(" ON {table}") } else { String::new() };
            let back = format!("DROP TRIGGER {table}_stays{on}; DROP TRIGGER {table}_line_stays{on};");
            manager.get_connection().execute_unprepared(&back).await?;
        }
        if is_postgres {
            manager.get_connection().execute_unprepared("DROP FUNCTION it_only_grows()").await?;
        }
        Ok(())
    }
}

fn on_postgres(table: &str) -> String {
    format!(
        "CREATE TRIGGER {table}_line_stays BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION it_only_grows();
         CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION it_only_grows();"
    )
}

fn on_sqlite(table: &str) -> String {
    format!(
        "CREATE TRIGGER {table}_line_stays BEFORE UPDATE ON {table} BEGIN
             SELECT RAISE(ABORT, '{table} only grows');
         END;
         CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} BEGIN
             SELECT RAISE(ABORT, '{table} only grows');
         END;"
    )
}
