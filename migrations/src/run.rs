//! Up, down and status, each under the lock, on one connection of its own.

use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement,
};
use sea_orm_migration::{MigratorTrait as _, SchemaManager};

use crate::{Migrator, lock};

/// Where the library notes what is applied.
const HISTORY: &str = "seaql_migrations";

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
pub enum MigrateError {
    /// A newer program has been here: this one doesn't know what it made, and keeps its hands off.
    Ahead,
    /// The database said no.
    Failed(DbErr),
}

impl std::fmt::Display for MigrateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ahead => f.write_str("this database was made by a newer folkmoot: run that one"),
            Self::Failed(why) => write!(f, "the database could not be migrated: {why}"),
        }
    }
}

impl std::error::Error for MigrateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Ahead => None,
            Self::Failed(why) => Some(why),
        }
    }
}

impl From<DbErr> for MigrateError {
    fn from(why: DbErr) -> Self {
        Self::Failed(why)
    }
}

/// Applies what is missing. Says how many were applied.
///
/// # Errors
/// When the database can't be reached, is a newer program's, or a migration fails; a failed migration leaves nothing of
/// itself.
pub async fn up(url: &str) -> Result<usize, MigrateError> {
    let held = lock::beside_sqlite(url)?;
    let connection = open(url).await?;
    lock::on_postgres(&connection).await?;
    keep_a_journal(&connection).await?;
    refuse_newer(&connection).await?;
    let missing = Migrator::get_pending_migrations(&connection).await?.len();
    Migrator::up(&connection, None).await?;
    connection.close().await?;
    drop(held);
    Ok(missing)
}

/// Takes back the last `steps` migrations, and the data in what they made.
///
/// # Errors
/// When the database can't be reached, is a newer program's, or a migration can't be taken back.
pub async fn down(url: &str, steps: u32) -> Result<(), MigrateError> {
    let held = lock::beside_sqlite(url)?;
    let connection = open(url).await?;
    lock::on_postgres(&connection).await?;
    keep_a_journal(&connection).await?;
    refuse_newer(&connection).await?;
    Migrator::down(&connection, Some(steps)).await?;
    connection.close().await?;
    drop(held);
    Ok(())
}

/// Every migration this program knows, in order. Changes nothing.
///
/// # Errors
/// When the database can't be reached, or is a newer program's.
pub async fn status(url: &str) -> Result<Vec<Step>, MigrateError> {
    let connection = open(url).await?;
    refuse_newer(&connection).await?;
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

/// The library would say that a file of ours is missing, which no operator can mend.
async fn refuse_newer(connection: &DatabaseConnection) -> Result<(), MigrateError> {
    if !SchemaManager::new(connection).has_table(HISTORY).await? {
        return Ok(());
    }
    let asked = Statement::from_string(connection.get_database_backend(), format!("SELECT version FROM {HISTORY}"));
    let known: Vec<String> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    for row in connection.query_all_raw(asked).await? {
        if !known.contains(&row.try_get("", "version")?) {
            return Err(MigrateError::Ahead);
        }
    }
    Ok(())
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
