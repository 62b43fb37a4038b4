//! Up, down and status, each under the lock, on one connection of its own.

use sea_orm_migration::MigratorTrait as _;
use sea_orm_migration::sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr};

use crate::{Migrator, lock};

/// One migration and whether the database has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name, which begins with its date.
    pub name: String,
    /// Whether it is applied.
    pub applied: bool,
}

/// The history could not be read or changed.
#[derive(Debug)]
pub struct MigrateError(DbErr);

impl std::fmt::Display for MigrateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the database could not be migrated: {}", self.0)
    }
}

impl std::error::Error for MigrateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl From<DbErr> for MigrateError {
    fn from(why: DbErr) -> Self {
        Self(why)
    }
}

/// Applies what is missing. Says how many were applied.
///
/// # Errors
/// When the database can't be reached or a migration fails; a failed migration leaves nothing of itself.
pub async fn up(url: &str) -> Result<usize, MigrateError> {
    let held = lock::beside_sqlite(url)?;
    let connection = open(url).await?;
    lock::on_postgres(&connection).await?;
    keep_a_journal(&connection).await?;
    let missing = Migrator::get_pending_migrations(&connection).await?.len();
    Migrator::up(&connection, None).await?;
    connection.close().await?;
    drop(held);
    Ok(missing)
}

/// Takes back the last `steps` migrations, and the data in what they made.
///
/// # Errors
/// When the database can't be reached or a migration can't be taken back.
pub async fn down(url: &str, steps: u32) -> Result<(), MigrateError> {
    let held = lock::beside_sqlite(url)?;
    let connection = open(url).await?;
    lock::on_postgres(&connection).await?;
    keep_a_journal(&connection).await?;
    Migrator::down(&connection, Some(steps)).await?;
    connection.close().await?;
    drop(held);
    Ok(())
}

/// Every migration this program knows, in order. Changes nothing.
///
/// # Errors
/// When the database can't be reached.
pub async fn status(url: &str) -> Result<Vec<Step>, MigrateError> {
    let connection = open(url).await?;
    let pending = Migrator::get_pending_migrations_read_only(&connection).await?;
    let pending: Vec<String> = pending.iter().map(|migration| migration.name().to_owned()).collect();
    let steps = Migrator::migrations()
        .iter()
        .map(|migration| Step {
            name: migration.name().to_owned(),
            applied: !pending.contains(&migration.name().to_owned()),
        })
        .collect();
    connection.close().await?;
    Ok(steps)
}

/// One connection, because the lock on PostgreSQL belongs to a connection.
async fn open(url: &str) -> Result<DatabaseConnection, DbErr> {
    if lock::is_in_memory(url) {
        let words = "an SQLite database in memory is gone with each connection; name a file";
        return Err(DbErr::Custom(words.to_owned()));
    }
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite| sqlite.pragma("foreign_keys", "ON"));
    Database::connect(options).await
}

/// SQLite's write-ahead log, which the database remembers. Only under the lock: it is a write that nobody may share.
async fn keep_a_journal(connection: &DatabaseConnection) -> Result<(), DbErr> {
    if connection.get_database_backend() == DbBackend::Sqlite {
        connection.execute_unprepared("PRAGMA journal_mode = WAL").await?;
    }
    Ok(())
}
