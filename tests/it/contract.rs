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

mod admin;
mod by_hand;
mod changes;
mod comments;
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
