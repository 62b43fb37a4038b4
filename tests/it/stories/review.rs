//! An idea that waits for a moderator's yes: its author sees it at once, nobody else knows of it.

use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use serde_json::json;

stories! {
    async fn a_waiting_idea_is_its_authors_alone(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::AfterReview).await;
        let ana = world.citizen("Ana").await;
        let page = ana.post_idea_in("parks", "A bench in the park", "To rest.").await;
        assert!(page.says("We have your idea.") && page.says("waits for a moderator"), "{}", page.words());
        assert!(page.says("a moderator has read it"), "by when? {}", page.words());
        let (number, path) = (page.idea_number(), page.path().to_owned());
        assert_eq!(ana.at(world.far_node()).open(&path).await.heading(), "A bench in the park");
        assert!(ana.open("/me").await.says("A bench in the park"));

        for reader in [world.visitor(), world.citizen("Ben").await] {
            for hidden in [path.clone(), format!("/ideas/{number}"), format!("{path}/history"), format!("{path}/vote")] {
                assert_eq!(reader.open(&hidden).await.status.as_u16(), 404, "{hidden}");
            }
            assert_eq!(reader.peek(&format!("/live?ideas={number}")).await.status.as_u16(), 404);
            for list in ["/", "/ideas", "/ideas?order=newest", "/campaigns/parks"] {
                let page = reader.open(list).await;
                assert!(page.status.is_success() && !page.html.contains("A bench in the park"), "it is on {page}");
            }
            let question = "query($n: Int!) { idea(number: $n) { title } ideas { totalCount nodes { title } } }";
            let asked = reader.graphql(question, json!({ "n": number })).await;
            assert_eq!(asked["data"], json!({ "idea": null, "ideas": { "totalCount": 0, "nodes": [] } }), "{asked}");
        }
        let mo = world.moderator("Mo").await;
        assert_eq!(mo.open(&path).await.heading(), "A bench in the park");
    }
}
