//! The connections that the desk of votes writes on (`votes/desk.rs`): one for statements that are a transaction of their own,
//! and one for transactions. No more, because there is one clerk; and nobody else's, so that no vote waits for them because
//! others hold all of theirs. PostgreSQL's alone: SQLite has one writer.
//!
//! Where an answer is lost nobody knows what the database still has to write: it may come after what the same person decides
//! next, and undo it. So the nib that wrote is thrown away whole; and before a new one writes, or anybody reads what came of
//! it, the database ends whatever the old one still does there.

use std::sync::Arc;

use folkmoot_common::StorageError;
use sea_orm::sqlx::Postgres;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, DbErr, QueryResult, Values};
use tokio::sync::Mutex;

use crate::error::sealed;
use crate::ring::Ring;
use crate::silence::{SILENCE, in_time};
use crate::sql::{get, statement};
use crate::store::postgres;

/// Writes down what is said, when it can. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Pen(Arc<Case>);

struct Case {
    url: String,
    /// What the names of this pen's nibs begin with: no other node's do.
    name: String,
    nibs: Mutex<Nibs>,
}

struct Nibs {
    /// The one that writes, unless it was thrown away.
    good: Option<Arc<Nib>>,
    /// Those that may still be writing.
    doubtful: Vec<String>,
    /// How many there were.
    count: usize,
}

/// Two connections, which the database knows by their name.
pub(crate) struct Nib {
    name: String,
    ring: Arc<Ring<Postgres>>,
    pool: DatabaseConnection,
}

impl std::fmt::Debug for Pen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pen")
    }
}

impl Pen {
    /// By this name, which is nobody else's.
    ///
    /// # Errors
    /// When the database can't be reached.
    pub(crate) async fn open(url: &str, name: &str) -> Result<Self, DbErr> {
        let first = Nib::open(url, name, 0).await?;
        let nibs = Nibs { good: Some(Arc::new(first)), doubtful: Vec::new(), count: 1 };
        Ok(Self(Arc::new(Case { url: url.to_owned(), name: name.to_owned(), nibs: Mutex::new(nibs) })))
    }

    /// The nib to write with, when nothing is written any more by those that were thrown away.
    ///
    /// # Errors
    /// While the database can't be reached, or doesn't end what they do.
    pub(crate) async fn ready(&self) -> Result<Arc<Nib>, StorageError> {
        let mut nibs = self.0.nibs.lock().await;
        if let Some(good) = &nibs.good {
            return Ok(Arc::clone(good));
        }
        let nib = Arc::new(Nib::open(&self.0.url, &self.0.name, nibs.count).await.map_err(sealed)?);
        in_time(nib.end(&nibs.doubtful)).await?;
        nibs.doubtful.clear();
        nibs.count += 1;
        nibs.good = Some(Arc::clone(&nib));
        Ok(nib)
    }

    /// The nib has done this. Where what came of it is unknown, it is thrown away.
    pub(crate) async fn has_done<T>(&self, nib: &Arc<Nib>, work: &Result<T, StorageError>) {
        if matches!(work, Err(StorageError::Unavailable(_))) {
            let mut nibs = self.0.nibs.lock().await;
            if nibs.good.take_if(|good| Arc::ptr_eq(good, nib)).is_some() {
                nibs.doubtful.push(nib.name.clone());
            }
        }
    }
}

impl Nib {
    async fn open(url: &str, name: &str, number: usize) -> Result<Self, DbErr> {
        let name = format!("{name} {number}");
        let pool = postgres(url, 2, Some(&name)).await?;
        Ok(Self { name, ring: Ring::of(pool.get_postgres_connection_pool(), 1, SILENCE), pool })
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

    /// Ends the connections of these nibs in the database, and waits until they are gone.
    async fn end(&self, names: &[String]) -> Result<(), StorageError> {
        // Theirs are found first: PostgreSQL might ask any other whether it ends before it asks for its name.
        const END: &str = "WITH old AS MATERIALIZED (SELECT pid FROM pg_stat_activity WHERE application_name = ANY($1)) \
             SELECT COUNT(*) FILTER (WHERE NOT pg_terminate_backend(pid, 2000)) AS left_over FROM old";
        let asked = statement(DbBackend::Postgres, END, [names.to_vec().into()]);
        let row = self.pool.query_one_raw(asked).await.map_err(sealed)?;
        let left: i64 = row.map_or(Ok(0), |row| get(&row, "left_over"))?;
        if left > 0 {
            return Err(StorageError::Unavailable("the database is still at work on what was written before".into()));
        }
        Ok(())
    }
}
