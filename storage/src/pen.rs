//! The connections that the desk of votes writes on (`votes/desk.rs`): one for statements that are a transaction of their own,
//! and one for transactions. No more, because there is one clerk; and nobody else's, so that no vote waits for them because
//! others hold all of theirs. PostgreSQL's alone: SQLite has one writer.

use std::sync::Arc;

use sea_orm::sqlx::Postgres;
use sea_orm::{DatabaseConnection, DbErr, QueryResult, Values};

use crate::ring::Ring;

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

    /// What this statement gives once it is committed. Its values are asked for when a connection that knows it is in hand.
    pub(crate) async fn write(
        &self,
        text: &'static str,
        values: impl FnOnce() -> Values + Send,
    ) -> Result<Vec<QueryResult>, DbErr> {
        self.ring.all_of_now(text, values).await
    }
}
