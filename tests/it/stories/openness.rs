//! The council accounts for what its moderators do: figures and a log that everybody reads, rules in versions, and reasons
//! in its own words.

use folkmoot_common::Role;
use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, World};

/// Refuses what waits, by its page.
async fn refuse(mo: &Actor, title: &str, reason: &str) {
    let queue = mo.open("/moderation").await;
    let item = queue.follow(title).await;
    let form = item.form_asking("seen").expect("a moderator may decide");
    let form = form.fill("act", "REJECT").fill("reason", reason).fill("note", "Too much quokka in it.");
    let done = form.send().await;
    assert!(done.status.is_success() && done.error_for("act").is_none(), "{}", done.words());
}

/// The lines of a file of comma-separated values, each by the names of its columns.
async fn lines(reader: &Actor, path: &str) -> Vec<std::collections::HashMap<String, String>> {
    let file = reader.open(path).await;
    assert!(file.status.is_success(), "{path}: {}", file.status);
    let mut rows = csv::Reader::from_reader(file.html.as_bytes());
    rows.deserialize().map(|row| row.expect("each line is whole")).collect()
}

async fn council(world: &World) -> (Actor, Actor, Actor) {
    world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::AfterReview).await;
    (world.with_role("Addie", Role::Admin).await, world.moderator("Mo").await, world.citizen("Ana").await)
}

stories! {
    async fn decisions_are_public_in_numbers_and_one_by_one(world: World) {
        let (_admin, mo, ana) = council(world).await;
        let reader = world.visitor();
        assert!(reader.open("/transparency/decisions").await.says("Nothing was decided yet."));
        let number = ana.post_idea_in("parks", "A quokka in the park", "To rest.").await.idea_number();
        refuse(&mo, "A quokka in the park", "OFF_TOPIC").await;

        for node in world.nodes() {
            let reader = reader.at(node);
            let page = reader.open("/transparency").await;
            assert!(page.says("Moderation in the last 90 days") && page.says("at most 5 minutes old"), "{}", page.words());
            assert!(page.says("Off topic") && page.says("Not published"), "{}", page.words());
            let log = page.follow("Every decision, one by one").await;
            assert!(log.says(&format!("Idea {number}")) && log.says("Off topic"), "{}", log.words());
            assert!(!log.html.contains(&format!("/ideas/{number}")), "what isn't public is not led to");
            let decisions = lines(&reader, "/transparency/decisions.csv").await;
            assert_eq!((decisions.len(), decisions[0]["act"].as_str(), decisions[0]["reason"].as_str()), (1, "REJECT", "OFF_TOPIC"));
            assert_eq!((decisions[0]["idea"].as_str(), decisions[0]["taken_back"].as_str()), (number.to_string().as_str(), "false"));
            assert!(decisions[0]["at"].ends_with('Z'), "{decisions:?}");
            let figures = lines(&reader, "/transparency/figures.csv").await;
            let value = |name: &str, of: &str| figures.iter().find(|row| row["figure"] == name && row["of"] == of).map(|row| row["value"].clone());
            assert_eq!(value("decided", ""), Some("1".to_owned()));
            assert_eq!(value("reason", "OFF_TOPIC"), Some("1".to_owned()));
            for path in ["/transparency", "/transparency/decisions", "/transparency/decisions.csv", "/transparency/figures.csv"] {
                let said = reader.open(path).await.html.to_lowercase();
                for written in ["quokka", ">mo<", "ana<", "to rest"] {
                    assert!(!said.contains(written), "{path} says {written}");
                }
            }
        }
    }

    async fn rules_are_looked_at_then_published_and_every_version_stays(world: World) {
        let (admin, mo, ana) = council(world).await;
        let reader = world.visitor();
        let before = reader.open("/guidelines").await;
        assert!(before.says("standard rules that come with Folkmoot") && before.says("What doesn’t belong here"), "{}", before.words());
        assert_eq!(reader.open("/guidelines/1").await.status.as_u16(), 404);
        assert_eq!(ana.open("/moderation/rules").await.status.as_u16(), 403);
        let read = mo.open("/moderation/rules").await;
        assert!(read.says("What doesn’t belong here") && !read.has_button("Publish"), "{}", read.words());

        let page = admin.open("/moderation").await.follow("Rules").await;
        assert!(page.html.contains("## What helps"), "it begins with what stands");
        let wrong = page.form("Publish").fill("words", " ").send().await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert_eq!(wrong.error_for("words").as_deref(), Some("Write the rules."));
        let look = wrong.form("Look at it").fill("words", "## Be kind\n\nTo *everybody*.").send().await;
        assert!(look.says("How it will look") && look.html.contains("<em>everybody</em>"), "{}", look.words());
        assert!(reader.open("/guidelines").await.says("standard rules"), "looking publishes nothing");
        let done = look.form("Publish").send().await;
        assert!(done.says("The new version is published.") && done.says("Version 1 stands"), "{}", done.words());
        done.form("Publish").fill("words", "Be brief.").send().await;

        for node in world.nodes() {
            let now = reader.at(node).open("/guidelines").await;
            assert!(now.says("Version 2, since") && now.says("Be brief.") && !now.says("standard rules"), "{}", now.words());
            assert!(now.says("Ask another one to look again"), "how to appeal stands below: {}", now.words());
            assert!(now.every_attr("a", "href").contains(&"/guidelines/1".to_owned()), "earlier versions are led to");
            let earlier = reader.at(node).open("/guidelines/1").await;
            assert!(earlier.says("To everybody.") && earlier.says("This is an earlier version."), "{}", earlier.words());
        }
        let welsh = reader.open("/cy/guidelines").await;
        assert!(welsh.html.contains("lang=\"en\"") && welsh.says("Be brief."), "there are none in Welsh: {}", welsh.words());
    }

    async fn an_edited_reason_is_what_an_author_is_told(world: World) {
        let (admin, mo, ana) = council(world).await;
        assert_eq!(ana.open("/moderation/reasons").await.status.as_u16(), 403);
        assert!(mo.open("/moderation/reasons").await.says("It doesn’t answer the question"));
        assert_eq!(mo.open("/moderation/reasons/OFF_TOPIC").await.status.as_u16(), 403);
        assert_eq!(admin.open("/moderation/reasons/NO_SUCH").await.status.as_u16(), 404);

        let form = admin.open("/moderation/reasons/OFF_TOPIC?language=en").await.form("Save the reason");
        let wrong = form.fill("words", "").send().await;
        assert!(wrong.error_for("words").is_some(), "{}", wrong.words());
        let saved = wrong.form("Save the reason").fill("words", "It is about somewhere else.").send().await;
        assert!(saved.says("The reason is saved.") && saved.says("It is about somewhere else."), "{}", saved.words());

        let new = saved.follow("A new reason").await.form("Save the reason");
        let fields = [("title", "Old news"), ("rule", "Be of today"), ("words", "It was done long ago."), ("mend", "Say what is missing now.")];
        let new = fields.into_iter().fold(new, |form, (field, value)| form.fill(field, value));
        let taken = new.fill("code", "SPAM").send().await;
        assert!(taken.error_for("code").is_some_and(|why| why.contains("There is a reason")), "{}", taken.words());
        let saved = taken.form("Save the reason").fill("code", "OLD_NEWS").send().await;
        assert!(saved.says("Old news"), "{}", saved.words());

        for (title, reason, told) in [("A bench abroad", "OFF_TOPIC", "It is about somewhere else."), ("A bench of old", "OLD_NEWS", "It was done long ago.")] {
            let number = ana.post_idea_in("parks", title, "To rest.").await.idea_number();
            refuse(&mo, title, reason).await;
            let page = ana.open(&format!("/ideas/{number}")).await;
            assert!(page.says(told), "{}", page.words());
        }
        let form = admin.open("/moderation/reasons/OLD_NEWS?language=en").await.form("Save the reason");
        assert!(form.tick("retired").send().await.says("Retired"));
        ana.post_idea_in("parks", "A third bench", "To rest.").await;
        let item = mo.open("/moderation").await.follow("A third bench").await;
        assert!(!item.html.contains("OLD_NEWS"), "nobody chooses it any more");
        assert!(world.visitor().open("/transparency/decisions").await.says("Old news"), "earlier decisions still name it");
    }
}
