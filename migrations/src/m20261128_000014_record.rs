//! The record of moderation only grows: the database itself refuses to change or to drop an entry. Whoever owns the database
//! can take that away again; the seals, which hang on each other, then tell what was changed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const POSTGRES: &str = "
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''the record of moderation only grows''; END';
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
";

const POSTGRES_BACK: &str = "
DROP TRIGGER audit_stays ON audit;
DROP TRIGGER audit_entry_stays ON audit;
DROP FUNCTION audit_only_grows();
";

const SQLITE: &str = "
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the record of moderation only grows');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the record of moderation only grows');
END;
";

const SQLITE_BACK: &str = "
DROP TRIGGER audit_stays;
DROP TRIGGER audit_entry_stays;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, POSTGRES, SQLITE).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, POSTGRES_BACK, SQLITE_BACK).await
    }
}

async fn run(manager: &SchemaManager<'_>, postgres: &str, sqlite: &str) -> Result<(), DbErr> {
    let words = if manager.get_database_backend() == DbBackend::Postgres { postgres } else { sqlite };
    manager.get_connection().execute_unprepared(words).await?;
    Ok(())
}
