//! Somebody sees what should not stand there, and says so, without an account and without JavaScript.

use folkmoot_tests::stories;

stories! {
    async fn a_visitor_reports_an_idea_and_keeps_its_number(world: World) {
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea("Cheap pills for everybody", "Buy them from me.").await.idea_number();

        let visitor = world.visitor();
        let form = visitor.open(&format!("/ideas/{number}")).await.follow("Report this idea").await;
        assert_eq!(form.heading(), "Report an idea");
        assert!(form.says("Cheap pills for everybody") && form.says("call 999"), "{}", form.words());

        let wrong = form.form("Send the report").fill("email", "nobody").fill("details", "They sell pills.").send().await;
        assert_eq!(wrong.status.as_u16(), 422);
        assert_eq!(wrong.summary().len(), 3, "{:?}", wrong.summary());
        assert!(wrong.error_for("email").is_some() && wrong.error_for("ground").is_some(), "{}", wrong.words());
        assert!(wrong.html.contains("They sell pills."), "what was typed is kept");

        let right = wrong.form("Send the report").fill("ground", "SPAM").fill("email", "Ben@example.org").fill("faith", "yes");
        let kept = right.send().await;
        assert_eq!(kept.heading(), "We have your report");
        let receipt = kept.path().rsplit('/').next().unwrap().to_owned();
        assert!(kept.says(&receipt) && kept.says(&format!("It is about idea {number}.")), "{}", kept.words());
        assert!(!kept.html.contains("pills"), "the number's page tells nothing of what anybody wrote");
        assert_eq!(world.visitor().open(kept.path()).await.heading(), "We have your report");

        let letters = world.site().outbox.newest(20).await.unwrap();
        let council = letters.iter().find(|letter| letter.mail.to == "ideas@example.org").unwrap();
        assert!(council.mail.text.contains("They sell pills.") && council.mail.subject.contains(&receipt));
        let reporter = letters.iter().find(|letter| letter.mail.to == "ben@example.org").unwrap();
        assert!(reporter.mail.text.contains(&receipt) && !reporter.mail.text.contains("pills"));
    }

    async fn a_comment_is_reported_by_its_own_address(world: World) {
        let ana = world.citizen("Ana").await;
        let number = ana.post_idea("A bench at the river", "To rest.").await.idea_number();
        let page = ana.open(&format!("/ideas/{number}/comments/new")).await;
        page.form_asking("body").unwrap().fill("body", "You are all fools.").send().await;

        let ben = world.citizen("Ben").await;
        let form = ben.open(&format!("/ideas/{number}/comments/1/report")).await;
        assert!(form.says("You are all fools."), "{}", form.words());
        let kept = form.form("Send the report").fill("ground", "HATEFUL").fill("faith", "yes").send().await;
        assert!(kept.says(&format!("It is about comment 1 on idea {number}.")), "{}", kept.words());
        assert_eq!(ben.open(&format!("/ideas/{number}/comments/2/report")).await.status.as_u16(), 404);
    }
}
