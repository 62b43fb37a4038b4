//! One story, told in every house: each becomes a test of its own, named after the story and the house.

/// Storage contracts: each `async fn name(store: Store)` becomes `name::sqlite` and `name::postgres`.
#[macro_export]
macro_rules! contract {
    ($($(#[$about:meta])* async fn $name:ident($store:ident: Store) $body:block)+) => {$(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn contract($store: ::folkmoot_storage::Store) $body

            async fn on(kind: $crate::database::Kind) {
                let database = $crate::database::OwnDatabase::migrated(kind).await;
                let store = ::folkmoot_storage::Store::open(database.url(), 8).await.expect("the store opens");
                Box::pin(contract(store)).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                on($crate::database::Kind::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                on($crate::database::Kind::Postgres).await;
            }
        }
    )+};
}

/// Stories of the whole house: each `async fn name(world: World)` becomes `name::sqlite`, `name::postgres` and
/// `name::two_nodes`. At the end of each, every tally must equal its rows.
#[macro_export]
macro_rules! stories {
    ($($(#[$about:meta])* async fn $name:ident($world:ident: World) $body:block)+) => {$(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn story($world: &$crate::world::World) $body

            async fn in_house(house: $crate::world::House) {
                let world = $crate::world::World::start(house).await;
                Box::pin(story(&world)).await;
                world.audit_counts().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                in_house($crate::world::House::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                in_house($crate::world::House::Postgres).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn two_nodes() {
                in_house($crate::world::House::PostgresRedisTwoNodes).await;
            }
        }
    )+};
}
