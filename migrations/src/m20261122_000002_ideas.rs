//! Campaigns and ideas. What is counted and ranked stands apart, in `tally`: a vote rewrites that narrow row only.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, integer_null, string, text, text_null, uuid,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [campaign(), idea(), idea_revision(), tally()] {
            manager.create_table(table).await?;
        }
        for (name, columns) in [("idea_author", ["author_id", "id"]), ("idea_status", ["status", "id"])] {
            let [first, second] = columns;
            manager.create_index(Index::create().name(name).table("idea").col(first).col(second).take()).await?;
        }
        // Every order of the public list, over everything and within one campaign. Only listed ideas are in them.
        for key in ["idea_id", "confidence", "trend", "votes"] {
            for within in [None, Some("campaign_id")] {
                manager.create_index(order_index(key, within)).await?;
            }
        }
        manager.execute(standing_campaign()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["tally", "idea_revision", "idea", "campaign"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn campaign() -> TableCreateStatement {
    Table::create()
        .table("campaign")
        .col(uuid("id").primary_key())
        .col(string("slug").unique_key())
        .col(string("question"))
        .col(text("brief"))
        .col(big_integer("opens_at"))
        .col(big_integer_null("closes_at"))
        .col(string("voting_rule").check(Expr::col("voting_rule").is_in(["support_only", "support_and_oppose"])))
        .col(string("publishing_mode").check(Expr::col("publishing_mode").is_in(["straight_away", "after_review"])))
        .col(big_integer("created_at"))
        .take()
}

fn idea() -> TableCreateStatement {
    Table::create()
        .table("idea")
        // The public number: never reused, because AUTOINCREMENT and sequences never step back.
        .col(big_integer("number").auto_increment().primary_key())
        .col(uuid("id").unique_key())
        .col(uuid("campaign_id"))
        .col(uuid("author_id"))
        .col(string("title"))
        .col(string("slug"))
        .col(text("body"))
        .col(text_null("html"))
        .col(integer_null("html_policy"))
        .col(string("status").check(Expr::col("status").is_in([
            "submitted",
            "published",
            "awaiting_reply",
            "under_review",
            "planned",
            "in_progress",
            "done",
            "declined",
            "not_ours",
            "withdrawn",
            "merged",
            "rejected",
        ])))
        // Set while a moderator hides it; the status stays, so that restoring it is exact.
        .col(big_integer_null("hidden_at"))
        .col(text_null("withdrawn_because"))
        .col(big_integer("created_at"))
        // When it first became public; never, for one that was only ever waiting.
        .col(big_integer_null("published_at"))
        .col(big_integer_null("edited_at"))
        .col(integer("revision").default(1))
        .foreign_key(ForeignKey::create().from("idea", "campaign_id").to("campaign", "id"))
        .foreign_key(ForeignKey::create().from("idea", "author_id").to("person", "id"))
        .take()
}

/// What an idea said before each edit.
fn idea_revision() -> TableCreateStatement {
    Table::create()
        .table("idea_revision")
        .col(uuid("idea_id"))
        .col(integer("revision"))
        .col(string("title"))
        .col(text("body"))
        .col(big_integer("written_at"))
        .primary_key(Index::create().col("idea_id").col("revision"))
        .foreign_key(
            ForeignKey::create().from("idea_revision", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .take()
}

/// One narrow row for each idea: its counts, its places in the orders, and whether votes are taken. `listed` and
/// `votable` follow from the idea's status and hiding, and move in the same transaction.
fn tally() -> TableCreateStatement {
    Table::create()
        .table("tally")
        .col(uuid("idea_id").primary_key())
        .col(uuid("campaign_id"))
        .col(boolean("listed"))
        .col(boolean("votable"))
        .col(big_integer("support").default(0).check(Expr::col("support").gte(0)))
        .col(big_integer("oppose").default(0).check(Expr::col("oppose").gte(0)))
        .col(big_integer("comments").default(0).check(Expr::col("comments").gte(0)))
        .col(big_integer("version").default(0))
        .col(big_integer("votes").default(0))
        .col(big_integer("confidence").default(0))
        .col(big_integer("trend"))
        .col(big_integer("born_at"))
        // The last number given to a comment; comments are numbered within their idea.
        .col(integer("last_comment").default(0))
        .foreign_key(
            ForeignKey::create().from("tally", "idea_id").to("idea", "id").on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(ForeignKey::create().from("tally", "campaign_id").to("campaign", "id"))
        .take()
}

fn order_index(key: &'static str, within: Option<&'static str>) -> IndexCreateStatement {
    let mut index = Index::create();
    index.table("tally").name(format!("tally_{}{key}", within.map_or("", |_| "campaign_")));
    if let Some(column) = within {
        index.col(column);
    }
    if key != "idea_id" {
        index.col(key);
    }
    index.col("idea_id");
    index.and_where(Expr::col("listed").eq(true));
    index.take()
}

/// The campaign that is always there, for whatever no campaign asks about.
fn standing_campaign() -> InsertStatement {
    let id = "01934f00-0000-7000-8000-000000000001";
    Query::insert()
        .into_table("campaign")
        .columns(["id", "slug", "question", "brief", "opens_at", "voting_rule", "publishing_mode", "created_at"])
        .values_panic([
            id.parse::<uuid::Uuid>().unwrap_or_default().into(),
            "anything-else".into(),
            "Anything else?".into(),
            "Something that none of our questions asks about? Tell us here. This campaign is always open.".into(),
            0_i64.into(),
            "support_and_oppose".into(),
            "straight_away".into(),
            0_i64.into(),
        ])
        .take()
}
