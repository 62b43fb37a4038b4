//! Numbers on the move: who listens at one node hears what happens at the other, soon and not too often.

use std::time::{Duration, Instant};

use folkmoot_common::Tally;
use folkmoot_tests::stories;
use folkmoot_tests::world::Socket;
use serde_json::{Value, json};

/// How soon a change must be heard.
const SOON: Duration = Duration::from_secs(1);
/// How long anything else may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);
const TALLY: &str = "subscription($i: [ID!]!) { tallyChanged(ideaIds: $i) { support oppose version } }";

stories! {
    async fn a_browser_hears_a_vote_at_the_other_node_within_a_second(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await.at(&world.nodes()[0]);
        let mut listener = world.visitor().at(world.far_node()).listen(&[number]).await;
        let present = listener.next(PATIENCE).await.expect("the present numbers");
        assert_eq!((&present["idea"], &present["support"]), (&json!(number), &json!(0)), "{present}");
        ben.press(number, "Support").await;
        let heard = listener.next(SOON).await.expect("the vote within a second");
        assert_eq!((&heard["support"], &heard["oppose"]), (&json!(1), &json!(0)), "{heard}");

        let form = ben.open(&format!("/ideas/{number}")).await.form("Post the comment");
        form.fill("body", "A fine plan.").send().await;
        let heard = listener.next(SOON).await.expect("the comment within a second");
        assert_eq!(heard["comments"], 1, "{heard}");
    }

    async fn where_no_stream_gets_through_the_numbers_are_asked_for(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await.at(&world.nodes()[0]);
        ben.press(number, "Support").await;
        let reader = world.visitor().at(world.far_node());
        let page = reader.peek(&format!("/live/tallies?ideas={number},999999")).await;
        let told: Value = serde_json::from_str(&page.html).unwrap_or_else(|why| panic!("{page}: {why}"));
        let version = told[0]["version"].clone();
        let expected = json!([{ "idea": number, "support": 1, "oppose": 0, "comments": 0, "version": version }]);
        assert_eq!(told, expected);
        assert!(page.headers["cache-control"].to_str().unwrap().contains("max-age"), "{:?}", page.headers);
        assert_eq!(reader.peek("/live/tallies?ideas=999999").await.status.as_u16(), 404);
    }

    async fn a_subscriber_hears_a_vote_at_the_other_node_within_a_second(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await.at(&world.nodes()[0]);
        let ids = json!({ "i": [ben.idea_id(number).await] });
        let mut socket = Socket::subscribe(world.far_node(), TALLY, ids).await;
        let present = socket.next(PATIENCE).await.expect("the present numbers");
        assert_eq!(present["tallyChanged"]["support"], 0, "{present}");
        ben.cast(number, "OPPOSE").await;
        let heard = socket.next(SOON).await.expect("the vote within a second");
        assert_eq!((&heard["tallyChanged"]["support"], &heard["tallyChanged"]["oppose"]), (&json!(0), &json!(1)));
    }

    async fn what_is_taken_back_while_people_listen_moves_no_more(world: World) {
        let ana = world.citizen("Ana").await;
        let page = ana.post_idea("A bench at the harbour", "To rest.").await;
        let number = page.idea_number();
        let ben = world.citizen("Ben").await;
        let id = ben.idea_id(number).await;
        let idea = world.site().ideas.public_ids(&[number]).await.unwrap()[&number];
        let mut listener = world.visitor().at(world.far_node()).listen(&[number]).await;
        let mut socket = Socket::subscribe(world.far_node(), TALLY, json!({ "i": [id] })).await;
        listener.next(PATIENCE).await.expect("the present numbers");
        socket.next(PATIENCE).await.expect("the present numbers");
        // What the megaphone says is passed on while the idea is public.
        let announce = async |support: i64| {
            let tally = Tally { support, version: 1_000_000 + support, ..Tally::none(idea) };
            world.far_node().site().live.announce(tally).await;
        };
        announce(7).await;
        assert_eq!(listener.next(PATIENCE).await.expect("what moves")["support"], 7);
        assert_eq!(socket.next(PATIENCE).await.expect("what moves")["tallyChanged"]["support"], 7);

        let done = page.follow("Withdraw your idea").await.form("Withdraw the idea").fill("reason", "It was built.");
        assert!(done.send().await.says("Your idea is withdrawn."));
        world.clock.advance(Duration::from_secs(6));
        announce(8).await;
        assert_eq!(listener.next(Duration::from_secs(2)).await, None, "the stream goes on about what nobody may see");
        assert_eq!(socket.next(Duration::from_secs(1)).await, None, "so does the subscription");
    }

    async fn a_busy_idea_is_told_at_most_twice_a_second_and_the_last_word_is_right(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await.at(&world.nodes()[0]);
        let mut listener = world.visitor().at(world.far_node()).listen(&[number]).await;
        listener.next(PATIENCE).await.expect("the present numbers");
        let since = Instant::now();
        for i in 0..21 {
            ben.cast(number, if i % 2 == 0 { "SUPPORT" } else { "OPPOSE" }).await;
        }
        let busy = since.elapsed();
        let mut heard: Vec<Value> = Vec::new();
        while let Some(tally) = listener.next(Duration::from_secs(2)).await {
            heard.push(tally);
        }
        let last = heard.last().expect("something is heard");
        assert_eq!((&last["support"], &last["oppose"]), (&json!(1), &json!(0)), "{heard:?}");
        let versions: Vec<i64> = heard.iter().map(|tally| tally["version"].as_i64().unwrap()).collect();
        assert!(versions.is_sorted_by(|a, b| a < b), "{versions:?}");
        // One at once, two in each second of voting, and one for the rest.
        let most = 2.0f64.mul_add(busy.as_secs_f64(), 2.0);
        assert!((heard.len() as f64) <= most, "{} events for {busy:?}", heard.len());
    }

    async fn a_comment_is_heard_at_the_other_node(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await.at(&world.nodes()[0]);
        let query = "subscription($i: ID!) { commentPosted(ideaId: $i) { number bodyMarkdown author { name } } }";
        let id = json!({ "i": ben.idea_id(number).await });
        let mut socket = Socket::subscribe(world.far_node(), query, id).await;
        // Nothing says that the subscription stands; it has only what comes after.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let form = ben.open(&format!("/ideas/{number}")).await.form("Post the comment");
        form.fill("body", "A fine plan.").send().await;
        let heard = socket.next(PATIENCE).await.expect("the comment");
        let expected = json!({ "number": 1, "bodyMarkdown": "A fine plan.", "author": { "name": "Ben" } });
        assert_eq!(heard["commentPosted"], expected);
    }
}
