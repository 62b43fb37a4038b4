//! What people see in Chromium. Each test starts what its script needs and runs the script of the same name.

use folkmoot_tests::browser::{run_node, run_story};
use folkmoot_tests::world::{House, World};

#[tokio::test]
async fn smoke() {
    run_node("smoke", &[]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lost() {
    let world = World::start(House::PostgresRedisTwoNodes).await;
    run_story("lost", &world).await;
}

/// No browser, but a client that isn't ours: the audit of GraphQL over HTTP.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn audit() {
    let world = World::start(House::Sqlite).await;
    run_node("audit", &[("FOLKMOOT_URL", world.url())]).await;
}
