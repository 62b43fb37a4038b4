//! What people find of themselves: their votes, which nobody else can; their comments; their language; their data; and
//! what others find of them.

use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use serde_json::{Value, json};

stories! {
    async fn she_finds_her_votes_and_changes_one(world: World) {
        let ana = world.citizen("Ana").await;
        let bench = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let lamp = ana.post_idea("A lamp on the quay", "To see.").await.idea_number();
        let ben = world.citizen("Ben").await;
        assert!(ben.open("/me/votes").await.says("You haven’t voted yet."));
        ben.press(bench, "Support").await;
        ben.press(lamp, "Support").await;

        let own = ben.open("/me/votes").await;
        assert_eq!(own.every("main .fm-card h2"), ["A lamp on the quay", "A bench at the harbour"]);
        assert!(own.says("Nobody but you can see how you voted."), "{}", own.words());
        let changed = own.form("Oppose “A bench at the harbour”, votes so far:").send().await;
        assert_eq!((changed.path(), changed.address.fragment()), ("/me/votes", Some(format!("idea-{bench}").as_str())));
        assert!(changed.says("Your vote is counted.") && changed.says("You oppose this."), "{}", changed.words());
        assert_eq!(ana.tally(bench).await, (0, 1, 0));

        // Nobody else finds them: not the author, not a moderator, not a visitor, not on Ben's public page.
        let mo = world.moderator("Mo").await;
        for other in [&ana, &mo] {
            assert!(other.open("/me/votes").await.says("You haven’t voted yet."));
        }
        assert_eq!(world.visitor().peek("/me/votes").await.leads_to(), Some("/sign-in?next=%2Fme%2Fvotes"));
        let id = id_of(&ben).await;
        assert_eq!(ana.peek(&format!("/people/{id}")).await.status.as_u16(), 404, "votes alone make no profile");
        world.audit_counts().await;
    }

    async fn a_vote_on_an_idea_that_went_says_nothing_of_it(world: World) {
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        ben.press(number, "Support").await;
        comment(&ben, number, "I would sit there.").await;
        let withdraw = ana.open(&format!("/ideas/{number}")).await.follow("Withdraw your idea").await;
        withdraw.form_asking("reason").unwrap().fill("reason", "I changed my mind.").send().await;
        for path in ["/me", "/me/votes", "/me/comments"] {
            let own = ben.open(path).await;
            assert!(own.says("An idea that can’t be read now"), "{path}: {}", own.words());
            assert!(!own.says("A bench at the harbour"), "{path}: {}", own.words());
        }
        assert!(ben.open("/me/comments").await.says("I would sit there."));
        let taken = export(&ben).await;
        assert_eq!(taken["votes"][0]["idea"], json!(null), "{taken}");
        assert!(!taken.to_string().contains("harbour"), "{taken}");
    }

    async fn he_takes_everything_of_his_along_and_nothing_of_hers(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::AfterReview).await;
        let ana = world.citizen("Ana").await;
        let hers = ana.post_idea("Anas very own bench", "Because Ana says so.").await.idea_number();
        comment(&ana, hers, "Only Ana knows this.").await;
        let ben = world.citizen("Ben").await;
        let his = ben.post_idea("A lamp on the quay", "Because Ben says so.").await.idea_number();
        ben.post_idea_in("parks", "A swing for grown-ups", "It waits for a moderator.").await;
        comment(&ben, hers, "Ben was here.").await;
        ben.press(hers, "Oppose").await;
        ben.press(hers, "Tell me what happens with this idea").await;
        ben.open("/me/tokens").await.form("Make a token").fill("token_name", "Bens script").send().await;

        let taken = export(&ben).await;
        let text = taken.to_string();
        assert_eq!(taken["account"]["email"], "ben@example.org", "{taken}");
        assert_eq!(taken["account"]["name"], "Ben", "{taken}");
        assert_eq!(taken["ideas"].as_array().unwrap().len(), 2, "{taken}");
        assert!(text.contains("A swing for grown-ups") && text.contains("Because Ben says so."), "{taken}");
        assert_eq!(taken["ideas"][1]["number"], his, "{taken}");
        assert_eq!(taken["comments"][0]["body"], "Ben was here.", "{taken}");
        assert_eq!(taken["votes"], json!([{ "idea": hers, "choice": "OPPOSE", "changedAt": taken["votes"][0]["changedAt"] }]));
        let chosen = taken["follows"][0]["changedAt"].clone();
        assert_eq!(taken["follows"], json!([{ "idea": hers, "follows": true, "changedAt": chosen }]), "{taken}");
        assert_eq!(taken["sessions"][0]["isThis"], true, "{taken}");
        assert_eq!(taken["accessTokens"][0]["name"], "Bens script", "{taken}");
        for not_his in ["Anas", "Ana says", "Only Ana", "ana@example.org", "secret"] {
            assert!(!text.contains(not_his), "the export holds {not_his}: {taken}");
        }
        let script = world.script("Ben").await;
        let refused = script.peek("/me/export").await;
        assert_eq!(refused.status.as_u16(), 403, "a token alone takes everything along");
        assert!(world.visitor().peek("/me/export").await.leads_to().is_some());
    }

    async fn others_find_what_he_said_in_public(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::AfterReview).await;
        let ana = world.citizen("Ana").await;
        let hers = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let id = id_of(&ben).await;
        let path = format!("/people/{id}");
        assert_eq!(ana.peek(&path).await.status.as_u16(), 404, "somebody silent has a page");
        ben.post_idea_in("parks", "A swing for grown-ups", "It waits for a moderator.").await;
        assert_eq!(ben.peek(&path).await.status.as_u16(), 404, "what waits makes a page");
        comment(&ben, hers, "I would sit there.").await;

        for reader in [&ana, &ben, &world.visitor(), &world.moderator("Mo").await] {
            let page = reader.open(&path).await;
            assert_eq!(page.heading(), "Ben");
            assert!(page.says("Member since") && page.says("I would sit there."), "{}", page.words());
            assert!(page.has_link("A bench at the harbour") && !page.says("A swing"), "{}", page.words());
            assert!(!page.html.contains("example.org/") && !page.html.contains("ben@"), "the address shows");
        }
        assert_eq!(ana.peek("/people/nobody").await.status.as_u16(), 404);
    }

    async fn she_chooses_welsh_and_lands_in_it(world: World) {
        let ana = world.citizen("Ana").await;
        let account = ana.open("/me/account").await;
        let saved = account.form_to("/me/language").fill("language", "cy").send().await;
        assert_eq!(saved.path(), "/cy/me/account");
        let phone = world.visitor();
        let page = world.sign_in(&phone, "ana@example.org", "Ana").await;
        assert_eq!(page.path(), "/cy/me");
        let page = ana.open("/cy/me/account").await;
        assert_eq!(page.form_to("/cy/me/language").fill("language", "en").send().await.path(), "/me/account");
    }
}

/// The id that a person's public page has.
async fn id_of(actor: &folkmoot_tests::world::Actor) -> String {
    let taken = export(actor).await;
    taken["account"]["id"].as_str().unwrap().replace('-', "")
}

async fn export(actor: &folkmoot_tests::world::Actor) -> Value {
    let page = actor.open("/me/export").await;
    let told = page.headers["content-disposition"].to_str().unwrap();
    assert!(told.starts_with("attachment"), "{told}");
    assert_eq!(page.headers["cache-control"], "no-store");
    serde_json::from_str(&page.html).unwrap_or_else(|why| panic!("{why}: {}", page.html))
}

async fn comment(actor: &folkmoot_tests::world::Actor, number: i64, words: &str) {
    let form = actor.open(&format!("/ideas/{number}/comments/new")).await.form_asking("body").unwrap();
    let page = form.fill("body", words).send().await;
    assert!(page.says(words), "{}", page.words());
}
