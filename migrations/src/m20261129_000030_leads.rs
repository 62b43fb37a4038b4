//! Who led on an idea when: a promise counts for the department that led when it was kept, or when its day passed. The
//! database notes it itself, whoever gives an idea to whom. What was before is known only as far as answers tell: all else
//! goes on counting for the department that leads today.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, uuid};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const LEAD: &str = "idea_lead";

/// From the beginning of time; but for what another department has answered before; since it has led.
const BEFORE: [&str; 3] = [
    "INSERT INTO idea_lead (idea_id, department_id, since) SELECT idea_id, department_id, 0 FROM assignment WHERE lead",
    "INSERT INTO idea_lead (idea_id, department_id, since) SELECT h.idea_id, h.department_id, h.at FROM happening h \
     JOIN assignment a ON a.idea_id = h.idea_id AND a.lead AND a.since > h.at \
     WHERE h.what = 'REPLIED' AND h.department_id IS NOT NULL \
     AND EXISTS (SELECT 1 FROM promise p WHERE p.idea_id = h.idea_id AND p.kept_at = h.at)",
    "INSERT INTO idea_lead (idea_id, department_id, since) SELECT idea_id, department_id, since FROM assignment \
     WHERE lead",
];

/// What notes it from now on.
const POSTGRES: [&str; 2] = [
    "CREATE FUNCTION lead_begins() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO idea_lead (idea_id, department_id, since) VALUES (NEW.idea_id, NEW.department_id, NEW.since);
        RETURN NULL;
    END $$",
    "CREATE TRIGGER assignment_leads AFTER INSERT OR UPDATE OF lead ON assignment FOR EACH ROW \
     WHEN (NEW.lead) EXECUTE FUNCTION lead_begins()",
];
const SQLITE: [&str; 2] = [
    "CREATE TRIGGER assignment_leads AFTER INSERT ON assignment WHEN NEW.lead BEGIN
        INSERT INTO idea_lead (idea_id, department_id, since) VALUES (NEW.idea_id, NEW.department_id, NEW.since);
    END",
    "CREATE TRIGGER assignment_leads_now AFTER UPDATE OF lead ON assignment WHEN NEW.lead BEGIN
        INSERT INTO idea_lead (idea_id, department_id, since) VALUES (NEW.idea_id, NEW.department_id, NEW.since);
    END",
];

const POSTGRES_DOWN: [&str; 2] = ["DROP TRIGGER assignment_leads ON assignment", "DROP FUNCTION lead_begins()"];
const SQLITE_DOWN: [&str; 2] = ["DROP TRIGGER assignment_leads", "DROP TRIGGER assignment_leads_now"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(lead()).await?;
        let since = Index::create().name("idea_lead_since").table(LEAD).col("idea_id").col("since").take();
        manager.create_index(since).await?;
        say(manager, &BEFORE).await?;
        say(manager, if is_postgres(manager) { &POSTGRES } else { &SQLITE }).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        say(manager, if is_postgres(manager) { &POSTGRES_DOWN } else { &SQLITE_DOWN }).await?;
        manager.drop_table(Table::drop().table(LEAD).take()).await
    }
}

fn is_postgres(manager: &SchemaManager<'_>) -> bool {
    manager.get_database_backend() == DbBackend::Postgres
}

async fn say(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

/// A line for each department that took the lead, in order; `since` when it did.
fn lead() -> TableCreateStatement {
    Table::create()
        .table(LEAD)
        .col(big_integer("id").auto_increment().primary_key())
        .col(uuid("idea_id"))
        .col(uuid("department_id"))
        .col(big_integer("since"))
        .foreign_key(ForeignKey::create().from(LEAD, "idea_id").to("idea", "id"))
        .foreign_key(ForeignKey::create().from(LEAD, "department_id").to("department", "id"))
        .take()
}
