//! What every port promises, on both databases: the same stories over SQLite and PostgreSQL.

/// Stories that want the database itself beside the ports: each `async fn name(kind: Kind)` becomes `name::sqlite` and
/// `name::postgres`.
macro_rules! on_both {
    ($($story:ident),+) => {$(
        mod $story {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$story(Kind::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$story(Kind::Postgres).await;
            }
        }
    )+};
}

/// As a database is that was at the step before this one until now.
async fn migrated_again_from(url: &str, step: &str) {
    let steps = folkmoot_migrations::status(url).await.unwrap();
    let back = steps.iter().rev().position(|one| one.name.contains(step)).unwrap() + 1;
    folkmoot_migrations::down(url, u32::try_from(back).unwrap()).await.unwrap();
    folkmoot_migrations::up(url).await.unwrap();
}

mod admin;
mod by_hand;
mod changes;
mod comments;
mod dead_lines;
mod desk;
mod editing;
mod ideas;
mod labels;
mod live;
mod moderation;
mod people;
mod plans;
mod replies;
mod reports;
mod retries;
mod search;
mod stage;
mod telling;
mod votes;
