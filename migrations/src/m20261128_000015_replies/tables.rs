//! The tables, in an order in which each finds what it refers to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, integer_null, string, string_null, text, text_null, uuid,
    uuid_null,
};

/// Indexes: name, table, columns.
pub(super) const INDEXES: [(&str, &str, &[&str]); 7] = [
    ("working_day_start", "working_day", &["starts_at"]),
    ("department_officer_person", "department_officer", &["person_id"]),
    ("assignment_department", "assignment", &["department_id", "idea_id"]),
    ("assignment_officer", "assignment", &["officer_id"]),
    ("staff_note_idea", "staff_note", &["idea_id", "id"]),
    ("happening_idea", "happening", &["idea_id", "id"]),
    ("official_reply_department", "official_reply", &["department_id", "published_at"]),
];

pub(super) fn all() -> Vec<TableCreateStatement> {
    vec![
        promise_step(),
        own_day(),
        working_day(),
        promise(),
        promise_change(),
        department(),
        department_officer(),
        route(),
        assignment(),
        staff_note(),
        staff_mention(),
        happening(),
        reply_draft(),
        official_reply(),
        reply_revision(),
        reply_idea(),
        reply_credit(),
    ]
}

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).take()
}

fn to(from: &'static str, column: &'static str, there: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(from, column).to(there, "id").take()
}

fn key(columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    for column in columns {
        key.col(*column);
    }
    key.take()
}

fn kind() -> ColumnDef {
    let mut kind = string("kind");
    kind.check(Expr::col("kind").is_in(["ACKNOWLEDGE", "REPLY", "COMMITTEE"]));
    kind
}

fn promise_step() -> TableCreateStatement {
    table("promise_step")
        .col(uuid("campaign_id"))
        .col(kind())
        .col(big_integer("supporters").check(Expr::col("supporters").gt(0)))
        .col(integer("working_days").check(Expr::col("working_days").gt(0)))
        .primary_key(&mut key(&["campaign_id", "kind"]))
        .foreign_key(&mut to("promise_step", "campaign_id", "campaign"))
        .take()
}

/// The council's own days over the rules: `day` as `2027-03-14`.
fn own_day() -> TableCreateStatement {
    table("own_day")
        .col(string("day").primary_key())
        .col(boolean("closed"))
        .col(text("why"))
        .col(uuid("by_id"))
        .col(big_integer("at"))
        .take()
}

/// The calendar laid out, so that a due moment is one look-up.
fn working_day() -> TableCreateStatement {
    table("working_day")
        .col(big_integer("nth").primary_key())
        .col(big_integer("starts_at"))
        .col(big_integer("ends_at"))
        .take()
}

fn promise() -> TableCreateStatement {
    table("promise")
        .col(uuid("idea_id"))
        .col(kind())
        .col(big_integer("supporters"))
        .col(integer("working_days"))
        .col(big_integer("reached_at"))
        // The midnight at which it is late; none while it stands still.
        .col(big_integer_null("due_at"))
        .col(big_integer_null("paused_at"))
        .col(big_integer_null("kept_at"))
        .col(integer("changes").default(0))
        .primary_key(&mut key(&["idea_id", "kind"]))
        .foreign_key(&mut to("promise", "idea_id", "idea"))
        .take()
}

fn promise_change() -> TableCreateStatement {
    table("promise_change")
        .col(uuid("idea_id"))
        .col(kind())
        .col(integer("nth"))
        .col(string("what").check(Expr::col("what").is_in(["paused", "resumed", "extended"])))
        .col(big_integer("at"))
        .col(integer_null("working_days"))
        .col(text_null("reason"))
        .col(uuid("by_id"))
        .primary_key(&mut key(&["idea_id", "kind", "nth"]))
        .foreign_key(&mut to("promise_change", "idea_id", "idea"))
        .take()
}

fn department() -> TableCreateStatement {
    table("department")
        .col(uuid("id").primary_key())
        .col(string("slug").unique_key())
        .col(string("name"))
        .col(text("about"))
        .col(boolean("two_people").default(false))
        .col(big_integer_null("closed_at"))
        .col(big_integer("created_at"))
        .take()
}

fn department_officer() -> TableCreateStatement {
    table("department_officer")
        .col(uuid("department_id"))
        .col(uuid("person_id"))
        .col(string("job"))
        .col(big_integer("joined_at"))
        .col(uuid("by_id"))
        .primary_key(&mut key(&["department_id", "person_id"]))
        .foreign_key(&mut to("department_officer", "department_id", "department"))
        .foreign_key(&mut to("department_officer", "person_id", "person"))
        .take()
}

fn route() -> TableCreateStatement {
    table("route")
        .col(integer("place").primary_key())
        .col(uuid("department_id"))
        .col(uuid_null("campaign_id"))
        .col(string_null("word"))
        .foreign_key(&mut to("route", "department_id", "department"))
        .foreign_key(&mut to("route", "campaign_id", "campaign"))
        .take()
}

fn assignment() -> TableCreateStatement {
    table("assignment")
        .col(uuid("idea_id"))
        .col(uuid("department_id"))
        .col(boolean("lead"))
        .col(uuid_null("officer_id"))
        .col(big_integer("since"))
        .col(uuid_null("by_id"))
        .primary_key(&mut key(&["idea_id", "department_id"]))
        .foreign_key(&mut to("assignment", "idea_id", "idea"))
        .foreign_key(&mut to("assignment", "department_id", "department"))
        .foreign_key(&mut to("assignment", "officer_id", "person"))
        .take()
}

fn staff_note() -> TableCreateStatement {
    table("staff_note")
        .col(big_integer("id").auto_increment().primary_key())
        .col(uuid("idea_id"))
        .col(uuid("by_id"))
        .col(text("words"))
        .col(big_integer("at"))
        .foreign_key(&mut to("staff_note", "idea_id", "idea"))
        .foreign_key(&mut to("staff_note", "by_id", "person"))
        .take()
}

fn staff_mention() -> TableCreateStatement {
    table("staff_mention")
        .col(big_integer("note_id"))
        .col(uuid("person_id"))
        .primary_key(&mut key(&["note_id", "person_id"]))
        .foreign_key(&mut to("staff_mention", "note_id", "staff_note"))
        .foreign_key(&mut to("staff_mention", "person_id", "person"))
        .take()
}

/// The lines of an idea's timeline. Who did it is for staff.
fn happening() -> TableCreateStatement {
    table("happening")
        .col(big_integer("id").auto_increment().primary_key())
        .col(uuid("idea_id"))
        .col(string("what"))
        .col(big_integer("at"))
        .col(big_integer_null("number"))
        .col(uuid_null("department_id"))
        // In public words; of what was reached or answered the kind and the outcome.
        .col(text_null("words"))
        // Where an idea moved on to.
        .col(string_null("status"))
        .col(uuid_null("by_id"))
        .foreign_key(&mut to("happening", "idea_id", "idea"))
        .foreign_key(&mut to("happening", "department_id", "department"))
        .take()
}

fn reply_draft() -> TableCreateStatement {
    table("reply_draft")
        .col(uuid("idea_id").primary_key())
        .col(text("others"))
        .col(text("credits"))
        .col(text("raw"))
        .col(uuid("by_id"))
        .col(big_integer("saved_at"))
        .col(integer("version"))
        .col(string("stage").check(Expr::col("stage").is_in(["writing", "approval", "scheduled"])))
        .col(uuid_null("stage_by"))
        .col(big_integer_null("stage_at"))
        .col(uuid_null("locked_by"))
        .col(big_integer_null("locked_until"))
        .foreign_key(&mut to("reply_draft", "idea_id", "idea"))
        .take()
}

fn official_reply() -> TableCreateStatement {
    table("official_reply")
        .col(uuid("id").primary_key())
        .col(uuid("department_id"))
        .col(string("outcome"))
        .col(text("raw"))
        .col(big_integer("published_at"))
        .col(integer("revision").default(1))
        .col(big_integer_null("revised_at"))
        .col(uuid("by_id"))
        .col(uuid_null("approved_by"))
        .foreign_key(&mut to("official_reply", "department_id", "department"))
        .take()
}

/// Every version of an answer, the present one too.
fn reply_revision() -> TableCreateStatement {
    table("reply_revision")
        .col(uuid("reply_id"))
        .col(integer("revision"))
        .col(text("raw"))
        .col(big_integer("at"))
        .col(text_null("why"))
        .col(uuid("by_id"))
        .primary_key(&mut key(&["reply_id", "revision"]))
        .foreign_key(&mut to("reply_revision", "reply_id", "official_reply"))
        .take()
}

fn reply_idea() -> TableCreateStatement {
    table("reply_idea")
        .col(uuid("idea_id"))
        .col(uuid("reply_id"))
        .col(integer("place"))
        .col(big_integer("published_at"))
        .primary_key(&mut key(&["idea_id", "reply_id"]))
        .foreign_key(&mut to("reply_idea", "idea_id", "idea"))
        .foreign_key(&mut to("reply_idea", "reply_id", "official_reply"))
        .take()
}

fn reply_credit() -> TableCreateStatement {
    table("reply_credit")
        .col(uuid("reply_id"))
        .col(uuid("comment_id"))
        .primary_key(&mut key(&["reply_id", "comment_id"]))
        .foreign_key(&mut to("reply_credit", "reply_id", "official_reply"))
        .foreign_key(&mut to("reply_credit", "comment_id", "comment"))
        .take()
}
