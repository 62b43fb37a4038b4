//! Starting on databases in every state.

use super::*;

fn config(folder: &tempfile::TempDir) -> Config {
    let mut config = Config::embedded().unwrap();
    config.database.url = format!("sqlite://{}?mode=rwc", folder.path().join("x.db").display()).into();
    config
}

#[tokio::test]
async fn an_empty_database_is_migrated_and_an_older_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let config = config(&folder);
    drop(Site::open(config.clone(), Sources::system()).await.unwrap());
    drop(Site::open(config.clone(), Sources::system()).await.unwrap());

    folkmoot_migrations::down(config.database.url.reveal(), 1).await.unwrap();
    let said = Site::open(config, Sources::system()).await.err().unwrap().to_string();
    assert!(said.contains("run `folkmoot migrate up`"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_may_start_at_once_on_an_empty_database() {
    let folder = tempfile::tempdir().unwrap();
    let starts: Vec<_> = (0..4).map(|_| tokio::spawn(Site::open(config(&folder), Sources::system()))).collect();
    for start in starts {
        start.await.unwrap().unwrap();
    }
}
