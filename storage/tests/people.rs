//! The contracts of people, on an SQLite file, and on PostgreSQL when an empty server's address is given.
macro_rules! contract {
    ($($(#[$about:meta])* async fn $name:ident($store:ident: Store) $body:block)+) => {$(
        mod $name {
            use super::*;
            async fn contract($store: ::folkmoot_storage::Store) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let folder = tempfile::tempdir().unwrap();
                let url = format!("sqlite://{}?mode=rwc", folder.path().join("t.db").display());
                folkmoot_migrations::up(&url).await.unwrap();
                Box::pin(contract(::folkmoot_storage::Store::open(&url, 8).await.unwrap())).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                crate::on_postgres(|store| Box::pin(contract(store))).await;
            }
        }
    )+};
}

#[path = "../../tests/it/contract/people/mod.rs"]
mod people;

async fn on_postgres(run: impl FnOnce(folkmoot_storage::Store) -> std::pin::Pin<Box<dyn Future<Output = ()>>>) {
    use sea_orm::ConnectionTrait as _;
    let server = option_env!("PEOPLE_PG").unwrap_or("postgres://postgres@127.0.0.1:5432/");
    let s = folkmoot_common::Sources::system();
    let id: folkmoot_common::PersonId = s.mint(s.now());
    let name = format!("people_helper_{}", id.to_string().replace('-', ""));
    let admin = sea_orm::Database::connect(format!("{server}postgres")).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let url = format!("{server}{name}");
    folkmoot_migrations::up(&url).await.unwrap();
    run(folkmoot_storage::Store::open(&url, 8).await.unwrap()).await;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
}
