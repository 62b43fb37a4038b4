//! The way to the database: opened from one address, checked before it is used, and the same to everybody above
//! whichever database it is.

#[cfg(test)]
mod tests;

use std::time::Duration;

use folkmoot_common::{Digest, StorageError};
use folkmoot_people::KeptToken;
use sea_orm::sqlx::{self, Connection as _};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Value,
};
use tokio::time::timeout;

use crate::error::sealed;
use crate::pen::Pen;
use crate::readers::Readers;
use crate::retries::{Claim, Lines};
use crate::sql::run;
use crate::together::Together;

/// How long a request waits for a free connection before it is told that the store is busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(2);

/// Connections to one council's database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    write: DatabaseConnection,
    read: Readers,
    stamps: DatabaseConnection,
    pen: Option<Pen>,
    tokens: Together<Digest, KeptToken>,
    retries: Lines,
}

/// Why a database can't be used. One line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is not one of ours.
    #[error("DATABASE_URL must begin with sqlite: or postgres:")]
    UnknownAddress,
    /// An SQLite that was built without them.
    #[error("this program's SQLite has no mathematical functions: build it with SQLITE_ENABLE_MATH_FUNCTIONS")]
    NoLogarithms,
    /// Nobody answers there, or not to us.
    #[error("the database can't be opened: {0}")]
    Unreachable(String),
    /// It would lose votes that were acknowledged.
    #[error("PostgreSQL runs with {setting} = {value}: votes could be lost. Set it to {needed} and start again")]
    Unsafe {
        /// The setting's name.
        setting: &'static str,
        /// What it is.
        value: String,
        /// What it must be.
        needed: &'static str,
    },
    /// Too old a server.
    #[error("PostgreSQL {0} is too old: 15 or newer is needed")]
    TooOld(String),
}

impl Store {
    /// Whether a PostgreSQL server keeps what it acknowledges: asked before anything is written there, the schema too.
    /// SQLite is set up by this program itself.
    ///
    /// # Errors
    /// When nobody answers, or the server is too old or its settings could lose votes.
    pub async fn is_fit(url: &str) -> Result<(), OpenError> {
        if !url.starts_with("postgres") {
            return Ok(());
        }
        let connection = postgres(url, 1, None).await.map_err(|why| OpenError::Unreachable(why.to_string()))?;
        refuse_unsafe(&connection).await?;
        connection.close().await.map_err(|why| OpenError::Unreachable(why.to_string()))
    }

    /// Opens the database and makes sure that it keeps what it acknowledges. `most` is the number of connections: half of
    /// them are for reading, so that neither who reads nor who writes can hold up the other. PostgreSQL's other half writes;
    /// SQLite has one writer. One for stamps, one for reading in a transaction and, on PostgreSQL, two for the desk of votes
    /// come on top.
    ///
    /// # Errors
    /// When the address is no database of ours, nobody answers, or the server's settings could lose votes.
    pub async fn open(url: &str, most: u32) -> Result<Self, OpenError> {
        let unreachable = |why: DbErr| OpenError::Unreachable(why.to_string());
        if url.starts_with("sqlite:") {
            let write = sqlite(url, 1).await.map_err(unreachable)?;
            refuse_without_logarithms(&write).await?;
            let readers = (most / 2).max(2);
            let read = Readers::of(sqlite(url, readers + 1).await.map_err(unreachable)?, readers);
            let stamps = sqlite(url, 1).await.map_err(unreachable)?;
            return Ok(Self::over(write, read, stamps, None));
        }
        if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
            return Err(OpenError::UnknownAddress);
        }
        let readers = (most / 2).max(2);
        let write = postgres(url, most.saturating_sub(readers).max(1), None).await.map_err(unreachable)?;
        refuse_unsafe(&write).await?;
        let read = Readers::of(postgres(url, readers + 1, None).await.map_err(unreachable)?, readers);
        let stamps = postgres(url, 1, None).await.map_err(unreachable)?;
        let pen = Pen::open(url, &own_name(&write).await.map_err(unreachable)?).await.map_err(unreachable)?;
        Ok(Self::over(write, read, stamps, Some(pen)))
    }

    fn over(write: DatabaseConnection, read: Readers, stamps: DatabaseConnection, pen: Option<Pen>) -> Self {
        Self { write, read, stamps, pen, tokens: Together::default(), retries: Lines::default() }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it doesn't.
    pub async fn ping(&self) -> Result<(), StorageError> {
        let asked = Statement::from_string(self.backend(), "SELECT 1");
        self.read.query_one_raw(asked).await.map_err(sealed)?;
        // SQLite's one writer may be at work for long, and is well.
        let Some(pen) = &self.pen else { return Ok(()) };
        self.write.ping().await.map_err(sealed)?;
        pen.ready().await.map(drop)
    }

    /// Which of the two it is; only for the few statements that must differ.
    pub(crate) fn backend(&self) -> DbBackend {
        self.write.get_database_backend()
    }

    /// For reading outside a transaction.
    pub(crate) const fn read(&self) -> &Readers {
        &self.read
    }

    /// Those who ask whose a token is.
    pub(crate) const fn tokens(&self) -> &Together<Digest, KeptToken> {
        &self.tokens
    }

    /// Those who ask about keys, and whose answers are to be kept under them.
    pub(crate) const fn retries(&self) -> &Lines {
        &self.retries
    }

    /// For asking whether anything was changed: one connection of its own. Pages in memory are there so that a crowd needs no
    /// connection to the database; were they to wait for one of the others, they would be gone exactly when all of those
    /// are held. SQLite's never writes and is never replaced, because the versions that two connections see can't be
    /// compared.
    pub(crate) const fn stamps(&self) -> &DatabaseConnection {
        &self.stamps
    }

    /// What the desk of votes writes with; none on SQLite.
    pub(crate) const fn pen(&self) -> Option<&Pen> {
        self.pen.as_ref()
    }

    /// For single statements that write.
    pub(crate) const fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    /// A transaction that will write. The key that its work carries, if it does, is written down in it first.
    ///
    /// # Errors
    /// [`StorageError::Repeated`] when another try has written that key.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, StorageError> {
        let tx = self.begin_freely().await?;
        match Claim::in_hand() {
            Some(claim) if !claim.take(&tx).await? => Err(StorageError::Repeated),
            _ => Ok(tx),
        }
    }

    /// One statement that writes, for a port whose whole work it is; gives how many rows it changed.
    pub(crate) async fn act(&self, text: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, StorageError> {
        if Claim::in_hand().is_none() {
            return run(&self.write, text, values).await;
        }
        let tx = self.begin().await?;
        let changed = run(&tx, text, values).await?;
        tx.commit().await.map_err(sealed)?;
        Ok(changed)
    }

    /// A transaction that will write, without a key. SQLite takes its write lock now, so that it can't be refused half way.
    pub(crate) async fn begin_freely(&self) -> Result<DatabaseTransaction, StorageError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.write.begin_with_options(options).await.map_err(sealed)
    }
}

/// «Trending» is computed with them, at every vote.
async fn refuse_without_logarithms(connection: &DatabaseConnection) -> Result<(), OpenError> {
    let asked = Statement::from_string(DbBackend::Sqlite, "SELECT log10(100)");
    connection.query_one_raw(asked).await.map_err(|_unknown| OpenError::NoLogarithms)?;
    Ok(())
}

async fn sqlite(url: &str, most: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(most).min_connections(1).acquire_timeout(PATIENCE).sqlx_logging(false);
    // A file's connections don't go stale; the one that stamps are asked on must stay the same.
    options.idle_timeout(None).max_lifetime(None).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("temp_store", "MEMORY")
            .statement_cache_capacity(200)
    });
    Database::connect(options).await
}

/// A pool of so many, which the server knows by this name if there is one.
pub(crate) async fn postgres(url: &str, most: u32, name: Option<&str>) -> Result<DatabaseConnection, DbErr> {
    let name = name.map(str::to_owned);
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(most)
        .min_connections(1)
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .sqlx_logging(false);
    // Whoever goes away in the middle of something gives a connection back on which nothing may come any more. The pool asks
    // it whether it is well, and would wait for an answer for as long as the system does; its place is wanted before.
    options.map_sqlx_postgres_pool_opts(|pool| {
        pool.after_release(|connection, _meta| {
            Box::pin(async move {
                let well = timeout(PATIENCE, connection.ping()).await;
                well.map_err(|_silent| sqlx::Error::PoolTimedOut)?.map(|()| true)
            })
        })
    });
    options.map_sqlx_postgres_opts(move |postgres| {
        let postgres = match &name {
            Some(name) => postgres.application_name(name),
            None => postgres,
        };
        postgres.statement_cache_capacity(200).options([
            ("statement_timeout", "5s"),
            ("lock_timeout", "2s"),
            ("idle_in_transaction_session_timeout", "15s"),
            ("timezone", "UTC"),
            // Pages are read along an index, and lie in memory or on a disk that doesn't turn. With the server's own guess of
            // four a table of a few pages is read from end to end, by a plan that stays when it has grown to thousands.
            ("random_page_cost", "1.1"),
        ])
    });
    Database::connect(options).await
}

/// A name that nobody else has.
async fn own_name(connection: &DatabaseConnection) -> Result<String, DbErr> {
    let asked = Statement::from_string(DbBackend::Postgres, "SELECT gen_random_uuid()::text AS name");
    let row = connection.query_one_raw(asked).await?.ok_or_else(|| DbErr::Custom("it gives no name".to_owned()))?;
    Ok(format!("folkmoot desk {}", row.try_get::<String>("", "name")?))
}

/// A server with these settings off forgets what it acknowledged: better not to start.
async fn refuse_unsafe(connection: &DatabaseConnection) -> Result<(), OpenError> {
    let unreachable = |why: DbErr| OpenError::Unreachable(why.to_string());
    let question = "SELECT current_setting('server_version_num')::int AS version, \
                    current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits";
    let row = connection
        .query_one_raw(Statement::from_string(DbBackend::Postgres, question))
        .await
        .map_err(unreachable)?
        .ok_or_else(|| OpenError::Unreachable("it doesn't say what its settings are".to_owned()))?;
    let version: i32 = row.try_get("", "version").map_err(unreachable)?;
    let fsync: String = row.try_get("", "fsync").map_err(unreachable)?;
    let commits: String = row.try_get("", "commits").map_err(unreachable)?;
    if version < 150_000 {
        return Err(OpenError::TooOld((version / 10_000).to_string()));
    }
    if fsync != "on" {
        return Err(OpenError::Unsafe { setting: "fsync", value: fsync, needed: "on" });
    }
    // "local" and the remote levels all wait for this server's own disk; only "off" does not.
    if commits == "off" {
        return Err(OpenError::Unsafe { setting: "synchronous_commit", value: commits, needed: "on" });
    }
    Ok(())
}
