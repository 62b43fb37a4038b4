//! What somebody finds on the pages of their account: where they are signed in, and the tokens of their scripts.

use folkmoot_tests::stories;
use serde_json::json;

const VIEWER: &str = "{ viewer { name } }";

stories! {
    async fn she_signs_out_the_browser_that_she_left_in_the_library(world: World) {
        let library = world.citizen("Ana").await;
        let home = world.citizen("Ana").await;
        assert!(library.peek("/me").await.status.is_success());

        let own = home.open("/me/sessions").await;
        let sessions = own.every(".fm-me__main li");
        assert_eq!(sessions.len(), 2, "{sessions:?}");
        assert!(sessions.iter().all(|told| told.starts_with("Firefox on Linux")), "{sessions:?}");
        let other = sessions.iter().position(|told| !told.contains("this browser")).unwrap();
        let ends = own.every_attr(".fm-me__main li form", "action");
        let after = own.form_to(&ends[other]).send().await;
        assert!(after.says("That browser is signed out."), "{}", after.words());
        assert_eq!(after.every(".fm-me__main li").len(), 1);

        assert!(library.peek("/me").await.leads_to().is_some(), "the library's browser is still signed in");
        assert_eq!(library.graphql(VIEWER, json!({})).await["data"]["viewer"], json!(null));
        assert_eq!(home.graphql(VIEWER, json!({})).await["data"]["viewer"]["name"], "Ana");
    }

    async fn she_signs_out_everywhere_else(world: World) {
        let library = world.citizen("Ana").await;
        let school = world.citizen("Ana").await;
        let home = world.citizen("Ana").await;
        let other = world.citizen("Ben").await;
        let after = home.open("/me/sessions").await.form("Sign out everywhere else").send().await;
        assert!(after.says("Every other browser is signed out."), "{}", after.words());
        assert_eq!(after.every(".fm-me__main li").len(), 1);
        assert!(!after.has_button("Sign out everywhere else"));
        for gone in [&library, &school] {
            assert!(gone.peek("/me").await.leads_to().is_some(), "another browser is still signed in");
        }
        assert!(other.peek("/me").await.status.is_success(), "somebody else was signed out too");
    }

    async fn nobody_ends_a_session_of_somebody_else(world: World) {
        let (ana, eve) = (world.citizen("Ana").await, world.citizen("Eve").await);
        let hers = ana.open("/me/sessions").await.every_attr(".fm-me__main li form", "action").remove(0);
        let own = eve.open("/me").await;
        let csrf = own.form("Sign out").value("csrf").unwrap().to_owned();
        let address = eve.address(&hers);
        let _whatever = eve.request(reqwest::Method::POST, &address).form(&[("csrf", csrf)]).send().await.unwrap();
        assert!(ana.peek("/me").await.status.is_success(), "Eve signed Ana out");
    }

    async fn a_token_is_made_used_and_revoked(world: World) {
        let ana = world.citizen("Ana").await;
        let own = ana.open("/me/tokens").await;
        let nameless = own.form("Make a token").send().await;
        assert!(nameless.error_for("token_name").is_some(), "{}", nameless.words());
        let made = nameless.form("Make a token").fill("token_name", "My script").send().await;
        let secret = made.every(".fm-secret code").remove(0);
        let own = ana.open("/me/tokens").await;
        assert!(own.says("My script") && !own.html.contains(&secret), "the secret is shown again");

        let script = ana.script_with(&secret);
        assert_eq!(script.graphql(VIEWER, json!({})).await["data"]["viewer"]["name"], "Ana");
        let input = json!({ "i": { "campaign": "anything-else", "title": "More benches", "body": "To rest on." } });
        let posted = script.graphql(
            "mutation($i: SubmitIdeaInput!) { submitIdea(input: $i) { outcome idea { author { name } } } }", input);
        let posted = posted.await;
        assert_eq!(posted["data"]["submitIdea"]["idea"]["author"]["name"], "Ana", "{posted}");

        let after = own.form("Revoke My script").send().await;
        assert!(after.says("The token is revoked.") && !after.has_button("Revoke"), "{}", after.words());
        let refused = script.graphql(VIEWER, json!({})).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{refused}");
    }

    async fn a_script_acts_for_a_citizen_and_a_moderator_signs_in_as_anybody(world: World) {
        let script = world.script("Ana").await;
        assert!(script.graphql(VIEWER, json!({})).await["data"]["viewer"].is_object());
        let mo = world.moderator("Mo").await;
        let roles = mo.graphql("{ viewer { roles } }", json!({})).await;
        assert!(roles["data"]["viewer"]["roles"].as_array().unwrap().contains(&json!("MODERATOR")), "{roles}");
    }
}
