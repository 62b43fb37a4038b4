//! What a report may be about and what came of it, added to a table that is there already.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary_null, boolean, string, string_null, text_null, uuid, uuid_null,
};

use super::Run;

/// A report may be about a name, which belongs to no idea. PostgreSQL loosens the column; SQLite can't, so there the table
/// is made anew.
const REPORT_COLUMNS: [&str; 8] = [
    "ALTER TABLE report ALTER COLUMN idea_id DROP NOT NULL",
    // Whose name it is about.
    "ALTER TABLE report ADD COLUMN person_id uuid REFERENCES person (id) ON DELETE CASCADE",
    // What the reporter is called, where they say so.
    "ALTER TABLE report ADD COLUMN reporter_name VARCHAR",
    // Where in the network it came from, as a digest: several from one place are one voice.
    "ALTER TABLE report ADD COLUMN network bytea",
    "ALTER TABLE report ADD COLUMN item_id uuid",
    "ALTER TABLE report ADD COLUMN outcome VARCHAR",
    "ALTER TABLE report ADD COLUMN answered_at BIGINT",
    "ALTER TABLE report ADD COLUMN decision_id uuid",
];

const REPORT_COLUMNS_BACK: [&str; 2] = [
    "DELETE FROM report WHERE idea_id IS NULL",
    "ALTER TABLE report DROP COLUMN person_id, DROP COLUMN reporter_name, DROP COLUMN network, DROP COLUMN item_id, \
     DROP COLUMN outcome, DROP COLUMN answered_at, DROP COLUMN decision_id, ALTER COLUMN idea_id SET NOT NULL",
];

const MOVE_REPORTS: [&str; 2] = [
    "INSERT INTO report (id, receipt, idea_id, comment_id, ground, details, answer_to, mailed, reporter_id, created_at) \
     SELECT id, receipt, idea_id, comment_id, ground, details, answer_to, mailed, reporter_id, created_at \
     FROM former_report WHERE idea_id IS NOT NULL",
    "DROP TABLE former_report",
];

/// Forwards.
pub(super) async fn widen(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let run = Run(manager);
    if run.is_postgres() {
        run.all(&REPORT_COLUMNS).await?;
    } else {
        remake_reports(manager, report(true)).await?;
    }
    run.all(&["CREATE INDEX report_item ON report (item_id)"]).await
}

/// And back: reports about names go.
pub(super) async fn narrow(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let run = Run(manager);
    run.all(&["DROP INDEX report_item"]).await?;
    if run.is_postgres() { run.all(&REPORT_COLUMNS_BACK).await } else { remake_reports(manager, report(false)).await }
}

/// The table of reports on SQLite: as it is now, or as migration 9 made it.
fn report(now: bool) -> TableCreateStatement {
    let grounds =
        ["breaks_the_law", "hateful", "personal_data", "spam", "duplicate", "something_else"].map(Expr::val).to_vec();
    let mut table = Table::create().table("report").col(uuid("id").primary_key()).take();
    table.col(string("receipt").unique_key());
    table.col(if now { uuid_null("idea_id") } else { uuid("idea_id") });
    table.col(uuid_null("comment_id"));
    table.col(string("ground").check(Expr::col("ground").is_in(grounds)));
    table.col(text_null("details")).col(string_null("answer_to")).col(boolean("mailed"));
    table.col(uuid_null("reporter_id")).col(big_integer("created_at"));
    if now {
        table.col(uuid_null("person_id")).col(string_null("reporter_name")).col(binary_null("network"));
        table.col(uuid_null("item_id")).col(string_null("outcome")).col(big_integer_null("answered_at"));
        table.col(uuid_null("decision_id"));
    }
    let mut to = |column: &'static str, table_name: &'static str, action| {
        table.foreign_key(ForeignKey::create().from("report", column).to(table_name, "id").on_delete(action));
    };
    to("idea_id", "idea", ForeignKeyAction::Cascade);
    to("comment_id", "comment", ForeignKeyAction::Cascade);
    to("reporter_id", "person", ForeignKeyAction::SetNull);
    if now {
        to("person_id", "person", ForeignKeyAction::Cascade);
    }
    table
}

async fn remake_reports(manager: &SchemaManager<'_>, table: TableCreateStatement) -> Result<(), DbErr> {
    const INDEXES: [(&str, [&str; 2]); 3] = [
        ("report_idea", ["idea_id", "created_at"]),
        ("report_created", ["created_at", "id"]),
        ("report_answer_to", ["answer_to", "created_at"]),
    ];
    for (name, _columns) in INDEXES {
        manager.drop_index(Index::drop().name(name).table("report").to_owned()).await?;
    }
    manager.rename_table(Table::rename().table("report", "former_report").take()).await?;
    manager.create_table(table).await?;
    Run(manager).all(&MOVE_REPORTS).await?;
    for (name, [first, second]) in INDEXES {
        manager.create_index(Index::create().name(name).table("report").col(first).col(second).take()).await?;
    }
    Ok(())
}
