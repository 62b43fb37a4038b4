//! The moderators' desk: what needs a person, what was decided and why, appeals, the record that only grows, and what
//! the council changed in its catalogue of reasons and its rules.
//!
//! A subject is named by its kind and id (`idea`, `comment`, `person`), so that the record outlives what it is about.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, binary_null, boolean, integer, integer_null, string, string_null, text,
    text_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const COLUMNS: [&str; 9] = [
    "ALTER TABLE person ADD COLUMN trusted_at BIGINT",
    "ALTER TABLE person ADD COLUMN suspended_until BIGINT",
    // The number of the idea that a merged one lives on in.
    "ALTER TABLE idea ADD COLUMN merged_into BIGINT",
    // When a moderator last took some of its words out.
    "ALTER TABLE idea ADD COLUMN redacted_at BIGINT",
    "ALTER TABLE comment ADD COLUMN redacted_at BIGINT",
    // What a comment said before its words were taken out is for its author and staff.
    "ALTER TABLE comment_revision ADD COLUMN withheld BOOLEAN NOT NULL DEFAULT FALSE",
    // From which merged idea a vote was carried over; none, once its owner has chosen for themselves.
    "ALTER TABLE vote ADD COLUMN carried_from UUID_TYPE",
    // The decision that a letter tells of: undone in time, it is never sent.
    "ALTER TABLE outbox ADD COLUMN cause UUID_TYPE",
    // What waits in a campaign where things wait: everything, unless this says less. An older program, which doesn't know
    // the column, then looks at everything first.
    "ALTER TABLE campaign ADD COLUMN holds VARCHAR CHECK (holds IN ('unless_flagged', 'first_posts'))",
];

const INDEXES: [&str; 19] = [
    "CREATE UNIQUE INDEX queue_item_open ON queue_item (kind, subject_kind, subject_id) WHERE closed_at IS NULL",
    "CREATE INDEX queue_item_rank ON queue_item (rank, id) WHERE closed_at IS NULL",
    "CREATE INDEX queue_item_kind_rank ON queue_item (kind, rank, id) WHERE closed_at IS NULL",
    "CREATE INDEX queue_item_due ON queue_item (due_at) WHERE closed_at IS NULL",
    "CREATE INDEX queue_item_cluster ON queue_item (cluster) WHERE closed_at IS NULL",
    "CREATE INDEX queue_item_changed ON queue_item (changed_at)",
    "CREATE INDEX queue_item_subject ON queue_item (subject_kind, subject_id)",
    "CREATE INDEX decision_subject ON decision (subject_kind, subject_id, id)",
    "CREATE INDEX decision_author ON decision (author_id, id)",
    "CREATE INDEX decision_actor ON decision (actor_id, id)",
    "CREATE INDEX decision_at ON decision (at)",
    "CREATE UNIQUE INDEX appeal_open ON appeal (decision_id) WHERE outcome IS NULL",
    "CREATE INDEX appeal_decision ON appeal (decision_id)",
    "CREATE INDEX text_print_digest ON text_print (digest, at)",
    "CREATE INDEX text_print_at ON text_print (at)",
    "CREATE INDEX text_print_author ON text_print (author_id, at)",
    "CREATE INDEX vote_carried ON vote (idea_id, carried_from) WHERE carried_from IS NOT NULL",
    "CREATE INDEX outbox_cause ON outbox (cause) WHERE cause IS NOT NULL",
    "CREATE INDEX idea_merged_into ON idea (merged_into) WHERE merged_into IS NOT NULL",
];

/// What waited before there was a queue waits in it now, under its own id.
const WAITING: [&str; 2] = [
    "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, rank, changed_at, \
     cluster) SELECT id, 'idea', 'idea', id, id, author_id, created_at, created_at, created_at, created_at, id \
     FROM idea WHERE status = 'submitted' AND hidden_at IS NULL",
    "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, rank, changed_at, \
     cluster) SELECT id, 'comment', 'comment', id, idea_id, author_id, created_at, created_at, created_at, created_at, id \
     FROM comment WHERE state = 'held'",
];

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

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let run = Run(manager);
        run.all(&COLUMNS).await?;
        for table in [queue_item(), decision(), redaction(), pending_edit(), appeal(), audit(), audit_head()] {
            manager.create_table(table).await?;
        }
        for table in [reason(), policy(), text_print(), lesson(), saved_view()] {
            manager.create_table(table).await?;
        }
        run.all(&INDEXES).await?;
        run.all(&WAITING).await?;
        run.all(&["INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, EMPTY_BYTES)"]).await?;

        if run.is_postgres() {
            run.all(&REPORT_COLUMNS).await?;
        } else {
            remake_reports(manager, report(true)).await?;
        }
        run.all(&["CREATE INDEX report_item ON report (item_id)"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let run = Run(manager);
        run.all(&["DROP INDEX report_item"]).await?;
        if run.is_postgres() {
            run.all(&REPORT_COLUMNS_BACK).await?;
        } else {
            remake_reports(manager, report(false)).await?;
        }

        for index in ["vote_carried", "outbox_cause", "idea_merged_into"] {
            run.all(&[&format!("DROP INDEX {index}")]).await?;
        }
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        run.all(&[
            "ALTER TABLE person DROP COLUMN trusted_at",
            "ALTER TABLE person DROP COLUMN suspended_until",
            "ALTER TABLE idea DROP COLUMN merged_into",
            "ALTER TABLE idea DROP COLUMN redacted_at",
            "ALTER TABLE comment DROP COLUMN redacted_at",
            "ALTER TABLE comment_revision DROP COLUMN withheld",
            "ALTER TABLE vote DROP COLUMN carried_from",
            "ALTER TABLE outbox DROP COLUMN cause",
            "ALTER TABLE campaign DROP COLUMN holds",
        ])
        .await
    }
}

const TABLES: [&str; 12] = [
    "saved_view",
    "lesson",
    "text_print",
    "policy",
    "reason",
    "audit_head",
    "audit",
    "appeal",
    "pending_edit",
    "redaction",
    "decision",
    "queue_item",
];

/// Statements as they stand, in the types of the database at hand.
struct Run<'a, 'b>(&'a SchemaManager<'b>);

impl Run<'_, '_> {
    fn is_postgres(&self) -> bool {
        self.0.get_database_backend() == DbBackend::Postgres
    }

    async fn all(&self, statements: &[&str]) -> Result<(), DbErr> {
        let (id, empty) = if self.is_postgres() { ("uuid", "''::bytea") } else { ("uuid_text", "x''") };
        for statement in statements {
            let statement = statement.replace("UUID_TYPE", id).replace("EMPTY_BYTES", empty);
            self.0.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}

/// One thing that needs a person. `rank` is the published score: what has the smallest comes first. `seen` is the revision
/// of the text that it is about. Close ones share a `cluster`, known by how near their `likeness` is.
fn queue_item() -> TableCreateStatement {
    Table::create()
        .table("queue_item")
        .col(uuid("id").primary_key())
        .col(string("kind").check(Expr::col("kind").is_in(["idea", "comment", "edit", "report", "appeal", "name"])))
        .col(string("subject_kind").check(Expr::col("subject_kind").is_in(["idea", "comment", "person"])))
        .col(uuid("subject_id"))
        // The idea that it stands on; none for a name.
        .col(uuid_null("idea_id"))
        .col(uuid("author_id"))
        .col(text("hunches").default("[]"))
        .col(integer("reports").default(0))
        .col(big_integer("reach").default(0))
        .col(big_integer("opened_at"))
        .col(big_integer("due_at"))
        .col(big_integer("rank"))
        .col(big_integer("likeness").default(0))
        .col(uuid("cluster"))
        .col(uuid_null("locked_by"))
        .col(big_integer_null("locked_until"))
        // Who asked for a second opinion: somebody else decides.
        .col(uuid_null("asked_by"))
        .col(text_null("asked_why"))
        .col(uuid_null("appeal_id"))
        .col(big_integer("changed_at"))
        .col(big_integer_null("closed_at"))
        .foreign_key(
            ForeignKey::create().from("queue_item", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("queue_item", "author_id").to("person", "id"))
        .take()
}

/// What was decided, by whom (nobody: the program itself), in which role, and why. `before` and `after` say what changed.
fn decision() -> TableCreateStatement {
    Table::create()
        .table("decision")
        .col(uuid("id").primary_key())
        .col(uuid_null("item_id"))
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(uuid_null("idea_id"))
        .col(uuid("author_id"))
        .col(string("act"))
        .col(string_null("reason"))
        .col(text_null("note"))
        .col(uuid_null("actor_id"))
        .col(string("role"))
        .col(big_integer("at"))
        // How long the item had waited, in microseconds.
        .col(big_integer("waited").default(0))
        .col(text("before"))
        .col(text("after"))
        .col(uuid_null("batch"))
        .col(big_integer_null("undone_at"))
        .col(uuid_null("undone_by"))
        .take()
}

/// What a decision took away: what stood before a redaction, a name, or an edit that waited (then with the revision that it
/// was made on). For staff, and for taking the decision back.
fn redaction() -> TableCreateStatement {
    Table::create()
        .table("redaction")
        .col(uuid("decision_id").primary_key())
        .col(string_null("title"))
        .col(text("body"))
        .col(string_null("stance"))
        .col(string_null("language"))
        .col(integer_null("seen"))
        .col(integer_null("version"))
        .col(big_integer_null("written_at"))
        .foreign_key(
            ForeignKey::create()
                .from("redaction", "decision_id")
                .to("decision", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// An edit of something published that waits for a moderator's yes; meanwhile everybody reads what stood.
fn pending_edit() -> TableCreateStatement {
    Table::create()
        .table("pending_edit")
        .col(string("subject_kind"))
        .col(uuid("subject_id"))
        .col(integer("seen"))
        // One more for each time it was written anew: whoever decides has read this one.
        .col(integer("version").default(1))
        .col(string_null("title"))
        .col(text("body"))
        .col(string_null("stance"))
        .col(string_null("language"))
        .col(big_integer("written_at"))
        .primary_key(Index::create().col("subject_kind").col("subject_id"))
        .take()
}

/// Somebody's request that another moderator looks again: the author's, or a reporter's.
fn appeal() -> TableCreateStatement {
    Table::create()
        .table("appeal")
        .col(uuid("id").primary_key())
        .col(uuid("decision_id"))
        .col(uuid_null("person_id"))
        .col(uuid_null("report_id"))
        .col(text("words"))
        .col(big_integer("at"))
        .col(big_integer("due_at"))
        .col(string_null("outcome"))
        .col(text_null("answer"))
        .col(uuid_null("decided_by"))
        .col(big_integer_null("decided_at"))
        .foreign_key(
            ForeignKey::create().from("appeal", "decision_id").to("decision", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// The record. Each entry's hash covers the one before it, so that nothing can be taken out or changed unseen. `detail`
/// holds states, numbers and digests, never what anybody wrote.
fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(big_integer("seq").primary_key())
        .col(big_integer("at"))
        .col(uuid_null("actor_id"))
        .col(string("role"))
        .col(string("act"))
        .col(string("subject_kind"))
        .col(uuid_null("subject_id"))
        .col(string_null("reason"))
        .col(text("detail"))
        .col(binary("hash"))
        .take()
}

/// One row: where the record ends. Whoever adds to it holds this row.
fn audit_head() -> TableCreateStatement {
    Table::create()
        .table("audit_head")
        .col(integer("one").primary_key().check(Expr::col("one").eq(1)))
        .col(big_integer("seq"))
        .col(binary("hash"))
        .take()
}

/// What the council says for a reason, in one language, in place of the program's own words.
fn reason() -> TableCreateStatement {
    Table::create()
        .table("reason")
        .col(string("code"))
        .col(string("language"))
        .col(string("title"))
        .col(string("rule"))
        .col(text("words"))
        .col(text("mend"))
        .col(boolean("retired").default(false))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("code").col("language"))
        .take()
}

/// The council's rules as they were published, version by version.
fn policy() -> TableCreateStatement {
    Table::create()
        .table("policy")
        .col(integer("version"))
        .col(string("language"))
        .col(text("words"))
        .col(big_integer("published_at"))
        .col(uuid_null("published_by"))
        .primary_key(Index::create().col("version").col("language"))
        .take()
}

/// Fingerprints of what was posted lately: the same text again is known by it.
fn text_print() -> TableCreateStatement {
    Table::create()
        .table("text_print")
        .col(uuid("id").primary_key())
        .col(binary("digest"))
        .col(uuid("author_id"))
        .col(big_integer("at"))
        .take()
}

/// In how many texts that moderators kept and refused a word stood. The row of word 0 counts the texts.
fn lesson() -> TableCreateStatement {
    Table::create()
        .table("lesson")
        .col(big_integer("word").primary_key())
        .col(big_integer("kept").default(0))
        .col(big_integer("refused").default(0))
        .take()
}

/// A moderator's own filter, by name.
fn saved_view() -> TableCreateStatement {
    Table::create()
        .table("saved_view")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(string("name"))
        .col(string("query"))
        .index(Index::create().name("saved_view_name").unique().col("person_id").col("name"))
        .foreign_key(
            ForeignKey::create()
                .from("saved_view", "person_id")
                .to("person", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
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
        table.foreign_key(
            ForeignKey::create().from("report", column).to(table_name, "id").on_delete(action),
        );
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
