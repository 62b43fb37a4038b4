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

/// The file behind an SQLite address, read as the driver reads it; `None` for any other database, and for one in memory,
/// which nobody shares.
fn sqlite_path(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let path = rest.split('?').next().unwrap_or(rest);
    (path != ":memory:").then(|| PathBuf::from(String::from_utf8_lossy(&decoded(path)).into_owned()))
}

/// Whether an SQLite address names no file.
pub(crate) fn is_in_memory(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("sqlite:") else { return false };
    let (path, how) = rest.split_once('?').unwrap_or((rest, ""));
    path.trim_start_matches('/') == ":memory:" || how.split('&').any(|part| part == "mode=memory")
}

/// Percent signs and two digits stand for one byte; anything else stands for itself.
fn decoded(path: &str) -> Vec<u8> {
    let mut rest = path.as_bytes();
    let mut decoded = Vec::with_capacity(rest.len());
    while let Some((first, after)) = rest.split_first() {
        let digits = after.split_at_checked(2).filter(|_| *first == b'%');
        let byte = digits.and_then(|(two, left)| Some((u8::from_str_radix(hex(two)?, 16).ok()?, left)));
        let (byte, left) = byte.unwrap_or((*first, after));
        decoded.push(byte);
        rest = left;
    }
    decoded
}

/// Two hexadecimal digits as text; `from_str_radix` alone would take `+f` too.
fn hex(two: &[u8]) -> Option<&str> {
    std::str::from_utf8(two).ok().filter(|two| two.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    //! Addresses as people write them.

    use super::*;

    #[test]
    fn the_file_is_the_one_that_the_driver_opens() {
        for (url, path) in [
            ("sqlite:folkmoot.db", Some("folkmoot.db")),
            ("sqlite:///srv/a%20b/folk%C3%A9.db?mode=rwc", Some("/srv/a b/folké.db")),
            ("sqlite://100%.db", Some("100%.db")),
            ("sqlite://a%+1b", Some("a%+1b")),
            ("sqlite::memory:", None),
            ("postgres://x/y", None),
        ] {
            assert_eq!(sqlite_path(url), path.map(PathBuf::from), "{url}");
        }
    }
}
