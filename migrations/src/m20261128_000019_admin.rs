//! What whoever runs the site sets: its look version by version, who was given which role and by whom, and campaigns that
//! change. Versions of the look and changes of roles only grow, which the database itself holds them to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary_null, boolean, integer, string, string_null, text_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const HISTORIES: [&str; 2] = ["look", "role_change"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        manager.create_table(look()).await?;
        manager.create_table(role_change()).await?;
        for table in HISTORIES {
            let triggers = if is_postgres { on_postgres(table) } else { on_sqlite(table) };
            manager.get_connection().execute_unprepared(&triggers).await?;
        }
        let says = manager.get_connection();
        says.execute_unprepared("CREATE INDEX role_change_person ON role_change (person_id, id)").await?;
        says.execute_unprepared("ALTER TABLE campaign ADD COLUMN version INTEGER NOT NULL DEFAULT 1").await?;
        says.execute_unprepared("ALTER TABLE campaign ADD COLUMN archived_at BIGINT").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let says = manager.get_connection();
        says.execute_unprepared("ALTER TABLE campaign DROP COLUMN archived_at").await?;
        says.execute_unprepared("ALTER TABLE campaign DROP COLUMN version").await?;
        // Their triggers go with them.
        manager.drop_table(Table::drop().table("role_change").take()).await?;
        manager.drop_table(Table::drop().table("look").take()).await
    }
}

/// What is null is as the configuration says.
fn look() -> TableCreateStatement {
    Table::create()
        .table("look")
        .col(integer("version").primary_key())
        .col(string_null("name"))
        .col(string_null("council"))
        .col(string_null("contact"))
        .col(string_null("accent"))
        .col(string_null("accent_dark"))
        .col(string_null("logo_kind").check(Expr::col("logo_kind").is_in(["svg", "png"])))
        .col(binary_null("logo"))
        .col(uuid("by_id"))
        .col(big_integer("at"))
        .foreign_key(ForeignKey::create().from("look", "by_id").to("person", "id"))
        .take()
}

/// Nobody stands in `by_id` where the command line gave a role.
fn role_change() -> TableCreateStatement {
    Table::create()
        .table("role_change")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(string("role").check(Expr::col("role").is_in(["citizen", "moderator", "officer", "admin"])))
        .col(boolean("given"))
        .col(text_null("why"))
        .col(uuid_null("by_id"))
        .col(big_integer("at"))
        .foreign_key(ForeignKey::create().from("role_change", "person_id").to("person", "id"))
        .take()
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
