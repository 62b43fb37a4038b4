//! The house stands: each node answers at its own address, two share what is written, and nothing is left behind.

use folkmoot_tests::stories;

stories! {
    async fn every_node_is_alive_and_ready(world: World) {
        for node in world.nodes() {
            let visitor = world.visitor().at(node);
            for path in ["/health/live", "/health/ready"] {
                let answer = visitor.peek(path).await;
                assert!(answer.status.is_success(), "{answer} says: {}", answer.words());
            }
        }
    }

    async fn a_page_that_is_not_there_says_so_calmly(world: World) {
        let page = world.visitor().open("/nowhere").await;
        assert_eq!(page.status.as_u16(), 404);
        assert_eq!(page.heading(), "Page not found");
    }
}
