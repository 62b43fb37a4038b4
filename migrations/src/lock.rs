//! One migrator at a time, whatever starts at once: an advisory lock on PostgreSQL, a lock file beside an SQLite
//! database. Both end with the process that holds them, so a crash leaves nothing to clean up.

use std::fs::File;
use std::path::PathBuf;

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

/// "folkmoot" in ASCII, as a number: any constant that no other program takes.
const KEY: i64 = 0x666f_6c6b_6d6f_6f74;

/// Held until dropped. On PostgreSQL the lock belongs to the one connection, and ends with it.
pub(crate) struct Lock {
    _file: Option<File>,
}

/// Waits for the lock. The connection must be the only one of its pool.
pub(crate) async fn take(connection: &DatabaseConnection, url: &str) -> Result<Lock, DbErr> {
    let Some(path) = sqlite_path(url) else {
        connection.execute_unprepared(&format!("SELECT pg_advisory_lock({KEY})")).await?;
        return Ok(Lock { _file: None });
    };
    let beside = path.with_extension("migrating");
    let file = tokio_free_lock(beside).map_err(|why| DbErr::Custom(format!("the lock file: {why}")))?;
    Ok(Lock { _file: Some(file) })
}

/// Blocks this thread while another process migrates: start-up does nothing else meanwhile.
fn tokio_free_lock(path: PathBuf) -> std::io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    file.lock()?;
    Ok(file)
}

/// The file behind an SQLite address; `None` for any other database.
fn sqlite_path(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    Some(PathBuf::from(rest.split('?').next().unwrap_or(rest)))
}
