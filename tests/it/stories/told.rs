//! What authors find on the board itself, whether or not a letter reached them: a change of theirs that was refused, and why
//! they may not post.

use std::time::Duration;

use folkmoot_ideas::{PublishingMode, VotingRule};
use folkmoot_tests::stories;
use folkmoot_tests::world::Actor;

/// Decides what waits and is called so, by its page.
async fn decide(mo: &Actor, title: &str, fields: &[(&str, &str)]) {
    let item = mo.open("/moderation").await.follow(title).await;
    let form = item.form_asking("seen").expect("a moderator may decide");
    let done = fields.iter().fold(form, |form, (field, value)| form.fill(field, value)).send().await;
    assert!(done.status.is_success() && done.error_for("act").is_none(), "{}", done.words());
}

/// Does to what waits and is called so what needs one press.
async fn press(mo: &Actor, title: &str, button: &str) {
    let item = mo.open("/moderation").await.follow(title).await;
    let done = item.form(button).send().await;
    assert!(done.status.is_success(), "{}", done.words());
}

stories! {
    async fn a_refused_change_stays_with_its_author(world: World) {
        world.ask("parks", "What do our parks lack?", VotingRule::SupportAndOppose, PublishingMode::AfterReview).await;
        let (mo, ana) = (world.moderator("Mo").await, world.citizen("Ana").await);
        let path = ana.post_idea_in("parks", "A bench in the park", "To rest.").await.path().to_owned();
        press(&mo, "A bench in the park", "Publish").await;
        let form = ana.open(&path).await.follow("Edit your idea").await.form("Save");
        let sent = form.fill("body", "To rest, and to sell pills.").send().await;
        assert!(sent.says("A change of yours waits for a moderator."), "{}", sent.words());
        let again = ana.open(&format!("{path}/edit")).await;
        assert!(again.says("You sent in the change below"), "{}", again.words());
        assert_eq!(again.form("Save").value("body"), Some("To rest, and to sell pills."));

        decide(&mo, "A bench in the park", &[("act", "REJECT"), ("reason", "SPAM")]).await;
        let page = ana.at(world.far_node()).open(&path).await;
        assert!(page.says("A moderator did not publish your last change.") && page.says("To rest."), "{}", page.words());
        assert!(!world.visitor().open(&path).await.says("your last change"), "nobody else is told");
        let edit = page.follow("Read why, and mend it").await;
        assert!(edit.says("A moderator did not publish your change") && edit.says("Spam or advertising"), "{}", edit.words());
        assert!(edit.has_link("Ask another moderator to look again"), "{}", edit.words());
        let form = edit.form("Save");
        assert_eq!(form.value("body"), Some("To rest, and to sell pills."), "their words are theirs");
        let sent = form.fill("body", "To rest, and to talk.").send().await;
        assert!(sent.says("A change of yours waits for a moderator."), "{}", sent.words());
        press(&mo, "A bench in the park", "Publish").await;
        let public = world.visitor().open(&path).await;
        assert!(public.says("To rest, and to talk."), "{}", public.words());
    }

    async fn who_is_suspended_is_told_until_when_and_why_and_how_to_appeal(world: World) {
        let (mo, ana) = (world.moderator("Mo").await, world.citizen("Ana").await);
        let path = ana.post_idea("A bench in the park", "Buy pills.").await.path().to_owned();
        let report = world.visitor().open(&format!("{path}/report")).await.form("Send the report");
        let kept = report.fill("ground", "SPAM").tick("faith").send().await;
        assert!(kept.status.is_success(), "{}", kept.words());
        decide(&mo, "A bench in the park", &[("act", "SUSPEND"), ("reason", "SPAM"), ("days", "7"), ("note", "Not again.")]).await;

        let form = ana.at(world.far_node()).open("/ideas/new").await.form("Post");
        let refused = form.fill("title", "More pills here").fill("body", "Many of them.").send().await;
        assert_eq!(refused.status.as_u16(), 403, "{}", refused.words());
        for page in [refused, ana.open("/me").await] {
            assert!(page.says("You can post again from") && page.says("A moderator suspended your account"), "{}", page.words());
            assert!(page.says("Spam or advertising") && page.says("Not again."), "{}", page.words());
            assert!(page.has_link("Ask another moderator to look again"), "{}", page.words());
        }
        let me = ana.open("/me").await;
        assert!(me.says("What moderators decided") && me.says("You can ask another moderator to look again."), "{}", me.words());
        let appeal = me.follow("Ask another moderator to look again").await;
        let asked = appeal.form_asking("words").expect("they may").fill("words", "It was my brother.").send().await;
        assert!(asked.says("Another moderator looks again"), "{}", asked.words());
        assert!(!ana.open("/me").await.has_link("Ask another moderator to look again"), "once is enough");
    }

    async fn a_moderator_who_was_wrong_says_so(world: World) {
        let (mo, ana) = (world.moderator("Mo").await, world.citizen("Ana").await);
        let path = ana.post_idea("A bench in the park", "To rest.").await.path().to_owned();
        let report = world.visitor().open(&format!("{path}/report")).await.form("Send the report");
        report.fill("ground", "SPAM").tick("faith").send().await;
        decide(&mo, "A bench in the park", &[("act", "HIDE"), ("reason", "SPAM")]).await;
        assert!(!mo.open("/moderation/decided").await.has_link("Take it back Hidden, 1"), "for now a press undoes it");
        world.clock.advance(Duration::from_secs(11 * 60));
        assert_eq!(world.visitor().open(&path).await.status.as_u16(), 404);

        let page = mo.at(world.far_node()).open("/moderation/decided").await.follow("Take it back Hidden, 1").await;
        let wrong = page.form("Take it back").fill("note", "").send().await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert!(wrong.error_for("note").is_some(), "{}", wrong.words());
        let done = wrong.form("Take it back").fill("note", "I took your bench for an advert.").send().await;
        assert!(done.says("It is taken back, and its author is told.") && done.says("I took your bench for an advert."), "{}", done.words());
        assert!(!done.has_link("Take it back Hidden, 1"), "once is enough");
        assert!(world.visitor().open(&path).await.says("To rest."));
        assert!(!ana.open(&path).await.says("A moderator hid this"), "its author is not told any more that it is hidden");
        let letters = world.site().outbox.newest(20).await.unwrap();
        let said = letters.iter().find(|letter| letter.mail.subject.starts_with("We were wrong")).expect("a letter");
        assert!(said.mail.text.contains("> I took your bench for an advert."), "{}", said.mail.text);
    }

    async fn a_reporter_reads_what_became_of_another_look(world: World) {
        let (mo, two, ana) = (world.moderator("Mo").await, world.moderator("Two").await, world.citizen("Ana").await);
        let path = ana.post_idea("A bench in the park", "Buy pills.").await.path().to_owned();
        let visitor = world.visitor();
        let form = visitor.open(&format!("{path}/report")).await.form("Send the report");
        let kept = form.fill("ground", "SPAM").fill("email", "ben@example.org").tick("faith").send().await;
        let number = kept.path().to_owned();
        press(&mo, "A bench in the park", "Keep as it is").await;
        let asked = visitor.open(&number).await.follow("Ask that another moderator looks again").await;
        let sent = asked.form_asking("words").unwrap().fill("words", "It sells pills.").send().await;
        assert!(sent.says("Another moderator looks at it again, by"), "{}", sent.words());

        let item = two.open("/moderation").await.follow("A bench in the park").await;
        let form = item.form_asking("seen").expect("another moderator may decide");
        let bare = form.fill("act", "OVERTURN").fill("note", "It does sell pills.").send().await;
        assert_eq!(bare.status.as_u16(), 422);
        assert!(bare.says("Choose a reason: the author is told it."), "its author is owed a reason: {}", bare.words());
        decide(&two, "A bench in the park", &[("act", "OVERTURN"), ("reason", "SPAM"), ("note", "It does sell pills.")]).await;
        let answer = visitor.open(&number).await;
        assert!(answer.says("it breaks our rules") && answer.says("It does sell pills."), "{}", answer.words());
        let told = ana.open(&path).await;
        assert!(told.says("A moderator hid this") && told.says("Spam or advertising"), "{}", told.words());
        assert!(!told.says("It does sell pills."), "what a reporter is told is theirs alone");
        assert!(told.has_link("Ask another moderator to look again"), "{}", told.words());
    }

    async fn whoever_is_signed_in_is_answered_at_their_own_address(world: World) {
        let (ana, ben) = (world.citizen("Ana").await, world.citizen("Ben").await);
        let path = ana.post_idea("A bench in the park", "Buy pills.").await.path().to_owned();
        let form = ben.open(&format!("{path}/report")).await;
        assert!(form.says("You are signed in: we answer at"), "{}", form.words());
        let kept = form.form("Send the report").fill("ground", "SPAM").tick("faith").send().await;
        assert!(kept.says("A letter with the number is on its way to you."), "{}", kept.words());
        let visitor = world.visitor().open(&format!("{path}/report")).await;
        assert!(!visitor.says("You are signed in"), "{}", visitor.words());
    }
}
