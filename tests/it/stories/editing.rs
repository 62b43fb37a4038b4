//! An idea changes in the open, is guarded against a forgotten tab, and is taken back for a reason.

use folkmoot_tests::stories;
use serde_json::json;

stories! {
    async fn an_edit_is_public_and_so_is_what_stood_before(world: World) {
        let ana = world.citizen("Ana").await;
        let page = ana.post_idea("A bench at the harbour", "It should be red.").await;
        let number = page.idea_number();
        let form = page.follow("Edit your idea").await.form("Save");
        assert_eq!((form.value("title"), form.value("body")), (Some("A bench at the harbour"), Some("It should be red.")));
        let saved = form.fill("title", "Two benches at the harbour").fill("body", "They should be blue.").send().await;
        assert!(saved.says("Your changes are saved."), "{}", saved.words());
        assert_eq!((saved.heading().as_str(), saved.idea_number()), ("Two benches at the harbour", number));

        let reader = world.visitor().at(world.far_node());
        let old_address = reader.open(&format!("/ideas/{number}/a-bench-at-the-harbour")).await;
        assert_eq!(old_address.heading(), "Two benches at the harbour");
        let links = old_address.every("article .fm-meta a");
        let link = links.into_iter().find(|link| link.starts_with("edited")).expect("it says that it was edited");
        let history = old_address.follow(&link).await;
        assert_eq!(history.every("del").concat().matches("red").count(), 1, "{}", history.words());
        assert_eq!(history.every("ins").concat().matches("blue").count(), 1, "{}", history.words());
        let first = history.follow("Version 1").await;
        assert!(first.says("A bench at the harbour") && first.says("It should be red."), "{}", first.words());
    }

    async fn a_forgotten_tab_overwrites_nothing_unseen(world: World) {
        let ana = world.citizen("Ana").await;
        let page = ana.post_idea("A bench at the harbour", "It should be red.").await;
        let number = page.idea_number();
        let forgotten = page.follow("Edit your idea").await.form("Save");
        let other = page.follow("Edit your idea").await.form("Save");
        other.fill("body", "It should be blue.").send().await;

        let refused = forgotten.fill("body", "It should be green.").send().await;
        assert_eq!(refused.status.as_u16(), 422);
        let told = refused.error_for("body").unwrap();
        assert!(told.starts_with("You changed this idea somewhere else meanwhile."), "{told}");
        assert_eq!(refused.summary(), [told]);
        assert_eq!(refused.form("Save").value("body"), Some("It should be green."));
        let path = format!("/ideas/{number}");
        assert!(world.visitor().open(&path).await.says("It should be blue."));

        let saved = refused.form("Save").send().await;
        assert!(saved.says("It should be green."), "{}", saved.words());
        let input = json!({ "i": { "ideaId": ana.idea_id(number).await, "revision": 1, "title": "A bench", "body": "x" } });
        let stale = ana.graphql("mutation($i: EditIdeaInput!) { editIdea(input: $i) { outcome } }", input).await;
        assert_eq!(stale["errors"][0]["extensions"]["code"], "CONFLICT", "{stale}");
    }

    async fn what_she_wrote_comes_back_when_her_session_has_ended(world: World) {
        let library = world.citizen("Ana").await;
        let page = library.post_idea("A bench at the harbour", "It should be red.").await;
        let path = format!("/ideas/{}", page.idea_number());
        let said = library.open(&path).await.form("Post the comment").fill("body", "With a back.").send().await;
        let idea = library.open(&path).await.follow("Edit your idea").await.form("Save");
        let idea = idea.fill("title", "Two benches & a <b>table</b>").fill("body", "They should be *blue*.");
        let comment = library.open(&format!("{path}/comments/1/edit")).await.form("Save").fill("body", "With two backs.");
        let leaving = library.open(&format!("{}/withdraw", page.path())).await.form("Withdraw the idea");
        let leaving = leaving.fill("reason", "The harbour is gone.");
        assert!(said.says("Your comment is posted."), "{}", said.words());

        let home = world.citizen("Ana").await;
        home.open("/me/sessions").await.form("Sign out everywhere else").send().await;
        for (form, words) in [
            (idea, vec!["Two benches & a <b>table</b>", "They should be *blue*."]),
            (comment, vec!["With two backs."]),
            (leaving, vec!["The harbour is gone."]),
        ] {
            let answer = form.send().await;
            assert_eq!((answer.status.as_u16(), answer.heading().as_str()), (401, "Sign in first"));
            assert!(answer.says("What you wrote"), "{}", answer.words());
            assert_eq!(answer.every("main textarea"), words);
        }
        assert!(home.open(&path).await.says("It should be red."), "nothing was changed");

        // The same when it is no longer hers to change.
        let late = home.open(&path).await.follow("Edit your idea").await.form("Save").fill("body", "They should be green.");
        let form = home.open(&format!("{}/withdraw", page.path())).await.form("Withdraw the idea");
        form.fill("reason", "It is there already.").send().await;
        let answer = late.send().await;
        assert_eq!((answer.status.as_u16(), answer.heading().as_str()), (403, "You can’t do this"));
        assert_eq!(answer.every("main textarea"), ["A bench at the harbour", "They should be green."]);
    }

    async fn nobody_edits_or_withdraws_what_is_not_theirs(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let eve = world.citizen("Eve").await;
        let page = eve.open(&format!("/ideas/{number}")).await;
        assert!(!page.has_link("Edit your idea") && !page.has_link("Withdraw your idea"), "{}", page.words());
        for act in ["edit", "withdraw"] {
            assert_eq!(eve.open(&format!("{}/{act}", page.path())).await.status.as_u16(), 403);
        }
    }

    async fn a_withdrawn_idea_is_gone_for_others_and_its_number_stays_taken(world: World) {
        let ana = world.citizen("Ana").await;
        let page = ana.post_idea("A bench at the harbour", "To rest.").await;
        let number = page.idea_number();
        let ask = page.follow("Withdraw your idea").await;
        let unreasoned = ask.form("Withdraw the idea").send().await;
        assert!(unreasoned.error_for("reason").is_some(), "{}", unreasoned.words());
        let done = unreasoned.form("Withdraw the idea").fill("reason", "Somebody built one.").send().await;
        assert!(done.says("Your idea is withdrawn."), "{}", done.words());
        assert!(done.says("This idea was withdrawn: Somebody built one."), "{}", done.words());

        let path = done.path().to_owned();
        for reader in [world.visitor(), world.citizen("Ben").await.at(world.far_node())] {
            let gone = reader.open(&path).await;
            assert_eq!(gone.status.as_u16(), 410, "{gone}");
            assert!(!gone.says("harbour"), "{}", gone.words());
            assert_eq!(reader.open(&format!("{path}/history")).await.status.as_u16(), 410);
            assert!(!reader.open("/ideas").await.html.contains("harbour"), "it is still listed");
            let asked = reader.graphql("query($n: Int!) { idea(number: $n) { title } }", json!({ "n": number })).await;
            assert_eq!(asked["data"]["idea"], json!(null), "{asked}");
        }
        assert_eq!(ana.open(&path).await.status.as_u16(), 200);
        assert!(ana.open("/me").await.says("A bench at the harbour"));
        let next = ana.post_idea("A bench at the market", "To rest.").await.idea_number();
        assert!(next > number, "{next} comes after {number}");
    }
}
