//! What every port promises, on both databases: the same stories over SQLite and PostgreSQL.

mod comments;
mod desk;
mod editing;
mod ideas;
mod live;
mod moderation;
mod people;
mod reports;
mod search;
mod stage;
mod votes;
