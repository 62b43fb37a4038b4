//! How many supporters came to an idea with another that was merged into it, so that its page counts nobody. Merging and
//! taking back count them anew; whoever then chooses for themselves, or whose vote is held or void, is taken off by the
//! database, however that came about.
//!
//! A node of the version before, merging while this one is there already, doesn't count: `audit-counts` finds that.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, uuid};

use crate::said::{is_postgres, say};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const CARRIED: &str = "carried";

const BEFORE: &str = "INSERT INTO carried (idea_id, from_id, people) SELECT idea_id, carried_from, COUNT(*) FROM vote \
     WHERE carried_from IS NOT NULL AND choice = 1 AND state = 'counted' GROUP BY idea_id, carried_from";

/// The idea's tally is held by whoever writes a vote, and so is this line. A vote never fails because of it.
const LESS: &str = "UPDATE carried SET people = people - 1 \
     WHERE idea_id = OLD.idea_id AND from_id = OLD.carried_from AND people > 0";
const MORE: &str = "INSERT INTO carried (idea_id, from_id, people) SELECT NEW.idea_id, NEW.carried_from, 0 \
     WHERE NOT EXISTS (SELECT 1 FROM carried WHERE idea_id = NEW.idea_id AND from_id = NEW.carried_from); \
     UPDATE carried SET people = people + 1 WHERE idea_id = NEW.idea_id AND from_id = NEW.carried_from";

/// Whether the vote that is called so counts as one that was carried.
fn counts(vote: &str) -> String {
    format!("({vote}.carried_from IS NOT NULL AND {vote}.choice = 1 AND {vote}.state = 'counted')")
}

/// The name, when, and what then. A vote that is handed over to another idea it came with counts before and after: whoever
/// does that counts anew.
fn moves() -> [(&'static str, String, &'static str); 2] {
    let (before, after) = (counts("OLD"), counts("NEW"));
    [
        ("vote_leaves", format!("{before} AND NOT {after}"), LESS),
        ("vote_comes_back", format!("{after} AND NOT {before}"), MORE),
    ]
}

fn postgres() -> Vec<String> {
    let trigger = |(name, when, what): (&str, String, &str)| {
        [
            format!(
                "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {what}; RETURN NULL; END $$"
            ),
            format!("CREATE TRIGGER {name} {OF} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()"),
        ]
    };
    moves().into_iter().flat_map(trigger).collect()
}

fn sqlite() -> Vec<String> {
    moves()
        .into_iter()
        .map(|(name, when, what)| format!("CREATE TRIGGER {name} {OF} WHEN {when} BEGIN {what}; END"))
        .collect()
}

const OF: &str = "AFTER UPDATE OF choice, state, carried_from ON vote";

const POSTGRES_DOWN: [&str; 4] = [
    "DROP TRIGGER vote_leaves ON vote",
    "DROP TRIGGER vote_comes_back ON vote",
    "DROP FUNCTION vote_leaves()",
    "DROP FUNCTION vote_comes_back()",
];
const SQLITE_DOWN: [&str; 2] = ["DROP TRIGGER vote_leaves", "DROP TRIGGER vote_comes_back"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(carried()).await?;
        // The trigger comes first: it locks votes until all of this is committed, so whoever chooses is either counted here
        // or taken off by it.
        say(manager, &if is_postgres(manager) { postgres() } else { sqlite() }).await?;
        say(manager, &[BEFORE]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        say(manager, if is_postgres(manager) { &POSTGRES_DOWN } else { &SQLITE_DOWN[..] }).await?;
        manager.drop_table(Table::drop().table(CARRIED).take()).await
    }
}

/// A line for each idea that another was merged into: `people` of its supporters came with that one. No foreign keys, which
/// would lock ideas while they are made: ideas are never deleted.
fn carried() -> TableCreateStatement {
    Table::create()
        .table(CARRIED)
        .col(uuid("idea_id"))
        .col(uuid("from_id"))
        .col(big_integer("people").check(Expr::col("people").gte(0)))
        .primary_key(Index::create().col("idea_id").col("from_id"))
        .take()
}
