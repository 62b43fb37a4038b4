//! The seam: what the database says becomes one of the few things a rule may hear.

use std::borrow::Cow;

use folkmoot_common::StorageError;
use sea_orm::{DbErr, RuntimeErr};

/// What a driver said, as the rules may hear it. Whatever means "not now" is told apart from whatever means "a bug".
pub(crate) fn sealed(error: DbErr) -> StorageError {
    match error {
        DbErr::ConnectionAcquire(_) => StorageError::Busy,
        DbErr::Conn(_) => StorageError::Unavailable(error.into()),
        DbErr::Exec(RuntimeErr::SqlxError(ref why)) | DbErr::Query(RuntimeErr::SqlxError(ref why)) if is_crowd(why) => {
            StorageError::Busy
        }
        DbErr::Exec(RuntimeErr::SqlxError(ref why)) | DbErr::Query(RuntimeErr::SqlxError(ref why)) if is_held(why) => {
            StorageError::Held
        }
        DbErr::Exec(RuntimeErr::SqlxError(ref why)) | DbErr::Query(RuntimeErr::SqlxError(ref why))
            if is_lost_connection(why) =>
        {
            StorageError::Unavailable(error.into())
        }
        other => StorageError::Failed(other.into()),
    }
}

/// Whether the line to the database broke, or the database is on its way down or up (PostgreSQL's class 57P).
pub(crate) fn is_lost_connection(error: &sea_orm::sqlx::Error) -> bool {
    use sea_orm::sqlx::Error;
    match error {
        Error::Io(_) | Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed | Error::Protocol(_) => true,
        Error::Database(said) => said.code().is_some_and(|code| code.starts_with("57P") || code.starts_with("08")),
        _ => false,
    }
}

/// Whether the database is too busy for any work: PostgreSQL's statement time-out, and SQLite's busy and locked, whose one
/// lock is the whole file's. Nothing was written, and trying again may well do.
fn is_crowd(error: &sea_orm::sqlx::Error) -> bool {
    code(error).is_some_and(|code| matches!(code.as_ref(), "57014" | "5" | "6" | "517"))
}

/// Whether somebody else held a row that was needed for too long: PostgreSQL's lock time-out, a deadlock, a failed
/// serialisation. Nothing was written, and whoever needs other rows is free to go on.
fn is_held(error: &sea_orm::sqlx::Error) -> bool {
    code(error).is_some_and(|code| matches!(code.as_ref(), "55P03" | "40P01" | "40001"))
}

/// The database's own word for it, if it is the database that said so.
fn code(error: &sea_orm::sqlx::Error) -> Option<Cow<'_, str>> {
    match error {
        sea_orm::sqlx::Error::Database(said) => said.code(),
        _ => None,
    }
}
