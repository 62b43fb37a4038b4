//! What people see in Chromium. Each test starts what its script needs and runs the script of the same name.

use folkmoot_tests::browser::run_node;

#[tokio::test]
async fn smoke() {
    run_node("smoke", &[]).await;
}
