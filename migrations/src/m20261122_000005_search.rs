//! An index of the words in titles and bodies. Each database keeps it in step by itself, so that no writer can forget:
//! PostgreSQL in a generated column, SQLite in an FTS5 table behind triggers.
//!
//! Both fold case and accents, and see a word's end wherever no letter or digit stands.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Accents are marks of their own in NFD, and those of latin letters fall off. What stands between words becomes a
/// space: PostgreSQL's parser would else take `and/or` for a path and `bridge.Then` for a host.
const POSTGRES: &str = r"
ALTER TABLE idea ADD COLUMN words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple'::regconfig, regexp_replace(normalize(regexp_replace(
        normalize(title, NFD), '[\u0300-\u036f]+', '', 'g'), NFC), '[!-/:-@[-`{-~]+', ' ', 'g')), 'A') ||
    setweight(to_tsvector('simple'::regconfig, regexp_replace(normalize(regexp_replace(
        normalize(body, NFD), '[\u0300-\u036f]+', '', 'g'), NFC), '[!-/:-@[-`{-~]+', ' ', 'g')), 'D')
) STORED;
CREATE INDEX idea_words ON idea USING gin (words);
";

const POSTGRES_BACK: &str = "DROP INDEX idea_words; ALTER TABLE idea DROP COLUMN words;";

/// The words themselves stay in `idea` only. What goes must be told to the index as it was.
const SQLITE: &str = "
CREATE VIRTUAL TABLE idea_words USING fts5(
    title, body, content = 'idea', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER idea_words_added AFTER INSERT ON idea BEGIN
    INSERT INTO idea_words (rowid, title, body) VALUES (new.number, new.title, new.body);
END;
CREATE TRIGGER idea_words_gone AFTER DELETE ON idea BEGIN
    INSERT INTO idea_words (idea_words, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
END;
CREATE TRIGGER idea_words_changed AFTER UPDATE OF number, title, body ON idea BEGIN
    INSERT INTO idea_words (idea_words, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
    INSERT INTO idea_words (rowid, title, body) VALUES (new.number, new.title, new.body);
END;
INSERT INTO idea_words (idea_words) VALUES ('rebuild');
";

const SQLITE_BACK: &str = "
DROP TRIGGER idea_words_added;
DROP TRIGGER idea_words_gone;
DROP TRIGGER idea_words_changed;
DROP TABLE idea_words;
";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, POSTGRES, SQLITE).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, POSTGRES_BACK, SQLITE_BACK).await
    }
}

async fn run(manager: &SchemaManager<'_>, postgres: &str, sqlite: &str) -> Result<(), DbErr> {
    let words = if manager.get_database_backend() == DbBackend::Postgres { postgres } else { sqlite };
    manager.get_connection().execute_unprepared(words).await?;
    Ok(())
}
