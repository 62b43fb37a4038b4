//! How many supporters came to an idea with another that was merged into it, so that its page counts nobody. Merging and
//! taking back count them anew; whoever then chooses for themselves is taken off by the database, however that came about.
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

/// Who chose for themselves. The idea's tally is held by whoever writes a vote, and so is this line. A vote never fails because
/// of it.
const CHOSE: &str = "UPDATE carried SET people = people - 1 \
     WHERE idea_id = OLD.idea_id AND from_id = OLD.carried_from AND people > 0";
const WHO: &str =
    "OLD.carried_from IS NOT NULL AND NEW.carried_from IS NULL AND OLD.choice = 1 AND OLD.state = 'counted'";

fn postgres() -> [String; 2] {
    [
        format!(
            "CREATE FUNCTION supporter_chose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {CHOSE}; RETURN NULL; END $$"
        ),
        format!(
            "CREATE TRIGGER vote_chosen AFTER UPDATE OF carried_from ON vote FOR EACH ROW WHEN ({WHO}) \
             EXECUTE FUNCTION supporter_chose()"
        ),
    ]
}

fn sqlite() -> [String; 1] {
    [format!("CREATE TRIGGER vote_chosen AFTER UPDATE OF carried_from ON vote WHEN {WHO} BEGIN {CHOSE}; END")]
}

const POSTGRES_DOWN: [&str; 2] = ["DROP TRIGGER vote_chosen ON vote", "DROP FUNCTION supporter_chose()"];
const SQLITE_DOWN: [&str; 1] = ["DROP TRIGGER vote_chosen"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(carried()).await?;
        // The trigger comes first: it locks votes until all of this is committed, so whoever chooses is either counted here
        // or taken off by it.
        if is_postgres(manager) { say(manager, &postgres()).await } else { say(manager, &sqlite()).await }?;
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
