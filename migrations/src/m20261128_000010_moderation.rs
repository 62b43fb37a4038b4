//! The moderators' desk: what needs a person, what was decided and why, appeals, the record that only grows, and what
//! the council changed in its catalogue of reasons and its rules.
//!
//! A subject is named by its kind and id (`idea`, `comment`, `person`), so that the record outlives what it is about.

mod reports;
mod tables;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use tables::{
    appeal, audit, audit_head, decision, lesson, pending_edit, policy, queue_item, reason, redaction, saved_view,
    text_print,
};

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

        reports::widen(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let run = Run(manager);
        reports::narrow(manager).await?;
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
