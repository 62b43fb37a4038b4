//! The connections that the desk of votes writes on (`votes/desk.rs`): one for statements that are a transaction of their own,
//! and one for transactions. No more, because there is one clerk; and nobody else's, so that no vote waits for them because
//! others hold all of theirs. PostgreSQL's alone: SQLite has one writer.

use std::sync::Arc;

use sea_orm::sqlx::Postgres;
use sea_orm::{DatabaseConnection, DbErr, QueryResult, Statement};

use crate::ring::{Plan, Ring};

/// Writes down what is said, when it can. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Pen {
    ring: Arc<Ring<Postgres>>,
    pool: DatabaseConnection,
}

impl std::fmt::Debug for Pen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pen")
    }
}

impl Pen {
    /// Over a pool of two.
    pub(crate) fn of(pool: DatabaseConnection) -> Self {
        Self { ring: Ring::of(pool.get_postgres_connection_pool(), 1), pool }
    }

    /// For what is more than one statement, and for whoever only asks.
    pub(crate) const fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    /// What this statement gives once it is committed. It is asked for when the connection is in hand.
    pub(crate) async fn write(&self, say: impl FnOnce() -> Statement + Send) -> Result<Vec<QueryResult>, DbErr> {
        self.ring.all(say, Plan::Kept).await
    }
}
