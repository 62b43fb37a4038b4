//! The history of the schema, forwards and backwards, for SQLite and PostgreSQL.
//!
//! It imports nothing of ours, so that history can't change when a struct does. Several programs may start at once on
//! one empty database: each takes the same lock first, and only one migrates.

mod lock;
mod m20261122_000001_people;
mod m20261122_000002_ideas;
mod m20261122_000003_votes;
mod m20261122_000004_comments;
mod m20261122_000008_leaving;
mod run;

pub use run::{MigrateError, Step, down, status, up};

use sea_orm_migration::{MigrationTrait, MigratorTrait};

struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_people::Migration),
            Box::new(m20261122_000002_ideas::Migration),
            Box::new(m20261122_000003_votes::Migration),
            Box::new(m20261122_000004_comments::Migration),
            Box::new(m20261122_000008_leaving::Migration),
        ]
    }
}
