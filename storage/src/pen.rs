//! The connection that the desk of votes writes on (`votes/desk.rs`), for statements that are a transaction of their own. One,
//! because there is one clerk; and nobody else's, so that no vote waits for it because others hold all of theirs. PostgreSQL's
//! alone: SQLite has one writer.

use std::sync::Arc;

use sea_orm::sqlx::Postgres;
use sea_orm::{DatabaseConnection, DbErr, QueryResult, Statement};

use crate::ring::{Plan, Ring};

/// Writes down what is said, when it can. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Pen(Arc<Ring<Postgres>>);

impl std::fmt::Debug for Pen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pen")
    }
}

impl Pen {
    /// Over a pool of one.
    pub(crate) fn of(pool: &DatabaseConnection) -> Self {
        Self(Ring::of(pool.get_postgres_connection_pool(), 1))
    }

    /// What this statement gives once it is committed. It is asked for when the connection is in hand.
    pub(crate) async fn write(&self, say: impl FnOnce() -> Statement + Send) -> Result<Vec<QueryResult>, DbErr> {
        self.0.all(say, Plan::Kept).await
    }
}
