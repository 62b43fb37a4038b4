//! The history of the schema, forwards and backwards, for SQLite and PostgreSQL.
//!
//! It imports nothing of ours, so that history can't change when a struct does. Several programs may start at once on
//! one empty database: each takes the same lock first, and only one migrates. Each migration is one transaction on both
//! databases (`use_transaction`: left to itself, the library opens one on PostgreSQL only), so that one which was killed
//! half way leaves nothing of itself.

mod lock;
mod m20261122_000001_people;
mod m20261122_000002_ideas;
mod m20261122_000003_votes;
mod m20261122_000004_comments;
mod m20261122_000005_search;
mod m20261122_000006_shown;
mod m20261122_000007_languages;
mod m20261122_000008_leaving;
mod m20261122_000009_reports;
mod m20261128_000010_moderation;
mod m20261128_000011_languages;
mod m20261128_000013_known;
mod m20261128_000014_histories;
mod m20261128_000015_replies;
mod m20261128_000016_telling;
mod m20261128_000017_templates;
mod m20261128_000018_milestones;
mod m20261128_000019_admin;
mod m20261128_000021_retries;
mod m20261128_000024_open;
mod m20261129_000025_carried_follows;
mod m20261129_000026_labels;
mod m20261129_000027_watches;
mod m20261129_000028_search;
mod m20261129_000029_holidays;
mod m20261129_000030_leads;
mod m20261129_000031_hidden_news;
mod m20261130_000032_pages;
mod m20261130_000033_notes;
mod m20261130_000034_suspended;
mod m20261201_000035_carried;
mod m20261201_000036_words_counted;
mod run;
mod said;

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
            Box::new(m20261122_000005_search::Migration),
            Box::new(m20261122_000006_shown::Migration),
            Box::new(m20261122_000007_languages::Migration),
            Box::new(m20261122_000008_leaving::Migration),
            Box::new(m20261122_000009_reports::Migration),
            Box::new(m20261128_000010_moderation::Migration),
            Box::new(m20261128_000011_languages::Migration),
            Box::new(m20261128_000013_known::Migration),
            Box::new(m20261128_000014_histories::Migration),
            Box::new(m20261128_000015_replies::Migration),
            Box::new(m20261128_000016_telling::Migration),
            Box::new(m20261128_000017_templates::Migration),
            Box::new(m20261128_000018_milestones::Migration),
            Box::new(m20261128_000019_admin::Migration),
            Box::new(m20261128_000021_retries::Migration),
            Box::new(m20261128_000024_open::Migration),
            Box::new(m20261129_000025_carried_follows::Migration),
            Box::new(m20261129_000026_labels::Migration),
            Box::new(m20261129_000027_watches::Migration),
            Box::new(m20261129_000028_search::Migration),
            Box::new(m20261129_000029_holidays::Migration),
            Box::new(m20261129_000030_leads::Migration),
            Box::new(m20261129_000031_hidden_news::Migration),
            Box::new(m20261130_000032_pages::Migration),
            Box::new(m20261130_000033_notes::Migration),
            Box::new(m20261130_000034_suspended::Migration),
            Box::new(m20261201_000035_carried::Migration),
            Box::new(m20261201_000036_words_counted::Migration),
        ]
    }
}

#[cfg(test)]
mod tests {
    //! What every migration must be.

    use super::*;

    #[test]
    fn every_migration_is_one_transaction() {
        for migration in Migrator::migrations() {
            assert_eq!(migration.use_transaction(), Some(true), "{} could leave half of itself", migration.name());
        }
    }
}
