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

    async fn the_preview_gives_advice_and_keeps_every_word(world: World) {
        world.citizen("Ben").await.post_idea("A bench at the old harbour", "To rest on the way home.").await;
        let ana = world.visitor();
        let title = "Bench for the old harbour";
        let body = "Ask Mrs Jones of 12 Mill Lane, 07700 900123.";
        let form = ana.open("/ideas/new").await.form("Preview");
        let page = form.fill("campaign", "anything-else").fill("title", title).fill("body", body).send().await;
        assert_eq!(page.status.as_u16(), 200, "advice blocks nothing: {}", page.words());
        assert!(page.says("This is how it will look") && page.summary().is_empty(), "{}", page.words());
        let hints = page.every(".fm-hints__list li");
        for words in ["07700 900123", "12 Mill Lane", "Mrs Jones"] {
            assert!(hints.iter().any(|hint| hint.contains(words)), "{words}: {hints:?}");
        }
        assert_eq!(page.every(".fm-near__list a"), ["A bench at the old harbour"]);
        let form = page.form("Sign in and post");
        assert_eq!((form.value("title"), form.value("body")), (Some(title), Some(body)));
        assert_eq!(form.value("campaign"), Some("anything-else"));
        let posted = world.go_on_signing_in(&form.send().await, "ana@example.org", "Ana").await;
        assert_eq!(posted.heading(), title);
        assert!(posted.says("Your idea is posted.") && posted.says("What happens next"), "{}", posted.words());
    }

    async fn a_script_asks_for_parts_alone(world: World) {
        let ana = world.visitor();
        let form = ana.open("/ideas/new").await.form("Preview");
        let token = form.value("csrf").unwrap_or_default().to_owned();
        let ask = async |fields: &[(&str, &str)]| {
            let address = ana.address("/ideas/new/part");
            let all: Vec<_> = fields.iter().copied().chain([("csrf", token.as_str())]).collect();
            let answer = ana.request(reqwest::Method::POST, &address).form(&all).send().await.unwrap();
            (answer.status().as_u16(), answer.text().await.unwrap())
        };
        let (status, hints) = ask(&[("part", "hints"), ("title", "x"), ("body", "Ring 07700 900123")]).await;
        assert!(status == 200 && hints.contains("07700 900123") && !hints.contains("<html"), "{hints}");
        // A comment gets the same hints but the one that it is short, in its own form.
        let (status, hints) = ask(&[("part", "comment"), ("body", "Ring 07700 900123"), ("stance", "FOR")]).await;
        assert!(status == 200 && hints.contains("07700 900123") && hints.matches("<li>").count() == 1, "{hints}");
        let idea = world.citizen("Ben").await.post_idea("A bench by the harbour", "To rest.").await;
        let looks = |page: &Page| page.every_attr("form[data-fm-checks]", "data-fm-looks");
        assert_eq!(looks(&idea), ["/ideas/new/part"; 2], "the form and the one for replies");
        let alone = ana.open(&format!("/ideas/{}/comments/new", idea.idea_number())).await;
        assert_eq!(looks(&alone), ["/ideas/new/part"]);
        let right = [("part", "preview"), ("then", "post"), ("campaign", "anything-else")];
        let text = [("title", "A bench"), ("body", "So that *people* can rest on their way home.")];
        let (status, part) = ask(&[right.as_slice(), text.as_slice()].concat()).await;
        assert!(status == 200 && part.contains("<em>people</em>") && !part.contains("<html"), "{part}");
        let (status, page) = ask(&[right.as_slice(), &[("title", "x"), ("body", "")]].concat()).await;
        assert!(status == 422 && page.contains("<html"), "what must be mended is a whole page: {page}");
        assert_eq!(ana.open("/ideas").await.every(".fm-card").len(), 1, "nothing was posted");
    }

    async fn at_most_five_inputs_before_anybody_signs_in(world: World) {
        let page = world.visitor().open("/ideas/new").await;
        let mut asked = page.every_attr("form[data-fm-draft] input:not([type=hidden]), form[data-fm-draft] textarea, form[data-fm-draft] select", "name");
        asked.sort();
        asked.dedup();
        assert!(asked.len() <= 4, "with the address that is one more: {asked:?}");
        assert_eq!(page.every_attr("form[data-fm-draft] input[checked]", "value"), ["anything-else"], "one question is chosen already");
    }

    async fn in_welsh_the_journey_stays_in_welsh(world: World) {
        let ana = world.visitor();
        let form = ana.open("/cy/ideas/new").await.form_to("/cy/ideas/new");
        assert_eq!(form.value("language"), Some("cy"), "the language of the page is chosen already");
        let page = form.fill("campaign", "anything-else").fill("title", "Mainc wrth yr hen harbwr").fill("body", BODY).send().await;
        assert_eq!(page.path(), "/cy/sign-in");
        let asked = page.form_asking("email").unwrap().fill("email", "ana@example.org").send().await;
        assert!(world.link_for("ana@example.org").await.contains("/cy/sign-in/link/"));
        let code = world.code_for("ana@example.org").await;
        let (first, last) = code.split_at(3);
        let named = asked.form_asking("code").unwrap().fill("code", &format!(" {first} {last} ")).send().await;
        assert_eq!(named.path(), "/cy/welcome");
        let posted = named.form_asking("name").unwrap().fill("name", "Ana").send().await;
        assert!(posted.path().starts_with("/cy/ideas/"), "{posted}");
        assert_eq!(posted.heading(), "Mainc wrth yr hen harbwr");
        let number = posted.idea_number();
        let kept = ana.graphql("query($n: Int!) { idea(number: $n) { language } }", json!({ "n": number })).await;
        assert_eq!(kept["data"]["idea"]["language"], "cy");
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

    async fn the_longest_text_is_taken_in_any_script_through_every_door(world: World) {
        // 9,900 signs of Bengali; and the heaviest text that the rules allow, each of whose bytes a browser sends as three.
        let bengali = "কিঁকিঁকিঁ ".repeat(2_475).trim_end().to_owned();
        let heavy = format!("é{}", "\u{301}".repeat(7)).repeat(10_000);
        for (body, reader) in [(bengali, "ana"), (heavy, "ben")] {
            let visitor = world.visitor();
            let page = write(&visitor, "anything-else", "A bench, in our words", &body).await;
            assert_eq!(page.path(), "/sign-in", "{}: {}", page.status, page.heading());
            let posted = world.go_on_signing_in(&page, &format!("{reader}@example.org"), reader).await;
            assert!(posted.says("Your idea is posted."), "{}", posted.heading());
            let form = visitor.open("/ideas/new").await.form("Post the idea");
            let form = form.fill("campaign", "anything-else").fill("title", "A bench, signed in").fill("body", &body);
            let again = form.send().await;
            assert!(again.says("Your idea is posted."), "{}: {}", again.status, again.heading());
            let input = json!({ "campaign": "anything-else", "title": "A bench, by a script", "body": body });
            let by_api = visitor.graphql(
                "mutation($i: SubmitIdeaInput!) { submitIdea(input: $i) { idea { number } } }", json!({ "i": input })).await;
            let number = by_api["data"]["submitIdea"]["idea"]["number"].as_i64().unwrap_or_else(|| panic!("{by_api}"));
            for number in [posted.idea_number(), again.idea_number(), number] {
                let query = "query($n: Int!) { idea(number: $n) { bodyMarkdown } }";
                let kept = visitor.graphql(query, json!({ "n": number })).await;
                assert!(kept["data"]["idea"]["bodyMarkdown"] == body.as_str(), "{number} says something else");
            }
        }
        let ana = world.citizen("Ana").await;
        let form = ana.open("/ideas/new").await.form("Post the idea").fill("campaign", "anything-else");
        let heavier = format!("é{}", "\u{301}".repeat(9)).repeat(10_000);
        let told = form.fill("title", "Too heavy a bench").fill("body", &heavier).send().await;
        assert!(told.error_for("body").is_some_and(|words| words.contains("10,000")), "{}: {:?}", told.status, told.summary());
    }

    async fn a_visitors_vote_with_an_absurd_way_back_waits_all_the_same(world: World) {
        let number = world.citizen("Ana").await.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.visitor();
        let page = ben.open(&format!("/ideas/{number}")).await;
        let long = format!("/{}", "x".repeat(100_000));
        let asked = page.form("Support").fill("back", &long).send().await;
        assert!(asked.path() == "/sign-in" && asked.says("Your vote waits."), "{}: {}", asked.status, asked.words());
        let counted = world.go_on_signing_in(&asked, "ben@example.org", "Ben").await;
        assert!(counted.says("Your vote is counted.") && counted.idea_number() == number, "{counted}");
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
