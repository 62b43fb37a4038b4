//! Who led on an idea when: a promise counts for the department that led when its day passed, or when it was kept in time.
//! The database notes it itself, whoever gives an idea to whom. What was before is known only as far as answers tell: all
//! else goes on counting for the department that leads today. Once it is taken back, nobody finds out any more what was noted.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, uuid};

use crate::said::{is_postgres, say};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const LEAD: &str = "idea_lead";

/// What was kept, by when: the figures read what was kept lately. What is open has an index of its own.
const KEPT: &str = "CREATE INDEX promise_kept ON promise (kept_at) WHERE kept_at IS NOT NULL";

/// What another department answered before; from the beginning of time whoever is known first; since it has led, the one that
/// leads.
const BEFORE: [&str; 3] = [
    "INSERT INTO idea_lead (idea_id, department_id, since) SELECT h.idea_id, h.department_id, h.at FROM happening h \
     JOIN assignment a ON a.idea_id = h.idea_id AND a.lead AND a.since > h.at \
     WHERE h.what = 'REPLIED' AND h.department_id IS NOT NULL \
     AND EXISTS (SELECT 1 FROM promise p WHERE p.idea_id = h.idea_id AND p.kept_at = h.at)",
    "INSERT INTO idea_lead (idea_id, department_id, since) SELECT a.idea_id, coalesce((SELECT l.department_id \
     FROM idea_lead l WHERE l.idea_id = a.idea_id ORDER BY l.since, l.id LIMIT 1), a.department_id), 0 \
     FROM assignment a WHERE a.lead",
    "INSERT INTO idea_lead (idea_id, department_id, since) SELECT idea_id, department_id, since FROM assignment \
     WHERE lead",
];

/// What notes it from now on. Whoever takes the lead has it from then on, though the clock of the node that says so is behind
/// the one before: `since` never goes back.
fn notes(later: &str) -> String {
    format!(
        "INSERT INTO idea_lead (idea_id, department_id, since) VALUES (NEW.idea_id, NEW.department_id, \
         {later}(NEW.since, coalesce((SELECT max(since) FROM idea_lead WHERE idea_id = NEW.idea_id), 0)))"
    )
}

fn postgres() -> [String; 2] {
    let notes = notes("greatest");
    [
        format!(
            "CREATE FUNCTION lead_begins() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {notes}; RETURN NULL; END $$"
        ),
        "CREATE TRIGGER assignment_leads AFTER INSERT OR UPDATE OF lead ON assignment FOR EACH ROW \
         WHEN (NEW.lead) EXECUTE FUNCTION lead_begins()"
            .to_owned(),
    ]
}

fn sqlite() -> [String; 2] {
    let notes = notes("max");
    [
        format!("CREATE TRIGGER assignment_leads AFTER INSERT ON assignment WHEN NEW.lead BEGIN {notes}; END"),
        format!(
            "CREATE TRIGGER assignment_leads_now AFTER UPDATE OF lead ON assignment WHEN NEW.lead BEGIN {notes}; END"
        ),
    ]
}

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
        // The trigger comes first: until all of this is committed nobody else gives an idea away, since PostgreSQL locks the
        // table for it and SQLite has one writer. So what was given before is read, what is given later is noted, and nothing
        // is both. Promises come last: whoever publishes an answer locks the two tables in this order.
        let triggers = if is_postgres(manager) { postgres() } else { sqlite() };
        say(manager, &triggers).await?;
        say(manager, &BEFORE).await?;
        say(manager, &[KEPT]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        say(manager, if is_postgres(manager) { &POSTGRES_DOWN } else { &SQLITE_DOWN }).await?;
        say(manager, &["DROP INDEX promise_kept"]).await?;
        manager.drop_table(Table::drop().table(LEAD).take()).await
    }
}

/// A line for each department that took the lead, in order; `since` when it did.
///
/// No foreign keys. Making them locks ideas and departments until all is committed; whoever gives an idea away meanwhile
/// writes assignments first and the idea afterwards, and the two would wait for each other. They would guard nothing: ideas
/// and departments are never deleted.
fn lead() -> TableCreateStatement {
    Table::create()
        .table(LEAD)
        .col(big_integer("id").auto_increment().primary_key())
        .col(uuid("idea_id"))
        .col(uuid("department_id"))
        .col(big_integer("since"))
        .take()
}
