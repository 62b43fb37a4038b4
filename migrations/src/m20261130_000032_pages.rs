//! Lists that were read from their beginning, or sorted whole, have an index in the order in which they are shown:
//!
//! - one's own votes by the time of change, in place of the index that only knew whose they are. It holds what is still a
//!   choice: what was taken back is in nobody's list, and in the way of none;
//! - an idea's threads from the newest on, each from its beginning on;
//! - what is said for an idea or against it, on the idea itself;
//! - the council's answers by what they say.

use sea_orm_migration::prelude::*;

use crate::said::say;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// What locks reading out comes last, and takes no time.
const UP: [&str; 5] = [
    "CREATE INDEX vote_own ON vote (person_id, changed_at, idea_id) WHERE choice <> 0",
    "CREATE INDEX comment_newest ON comment (idea_id, root DESC, path)",
    "CREATE INDEX comment_side ON comment (idea_id, stance, root) WHERE depth = 0 AND stance <> 'neutral'",
    "CREATE INDEX official_reply_outcome ON official_reply (outcome, published_at)",
    "DROP INDEX vote_person",
];

const DOWN: [&str; 5] = [
    "CREATE INDEX vote_person ON vote (person_id, idea_id)",
    "DROP INDEX official_reply_outcome",
    "DROP INDEX comment_side",
    "DROP INDEX comment_newest",
    "DROP INDEX vote_own",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        say(manager, &UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        say(manager, &DOWN).await
    }
}
