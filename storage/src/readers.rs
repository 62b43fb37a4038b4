//! The connections that statements outside a transaction are read on, which go round (`ring.rs`).
//!
//! It refuses to write: that is a transaction's, of the store, or the pen's.

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::{Postgres, Sqlite};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
    TransactionTrait,
};

use crate::ring::{Plan, Ring};
use crate::silence::SILENCE;

/// The connections of one database that are read on. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Readers {
    /// For whoever reads in a transaction.
    pool: DatabaseConnection,
    round: Round,
}

#[derive(Clone)]
enum Round {
    Postgres(Arc<Ring<Postgres>>),
    Sqlite(Arc<Ring<Sqlite>>),
}

impl std::fmt::Debug for Readers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Readers({:?})", self.pool)
    }
}

impl Readers {
    /// So many connections of this pool, which has one more.
    pub(crate) fn of(pool: DatabaseConnection, most: u32) -> Self {
        let round = match pool.get_database_backend() {
            DbBackend::Postgres => Round::Postgres(Ring::of(pool.get_postgres_connection_pool(), most, SILENCE)),
            // A file is never silent, and may be read for long.
            _ => Round::Sqlite(Ring::of(pool.get_sqlite_connection_pool(), most, Duration::MAX)),
        };
        Self { pool, round }
    }

    /// A transaction that only reads, for a command: there is one connection for it.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        self.pool.begin().await
    }

    /// All rows that this gives, by a plan that is made for these very values. PostgreSQL would keep one plan for all.
    pub(crate) async fn planned_anew(&self, asked: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match &self.round {
            Round::Postgres(ring) => ring.all(asked, Plan::Once).await,
            Round::Sqlite(ring) => ring.all(asked, Plan::Kept).await,
        }
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Readers {
    fn get_database_backend(&self) -> DbBackend {
        match self.round {
            Round::Postgres(_) => DbBackend::Postgres,
            Round::Sqlite(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, _said: Statement) -> Result<ExecResult, DbErr> {
        Err(only_read())
    }

    async fn execute_unprepared(&self, _said: &str) -> Result<ExecResult, DbErr> {
        Err(only_read())
    }

    async fn query_one_raw(&self, asked: Statement) -> Result<Option<QueryResult>, DbErr> {
        match &self.round {
            Round::Postgres(ring) => ring.one(asked).await,
            Round::Sqlite(ring) => ring.one(asked).await,
        }
    }

    async fn query_all_raw(&self, asked: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match &self.round {
            Round::Postgres(ring) => ring.all(asked, Plan::Kept).await,
            Round::Sqlite(ring) => ring.all(asked, Plan::Kept).await,
        }
    }
}

fn only_read() -> DbErr {
    DbErr::Custom("what writes doesn't belong on a connection that is read on".to_owned())
}
