//! Throwaway servers: a PostgreSQL and a Redis of one's own, on free ports of this machine, gone with their value.
//!
//! Each is started in a temporary folder and ended by its own process id. Nothing that runs already is used or touched.

mod postgres;
mod process;
mod program;
mod redis;
#[cfg(test)]
mod tests;

pub use postgres::Postgres;
pub use program::{Program, Setup, built};
pub use redis::Redis;

/// A server could not be found, started or ended. One line.
#[derive(Debug)]
pub struct ServiceError(String);

impl ServiceError {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl std::fmt::Display for ServiceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ServiceError {}

impl From<std::io::Error> for ServiceError {
    fn from(why: std::io::Error) -> Self {
        Self(format!("a throwaway server can't be made: {why}"))
    }
}
