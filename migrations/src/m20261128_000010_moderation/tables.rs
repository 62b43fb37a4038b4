//! The tables of the desk, as this migration makes them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, boolean, integer, integer_null, string, string_null, text, text_null, uuid,
    uuid_null,
};

/// One thing that needs a person. `rank` is the published score: what has the smallest comes first. `seen` is the revision
/// of the text that it is about. Close ones share a `cluster`, known by how near their `likeness` is.
pub(super) fn queue_item() -> TableCreateStatement {
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
pub(super) fn decision() -> TableCreateStatement {
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
pub(super) fn redaction() -> TableCreateStatement {
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
pub(super) fn pending_edit() -> TableCreateStatement {
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
pub(super) fn appeal() -> TableCreateStatement {
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
            ForeignKey::create()
                .from("appeal", "decision_id")
                .to("decision", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// The record. Each entry's hash covers the one before it, so that nothing can be taken out or changed unseen. `detail`
/// holds states, numbers and digests, never what anybody wrote.
pub(super) fn audit() -> TableCreateStatement {
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
pub(super) fn audit_head() -> TableCreateStatement {
    Table::create()
        .table("audit_head")
        .col(integer("one").primary_key().check(Expr::col("one").eq(1)))
        .col(big_integer("seq"))
        .col(binary("hash"))
        .take()
}

/// What the council says for a reason, in one language, in place of the program's own words.
pub(super) fn reason() -> TableCreateStatement {
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
pub(super) fn policy() -> TableCreateStatement {
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
pub(super) fn text_print() -> TableCreateStatement {
    Table::create()
        .table("text_print")
        .col(uuid("id").primary_key())
        .col(binary("digest"))
        .col(uuid("author_id"))
        .col(big_integer("at"))
        .take()
}

/// In how many texts that moderators kept and refused a word stood. The row of word 0 counts the texts.
pub(super) fn lesson() -> TableCreateStatement {
    Table::create()
        .table("lesson")
        .col(big_integer("word").primary_key())
        .col(big_integer("kept").default(0))
        .col(big_integer("refused").default(0))
        .take()
}

/// A moderator's own filter, by name.
pub(super) fn saved_view() -> TableCreateStatement {
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
