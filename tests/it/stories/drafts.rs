//! What somebody writes before they sign in is kept while they do, and done afterwards; or it comes back with the reason.

use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Page};
use serde_json::json;

const TITLE: &str = "A bench at the “old” harbour & <b>more</b>";
const BODY: &str = "My grandmother *needs* it.\n\n- a back\n- arms\n\n  Two spaces, a tab\tand 1 < 2.";

/// Fills in the form for an idea as it stands at first.
async fn write(actor: &Actor, campaign: &str, title: &str, body: &str) -> Page {
    let form = actor.open("/ideas/new").await.form("Sign in and post");
    form.fill("campaign", campaign).fill("title", title).fill("body", body).send().await
}

stories! {
    async fn a_visitor_writes_first_and_signs_in_afterwards(world: World) {
        let ana = world.visitor();
        let page = write(&ana, "anything-else", TITLE, BODY).await;
        assert!(page.path() == "/sign-in" && page.says("Your idea is kept."), "{page}: {}", page.words());

        let posted = world.go_on_signing_in(&page, "ana@example.org", "Ana").await;
        assert!(posted.says("Your idea is posted."), "{posted}: {}", posted.words());
        assert_eq!(posted.heading(), TITLE);
        assert!(posted.says("by Ana"), "{}", posted.words());
        let number = posted.idea_number();
        let kept = world.visitor().graphql(
            "query($n: Int!) { idea(number: $n) { title bodyMarkdown author { name } } }", json!({ "n": number })).await;
        let expected = json!({ "title": TITLE, "bodyMarkdown": BODY, "author": { "name": "Ana" } });
        assert_eq!(kept["data"]["idea"], expected);
        let own = ana.open("/me").await;
        assert!(!own.says("Waiting for you"), "the draft was not dropped: {}", own.words());
        assert_eq!(own.every("section[aria-labelledby=ideas] li").len(), 1);
    }

    async fn a_bad_title_is_told_by_its_field_and_all_is_kept(world: World) {
        let ana = world.visitor();
        let page = write(&ana, "anything-else", "Hm", BODY).await;
        assert_eq!((page.status.as_u16(), page.path()), (422, "/ideas/new"));
        let told = "The title is too short. Use at least 5 characters.";
        assert_eq!(page.error_for("title").as_deref(), Some(told));
        assert_eq!(page.summary(), [told]);
        assert_eq!(page.every_attr(".govuk-error-summary__list a", "href"), ["#title"]);
        let form = page.form("Sign in and post");
        assert_eq!((form.value("title"), form.value("body")), (Some("Hm"), Some(BODY)));
        assert_eq!(form.value("campaign"), Some("anything-else"));

        let page = form.fill("title", TITLE).send().await;
        let posted = world.go_on_signing_in(&page, "ana@example.org", "Ana").await;
        assert_eq!(posted.heading(), TITLE);
    }

    async fn the_question_closes_while_she_signs_in(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
        let ana = world.visitor();
        let page = write(&ana, "parks", TITLE, BODY).await;
        assert_eq!(page.path(), "/sign-in");
        world.close("parks").await;
        let back = world.go_on_signing_in(&page, "ana@example.org", "Ana").await;
        assert_eq!(back.path(), "/ideas/new");
        let told = back.error_for("campaign").unwrap();
        assert!(told.starts_with("That question takes no ideas at the moment. Your text is still here"), "{told}");
        assert_eq!(back.summary(), [told]);
        let form = back.form("Post the idea");
        assert_eq!((form.value("title"), form.value("body")), (Some(TITLE), Some(BODY)));

        let own = ana.open("/me").await;
        assert!(own.says("Waiting for you"), "the draft is gone: {}", own.words());
        let posted = form.fill("campaign", "anything-else").send().await;
        assert_eq!(posted.heading(), TITLE);
        assert!(!ana.open("/me").await.says("Waiting for you"), "the draft was not dropped");
    }

    async fn a_visitors_vote_waits_and_is_then_counted(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.visitor();
        let page = ben.press(number, "Support").await;
        assert!(page.path() == "/sign-in" && page.says("Your vote waits."), "{page}: {}", page.words());
        assert_eq!(ben.tally(number).await, (0, 0, 0), "it is counted before anybody signed in");
        let counted = world.go_on_signing_in(&page, "ben@example.org", "Ben").await;
        assert!(counted.says("Your vote is counted.") && counted.says("You support this."), "{}", counted.words());
        assert_eq!(ben.tally(number).await, (1, 0, 0));
    }

    async fn a_visitors_vote_from_a_list_comes_back_to_the_list(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.visitor();
        let page = ben.open("/ideas?order=newest").await.form("Support").send().await;
        assert_eq!(page.path(), "/sign-in", "{page}");
        let counted = world.go_on_signing_in(&page, "ben@example.org", "Ben").await;
        assert_eq!(counted.path(), "/ideas", "{counted}");
        assert!(counted.says("Your vote is counted.") && counted.says("You support this."), "{}", counted.words());
        assert_eq!(ben.tally(number).await, (1, 0, 0));
    }

    async fn a_visitors_comment_waits_and_is_then_posted(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.visitor();
        let form = ben.open(&format!("/ideas/{number}")).await.form("Sign in and post");
        let page = form.fill("body", "With a *back*, please.").fill("stance", "FOR").send().await;
        assert!(page.path() == "/sign-in" && page.says("Your comment is kept."), "{page}: {}", page.words());
        let posted = world.go_on_signing_in(&page, "ben@example.org", "Ben").await;
        assert!(posted.says("Your comment is posted.") && posted.says("With a back, please."), "{}", posted.words());
        assert_eq!(posted.address.fragment(), Some("comment-1"));
        assert_eq!(ben.tally(number).await, (0, 0, 1));
    }

    async fn voting_ends_while_he_signs_in(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::StraightAway).await;
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.idea_number();
        let ben = world.visitor();
        let page = ben.press(number, "Oppose").await;
        world.close("parks").await;
        let late = world.go_on_signing_in(&page, "ben@example.org", "Ben").await;
        assert!(late.says("Voting on this idea has ended, so nothing was changed."), "{}", late.words());
        assert_eq!(ben.tally(number).await, (0, 0, 0));
    }
}
