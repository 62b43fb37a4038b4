//! Finding ideas without JavaScript: by words, by question, page after page; and what a question says of itself once it is
//! closed.

use std::collections::BTreeSet;

use folkmoot_common::{Roles, Viewer};
use folkmoot_ideas::{IdeaText, PublishingMode, Slug, Submission, VotingRule};
use folkmoot_people::Email;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Page, World};

/// Ideas in one campaign, posted as fast as the service takes them.
async fn many_ideas(world: &World, campaign: &str, what: &str, count: usize) {
    let site = world.site();
    let email = Email::parse("busy@example.org").unwrap();
    let author = site.people.add_person(email, Roles::default(), None).await.unwrap();
    let author = Viewer::Person { id: author.id, roles: author.roles };
    let campaign = Slug::parse(campaign).unwrap();
    for n in 0..count {
        let text = IdeaText::parse(&format!("{what} number {n}"), "It would help.", "en").unwrap();
        let posted = site.ideas.submit(&author, &campaign, text).await.unwrap();
        assert!(matches!(posted, Submission::Published(_)), "{posted:?}");
    }
}

fn titles(page: &Page) -> Vec<String> {
    page.every(".fm-card__title")
}

stories! {
    async fn an_idea_is_found_by_its_words_from_the_front_page(world: World) {
        let ana = world.citizen("Ana").await;
        ana.post_idea("A bench at the harbour", "So that people can rest.").await;
        ana.post_idea("More trees along the river", "For shade.").await;

        let reader = world.visitor();
        let found = reader.open("/").await.form("Search").fill("q", "harbour bench").send().await;
        assert_eq!((found.path(), found.heading().as_str()), ("/ideas", "Ideas"));
        assert_eq!(titles(&found), ["A bench at the harbour"], "{}", found.words());
        assert!(found.says("1 idea matches"), "{}", found.words());
        assert_eq!(found.form_asking("q").unwrap().value("q"), Some("harbour bench"), "what was typed stays");

        let all = found.follow("Take away: “harbour bench” ×").await;
        assert_eq!(titles(&all).len(), 2, "{}", all.words());
        assert!(!all.says("matches"), "{}", all.words());
    }

    async fn whoever_finds_nothing_is_told_what_to_do(world: World) {
        let reader = world.visitor();
        let none = reader.open("/ideas?q=lighthouse&campaign=anything-else").await;
        assert!(none.says("No idea says “lighthouse”."), "{}", none.words());
        let page = none.follow("Post “lighthouse” as an idea").await;
        let form = page.form_asking("body").unwrap();
        assert_eq!((page.path(), form.value("title")), ("/ideas/new", Some("lighthouse")), "{}", page.words());
        assert_eq!(form.value("campaign"), Some("anything-else"), "the question it was looked for under is chosen");

        let marked = reader.open("/ideas?q=%22%3E%3Cb%3Ebold").await.follow("Post “\"><b>bold” as an idea").await;
        assert_eq!(marked.form_asking("body").unwrap().value("title"), Some("\"><b>bold"), "it is text");

        let short = reader.open("/ideas?q=x").await;
        assert_eq!(short.error_for("q").as_deref(), Some("Type at least two letters to search."));
        assert_eq!(short.form_asking("q").unwrap().value("q"), Some("x"), "what was typed stays");
    }

    async fn filters_last_from_page_to_page_and_a_new_one_begins_at_the_beginning(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportOnly, PublishingMode::StraightAway).await;
        world.citizen("Ana").await.post_idea("A bench in the market", "To rest.").await;
        many_ideas(world, "parks", "A bench in the park", 45).await;

        let reader = world.visitor();
        let form = reader.open("/ideas?order=newest").await.form("Search");
        let mut page = form.fill("q", "bench").fill("campaign", "parks").send().await;
        assert!(page.says("45 ideas match"), "{}", page.words());
        assert_eq!(page.every("title"), ["Ideas with “bench” – Folkmoot"]);
        assert!(page.every("link[rel=prev]").is_empty());
        let mut seen = titles(&page);
        for number in [2, 3] {
            assert_eq!(page.every("link[rel=next]").len(), 1, "{page}");
            page = page.follow("Next page →").await;
            assert_eq!(page.every("title"), [format!("Ideas with “bench”, page {number} – Folkmoot")]);
            seen.extend(titles(&page));
        }
        let once: BTreeSet<&String> = seen.iter().collect();
        assert_eq!((seen.len(), once.len(), page.has_link("Next page →")), (45, 45, false));
        assert!(!once.contains(&"A bench in the market".to_owned()), "{once:?}");

        let ordered = page.follow("Most supported").await;
        assert_eq!(ordered.every("title"), ["Ideas with “bench” – Folkmoot"], "another order begins at the beginning");
        assert!(ordered.says("45 ideas match"), "{}", ordered.words());
        let everywhere = page.follow("Take away: What do our parks lack? ×").await;
        assert!(everywhere.says("46 ideas match") && !everywhere.has_link("← Previous page"), "{}", everywhere.words());
    }

    async fn a_closed_question_says_so_and_what_happens_next(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportOnly, PublishingMode::StraightAway).await;
        let ana = world.citizen("Ana").await;
        let open = ana.open("/campaigns/parks").await;
        assert!(open.has_link("Answer with an idea") && open.says("Nobody has answered yet."), "{}", open.words());
        ana.post_idea_in("parks", "A bench in the park", "To rest.").await;
        assert!(ana.open("/").await.says("What do our parks lack?"));

        world.close("parks").await;
        let reader = world.visitor();
        let closed = reader.open("/campaigns/parks").await;
        assert!(closed.says("It takes no more ideas or votes.") && closed.says("Voting has ended."), "{}", closed.words());
        assert!(!closed.has_link("Answer with an idea") && !closed.has_button("Support"), "{}", closed.words());
        let home = closed.follow("See which questions are open now").await;
        let asked = home.every("section[aria-labelledby=asks] h3");
        assert_eq!(asked, ["Anything else?"], "only what is open is asked");
        let found = closed.form("Search").fill("q", "bench").send().await;
        assert_eq!(titles(&found), ["A bench in the park"], "its ideas are still found");
    }
}
