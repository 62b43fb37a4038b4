//! A vote by page and by the API: cast, changed, taken back, refused when it is too late; and counted once, however often
//! and wherever it is sent.

use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use folkmoot_tests::world::Page;
use futures::future::join_all;
use serde_json::json;

/// `[support, oppose]` as a page shows them.
fn shown(page: &Page) -> Vec<String> {
    let mut numbers = page.every(".fm-vote [data-fm-support]");
    numbers.extend(page.every(".fm-vote [data-fm-oppose]"));
    numbers
}

stories! {
    async fn he_votes_changes_his_mind_and_takes_it_back(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await.at(&world.nodes()[0]);
        let carol = world.citizen("Carol").await.at(world.far_node());
        let path = format!("/ideas/{number}");

        let page = ben.press(number, "Support").await;
        assert!(page.says("Your vote is counted.") && page.says("You support this."), "{}", page.words());
        assert_eq!(shown(&page), ["1", "0"]);
        let hers = carol.open(&path).await;
        assert_eq!(shown(&hers), ["1", "0"]);
        assert!(!hers.says("You support this."), "Carol is told Ben's vote as hers");
        ben.press(number, "Oppose").await;
        assert_eq!(shown(&carol.open(&path).await), ["0", "1"]);
        let page = ben.press(number, "Oppose").await;
        assert!(page.says("Your vote is taken back."), "{}", page.words());
        assert_eq!(shown(&carol.open(&path).await), ["0", "0"]);

        for (choice, outcome, support, oppose) in [
            ("SUPPORT", "COUNTED", 1, 0),
            ("SUPPORT", "ALREADY_COUNTED", 1, 0),
            ("OPPOSE", "COUNTED", 0, 1),
        ] {
            let expected = json!({
                "outcome": outcome, "tally": { "support": support, "oppose": oppose }, "userErrors": [] });
            assert_eq!(ben.cast(number, choice).await, expected);
            assert_eq!(carol.tally(number).await, (support, oppose, 0));
        }
        assert_eq!(ben.retract(number).await["outcome"], "RETRACTED");
        assert_eq!(ben.retract(number).await["outcome"], "NOTHING_TO_RETRACT");
        assert_eq!(carol.tally(number).await, (0, 0, 0));
    }

    async fn undo_takes_it_back_and_says_whose_business_it_is(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let page = ben.press(number, "Support").await;
        assert!(page.says("Nobody sees how you voted."), "{}", page.words());
        let page = page.form("Undo your vote on “A bench at the harbour”").send().await;
        assert!(page.says("Your vote is taken back."), "{}", page.words());
        assert_eq!(shown(&page), ["0", "0"]);
        assert_eq!(page.every(".fm-vote__mine[hidden]").len(), 1, "there is nothing to undo");
    }

    async fn from_a_list_the_vote_comes_back_to_its_card(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let page = ben.open("/ideas?order=newest").await.form("Support").send().await;
        assert_eq!((page.path(), page.address.fragment()), ("/ideas", Some(format!("idea-{number}").as_str())));
        assert!(page.address.query().unwrap_or_default().contains("order=newest"), "{page}");
        assert!(page.says("Your vote is counted.") && page.says("You support this."), "{}", page.words());
    }

    async fn from_an_idea_the_vote_comes_back_to_the_same_place(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let idea = ben.open(&format!("/ideas/{number}")).await;
        let there = format!("{}?order=oldest&view=sides&done=saved", idea.path());

        let page = ben.open(&there).await.form("Support").send().await;
        assert_eq!((page.path(), page.address.fragment()), (idea.path(), Some("vote")), "{page}");
        assert_eq!(page.address.query(), Some("order=oldest&view=sides&done=counted"), "the same view, said once");
        assert_eq!(page.every("#vote .fm-vote__mine").len(), 1, "the place is on the page");
        assert!(page.says("You support this."), "{}", page.words());

        let alone = ben.open(&format!("{}/vote", idea.path())).await.form("Oppose").send().await;
        assert_eq!((alone.path(), alone.address.fragment()), (idea.path(), Some("vote")), "{alone}");
    }

    async fn nobody_votes_by_the_api_without_signing_in(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let visitor = world.visitor();
        let input = json!({ "i": { "ideaId": visitor.idea_id(number).await, "choice": "SUPPORT" } });
        let refused = visitor.graphql("mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }", input).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{refused}");
        assert_eq!(visitor.tally(number).await, (0, 0, 0));
    }

    async fn after_the_end_nothing_moves(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        ben.press(number, "Support").await;
        let open = ana.open(&format!("/ideas/{number}")).await;
        world.close("parks").await;

        let late = open.form("Support").send().await;
        assert!(late.says("Voting on this idea has ended, so nothing was changed."), "{}", late.words());
        let page = ben.open(&format!("/ideas/{number}")).await;
        assert!(page.says("Voting has ended.") && page.says("You supported it."), "{}", page.words());
        assert!(!page.has_button("Support") && !page.has_button("Oppose"), "{}", page.words());
        for refused in [ana.cast(number, "SUPPORT").await, ben.cast(number, "OPPOSE").await, ben.retract(number).await] {
            assert_eq!(refused["outcome"], "VOTING_CLOSED", "{refused}");
            assert!(!refused["userErrors"].as_array().unwrap().is_empty(), "{refused}");
        }
        assert_eq!(ana.tally(number).await, (1, 0, 0));
    }

    async fn nobody_votes_before_the_opening(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
        let (ana, ben) = (world.citizen("Ana").await, world.citizen("Ben").await);
        let number = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.idea_number();
        let waiting = ben.open(&format!("/ideas/{number}")).await.form("Support");
        world.put_off("parks").await;

        let early = waiting.send().await;
        assert!(early.says("Voting on this idea hasn’t begun, so nothing was changed."), "{}", early.words());
        for refused in [ana.cast(number, "SUPPORT").await, ben.cast(number, "OPPOSE").await, ben.retract(number).await] {
            assert_eq!(refused["outcome"], "VOTING_NOT_OPEN", "{refused}");
            assert!(!refused["userErrors"].as_array().unwrap().is_empty(), "{refused}");
        }
        assert_eq!(ana.tally(number).await, (0, 0, 0));
    }

    async fn where_only_support_counts_nobody_opposes(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportOnly, PublishingMode::StraightAway).await;
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.idea_number();
        let page = ana.open(&format!("/ideas/{number}")).await;
        assert!(page.has_button("Support") && !page.has_button("Oppose"), "{}", page.words());
        let refused = ana.cast(number, "OPPOSE").await;
        assert_eq!(refused["outcome"], "SUPPORT_ONLY", "{refused}");
        assert!(!refused["userErrors"].as_array().unwrap().is_empty(), "{refused}");
        assert_eq!(ana.cast(number, "SUPPORT").await["outcome"], "COUNTED");
        assert_eq!(ana.tally(number).await, (1, 0, 0));
    }

    async fn sixty_four_votes_at_once_by_one_person_count_once(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let (near, far) = (ben.at(&world.nodes()[0]), ben.at(world.far_node()));
        let path = format!("/ideas/{number}");
        let forms = [near.open(&path).await.form("Support"), far.open(&path).await.form("Support")];
        let by_page = join_all((0..32).map(|i| forms[i % 2].clone().send()));
        let doors = [&near, &far];
        let by_api = join_all((0..32).map(|i| doors[i % 2].cast(number, "SUPPORT")));
        let (pages, payloads) = futures::future::join(by_page, by_api).await;
        for page in pages {
            assert!(page.says("Your vote is counted."), "{page}: {}", page.words());
        }
        for payload in payloads {
            assert_eq!(payload["tally"], json!({ "support": 1, "oppose": 0 }), "{payload}");
        }
        assert_eq!(far.tally(number).await, (1, 0, 0));
        world.audit_counts().await;

        // And when they contradict each other, one of them stands.
        let forms = [near.open(&path).await.form("Oppose"), far.open(&path).await.form("Oppose")];
        let by_page = join_all((0..16).map(|i| forms[i % 2].clone().send()));
        let choices = ["SUPPORT", "OPPOSE"];
        let by_api = join_all((0..48).map(|i| doors[i % 2].cast(number, choices[i / 2 % 2])));
        futures::future::join(by_page, by_api).await;
        let question = json!({ "n": number });
        let stands = near.graphql("query($n: Int!) { idea(number: $n) { viewerVote } }", question).await;
        let expected = if stands["data"]["idea"]["viewerVote"] == "SUPPORT" { (1, 0, 0) } else { (0, 1, 0) };
        assert_eq!(far.tally(number).await, expected, "{stands}");
    }
}
