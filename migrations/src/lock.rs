//! One migrator at a time, whatever starts at once: an advisory lock on PostgreSQL, a lock file beside an SQLite
//! database. Both end with the process that holds them, so a crash leaves nothing to clean up.

use std::fs::File;
use std::path::PathBuf;

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr};

/// "folkmoot" in ASCII, as a number: any constant that no other program takes.
const KEY: i64 = 0x666f_6c6b_6d6f_6f74;

/// Waits for the lock file beside an SQLite database, before anybody opens the database: even setting its journal is a
/// write that others would trip over. Held until dropped; `None` for any other database. Blocks this thread, because
/// start-up does nothing else meanwhile.
pub(crate) fn beside_sqlite(url: &str) -> Result<Option<File>, DbErr> {
    let Some(path) = sqlite_path(url) else { return Ok(None) };
    let unusable = |why: std::io::Error| DbErr::Custom(format!("the lock file: {why}"));
    let beside = path.with_extension("migrating");
    let file = File::options().create(true).truncate(false).write(true).open(beside).map_err(unusable)?;
    file.lock().map_err(unusable)?;
    Ok(Some(file))
}

/// Waits for PostgreSQL's advisory lock, which belongs to this connection, the only one of its pool, and ends with it.
pub(crate) async fn on_postgres(connection: &DatabaseConnection) -> Result<(), DbErr> {
    if connection.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared(&format!("SELECT pg_advisory_lock({KEY})")).await?;
    }
    Ok(())
}

/// The file behind an SQLite address; `None` for any other database.
fn sqlite_path(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    Some(PathBuf::from(rest.split('?').next().unwrap_or(rest)))
}
