//! What citizens see of promises and answers, and what whoever runs the site sets for them.

use folkmoot_common::{Role, Roles, Viewer};
use folkmoot_people::Email;
use folkmoot_replies::{DepartmentText, Handing, Kind, RawReply, Step, Typed};
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, World};

/// Somebody as the services know them.
async fn viewer(world: &World, email: &str, role: Role) -> Viewer {
    let email = Email::parse(email).unwrap();
    let person = world.site().people.add_person(email, Roles::default().with(role), None).await.unwrap();
    Viewer::Person { id: person.id, roles: person.roles }
}

fn raw(outcome: &str, reasons: &str) -> RawReply {
    RawReply {
        outcome: outcome.to_owned(),
        reasons: reasons.to_owned(),
        next_step: "We ask the neighbours".to_owned(),
        next_date: "2027-03-14".to_owned(),
        role: "Head of Parks".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    }
}

/// An idea that the council has promised to answer and that Parks has: its page and number, with the officer and the admin.
async fn owed(world: &World, ana: &Actor) -> (String, i64, Viewer) {
    let (admin, officer) =
        (viewer(world, "ada@example.org", Role::Admin).await, viewer(world, "ola@example.org", Role::Officer).await);
    let replies = &world.site().replies;
    let text = DepartmentText::parse("Parks", "Trees and benches.", false).unwrap();
    let parks = replies.save_department(&admin, None, &text).await.unwrap();
    replies.join(&admin, parks, officer.person().unwrap(), "Head of Parks").await.unwrap();
    let campaign = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
    let step = Step { kind: Kind::Reply, supporters: 1, working_days: 15 };
    replies.set_steps(&admin, campaign.id, &[step]).await.unwrap();
    let page = ana.post_idea("A bench in the park", "To rest.").await;
    let (path, number) = (page.path().to_owned(), page.idea_number());
    assert!(
        page.says("At 1 supporter the council replies within 15 working days.") && page.says("1 more to go."),
        "{}",
        page.words()
    );
    let ben = world.citizen("Ben").await;
    let _page = ben.cast(number, "SUPPORT").await;
    let handing = Handing { to: parks, lead: true, leave: true, words: "", note: "For us." };
    replies.assign(&admin, number, handing).await.unwrap();
    (path, number, officer)
}

stories! {
    async fn a_citizen_sees_the_promise_the_answer_and_what_it_said_before(world: World) {
        let ana = world.citizen("Ana").await;
        let (path, number, officer) = owed(world, &ana).await;
        let page = world.visitor().open(&path).await;
        assert!(page.says("The council has promised an answer by"), "{}", page.words());
        assert!(page.says("How this date was worked out") && page.says("15 working days from there would be"), "{}", page.words());
        assert!(page.says("1 supporter reached") && page.says("Given to Parks"), "{}", page.words());
        assert!(!page.says("For us."), "what colleagues write is theirs");
        world.clock.advance(std::time::Duration::from_secs(40 * 24 * 60 * 60));
        let late = world.visitor().open(&path).await;
        assert!(late.says("It is late."), "{}", late.words());
        for list in ["/departments", "/departments/parks"] {
            let list = world.visitor().open(list).await;
            assert!(list.says("Answers that are overdue") && list.says("Promised by"), "{}", list.words());
            assert!(list.has_link("A bench in the park"), "{}", list.words());
        }

        let replies = &world.site().replies;
        let typed = Typed { raw: raw("PARTLY", "One bench can stand there, and not two."), ..Typed::default() };
        let reply = replies.publish(&officer, number, typed).await.unwrap();
        let page = world.visitor().at(world.far_node()).open(&path).await;
        assert!(page.says("The council answered: Yes, in part") && page.says("One bench can stand there"), "{}", page.words());
        assert!(page.says("Head of Parks, Parks") && page.says("14 March 2027") && page.says("Answered by Parks"), "{}", page.words());
        assert!(!page.says("It is late.") && !page.has_link("What it said before"), "{}", page.words());
        assert!(page.says("The council promised an answer by") && page.says("working days late."), "{}", page.words());

        let why = "The budget allows for two.";
        let words = raw("YES", "Two benches can stand there.");
        replies.revise(&officer, reply.id, (reply.revision, &words, why)).await.unwrap();
        let page = world.visitor().open(&path).await;
        assert!(page.says("The council answered: Yes") && page.says("Revised"), "{}", page.words());
        let before = page.follow("What it said before").await;
        assert!(before.says(why) && before.says("One bench can stand there, and not two."), "{}", before.words());
        assert!(before.says("Yes, in part"), "{}", before.words());

        for list in ["/answers", "/answers?outcome=yes&department=parks", "/departments/parks"] {
            let list = world.visitor().open(list).await;
            assert!(list.says("A bench in the park") && list.says("Two benches can stand there."), "{}", list.words());
        }
        assert!(world.visitor().open("/answers?outcome=no").await.says("No answer fits what you chose."));
        let scores = world.visitor().open("/departments").await;
        assert!(!scores.says("Answers that are overdue"), "{}", scores.words());
        assert!(scores.says("Parks") && scores.says("Trees and benches."), "{}", scores.words());
        for (file, holds) in [("/answers.csv", "A bench in the park,YES,Parks"), ("/departments/scores.csv", "Parks,/departments/parks,0,1,0,0,")] {
            let file = world.visitor().peek(file).await;
            assert!(file.html.contains(holds), "{}", file.html);
        }
        let feed = world.visitor().peek("/answers.atom").await;
        assert!(feed.html.contains("<title>Yes: A bench in the park</title>"), "{}", feed.html);
        assert!(world.visitor().open("/promises").await.says("Good Friday"));
    }

    async fn what_is_overdue_is_a_table_and_a_feed_until_it_is_answered_or_hidden(world: World) {
        let ana = world.citizen("Ana").await;
        let (path, number, officer) = owed(world, &ana).await;
        // Nobody has this one, and its title begins like a formula.
        let page = ana.post_idea("+1 bench at the pond", "To look at ducks.").await;
        let (pond, nobodys) = (page.path().to_owned(), page.idea_number());
        let _page = world.citizen("Cai").await.cast(nobodys, "SUPPORT").await;
        let read = async |path: &str| world.visitor().peek(path).await.html;
        let (table, feed) = ("/departments/overdue.csv", "/departments/overdue.atom");
        let names = "idea,title,address,department,promised_by,working_days_late\n";
        assert_eq!(read(table).await, names, "nothing is overdue yet");
        assert!(!read(feed).await.contains("<entry>"));

        world.clock.advance(std::time::Duration::from_secs(40 * 24 * 60 * 60));
        let all = read(table).await;
        let begins = format!("{number},A bench in the park,{path},Parks,20");
        let row = all.lines().find(|line| line.starts_with(&begins)).unwrap_or_else(|| panic!("{begins}: {all}"));
        assert!(row.rsplit(',').next().unwrap().parse::<u16>().unwrap() > 3, "{row}");
        assert!(all.contains(&format!("{nobodys},'+1 bench at the pond,{pond},,20")), "{all}");
        let told = read(feed).await;
        for said in ["<title>A bench in the park</title>", "<name>Parks</name>", "<name>No department</name>", "Promised by"] {
            assert!(told.contains(said), "{said}: {told}");
        }
        for file in [table, feed] {
            let theirs = read(&format!("{file}?department=parks")).await;
            assert!(theirs.contains("A bench in the park") && !theirs.contains("pond"), "{theirs}");
            let unknown = world.visitor().peek(&format!("{file}?department=highwys")).await;
            assert_eq!(unknown.status, 404, "what a slip names isn’t everybody’s list");
        }
        for (page, query) in [("/departments", ""), ("/departments/parks", "?department=parks")] {
            let page = world.visitor().open(page).await;
            assert_eq!(page.every_attr("link[type='application/atom+xml']", "href"), [format!("{feed}{query}")]);
            assert_eq!(page.every_attr(".fm-files a", "href"), [format!("{feed}{query}"), format!("{table}{query}")]);
        }

        let typed = Typed { raw: raw("YES", "One bench can stand there."), ..Typed::default() };
        world.site().replies.publish(&officer, number, typed).await.unwrap();
        for file in [table, feed] {
            let left = read(file).await;
            assert!(!left.contains("A bench in the park") && left.contains("bench at the pond"), "{left}");
        }
        let report = world.visitor().open(&format!("{pond}/report")).await.form("Send the report");
        report.fill("ground", "SPAM").tick("faith").send().await;
        let item = world.moderator("Mo").await.open("/moderation").await.follow("+1 bench at the pond").await;
        let form = item.form_asking("seen").expect("a moderator may decide");
        let done = form.fill("act", "HIDE").fill("reason", "SPAM").send().await;
        assert!(done.status.is_success() && done.error_for("act").is_none(), "{}", done.words());
        assert_eq!(read(table).await, names);
        assert!(!read(feed).await.contains("<entry>"));
    }

    async fn an_officer_has_a_badge_that_no_name_can_draw(world: World) {
        let ana = world.citizen("Ana").await;
        let (path, _number, _officer) = owed(world, &ana).await;
        let ola = world.citizen("Ola").await;
        for (who, words) in [(&ola, "We look at it on Monday."), (&ana, "Thank you very much.")] {
            let form = who.open(&path).await.form_asking("stance").expect("they may comment");
            let said = form.fill("body", words).send().await;
            assert!(said.says(words), "{}", said.words());
        }
        let page = world.visitor().open(&path).await;
        assert_eq!(page.every(".fm-badge"), ["Council officer · Parks"], "{}", page.words());
        // It stands beside the same comment on their own page.
        let face = page.follow("Ola").await;
        let all = world.visitor().open(&format!("{}?what=comments", face.path())).await;
        for page in [face, all] {
            assert!(page.says("We look at it on Monday."), "{}", page.words());
            assert_eq!(page.every(".fm-badge"), ["Council officer · Parks"], "{}", page.words());
        }
        let citizen = page.follow("Ana").await;
        assert!(citizen.says("Thank you very much.") && citizen.every(".fm-badge").is_empty(), "{}", citizen.words());
    }

    async fn an_admin_chooses_bank_holidays_and_is_told_what_that_moves(world: World) {
        let (ada, ola) = (world.with_role("Ada", Role::Admin).await, world.with_role("Ola", Role::Officer).await);
        let (ana, ben) = (world.citizen("Ana").await, world.citizen("Ben").await);
        // In so many days the three sets have different numbers of holidays, whenever the story begins.
        let form = ada.open("/admin/promises/anything-else").await.form("Save");
        let _saved = form.fill("reply_supporters", "1").fill("reply_days", "520").send().await;
        let number = ana.post_idea("A bench in the park", "To rest.").await.idea_number();
        let _page = ben.cast(number, "SUPPORT").await;

        let choose = "Keep these bank holidays";
        let page = ada.open("/admin/calendar").await;
        assert!(page.says("The council keeps the bank holidays of England and Wales."), "{}", page.words());
        assert_eq!(page.every("#nation-hint"), ["The council keeps these now."]);
        let configured = "The configuration says the bank holidays of England and Wales.";
        assert!(!page.says(configured), "nobody has chosen yet: {}", page.words());
        let moves = "1 running promise would get another day.";
        assert_eq!(page.every("#nation-SCOTLAND-hint"), [moves]);
        assert_eq!(page.every("#nation-NORTHERN_IRELAND-hint"), [moves]);
        assert_eq!(page.every(".fm-holidays tbody tr").len(), 8);
        let form = page.form(choose);
        assert_eq!(form.value("nation"), Some("ENGLAND_AND_WALES"));

        for other in [&ola, &ana] {
            let token = other.open("/me").await.form("Sign out").value("csrf").unwrap().to_owned();
            let request = other.request(reqwest::Method::POST, &other.address("/admin/calendar/holidays"));
            let sent = request.form(&[("csrf", token.as_str()), ("nation", "SCOTLAND")]).send().await.unwrap();
            assert_eq!(sent.status().as_u16(), 403);
        }
        assert!(!world.visitor().open("/promises").await.says("St Andrew’s Day"), "nobody else chooses");

        let chosen = form.fill("nation", "SCOTLAND").send().await;
        assert!(chosen.says("The choice is saved. Running promises follow it."), "{}", chosen.words());
        assert!(chosen.says(configured), "{}", chosen.words());
        assert_eq!(chosen.every("#nation-SCOTLAND-hint"), ["The council keeps these now."]);
        assert_eq!(chosen.every("#nation-hint"), [moves]);
        assert_eq!(chosen.form(choose).value("nation"), Some("SCOTLAND"));
        let public = world.visitor().at(world.far_node()).open("/promises").await;
        assert!(public.says("The council keeps the bank holidays of Scotland."), "{}", public.words());
        assert!(public.says("St Andrew’s Day"), "{}", public.words());
        let welsh = ada.open("/cy/admin/calendar").await;
        assert!(welsh.says("Byddai 1 addewid sy’n rhedeg yn cael diwrnod arall."), "{}", welsh.words());
    }

    async fn an_admin_sets_up_who_answers_what_by_when_and_nobody_else_can(world: World) {
        let (ada, ola) = (world.with_role("Ada", Role::Admin).await, world.with_role("Ola", Role::Officer).await);
        let (ana, mo) = (world.citizen("Ana").await, world.moderator("Mo").await);
        for page in ["/admin", "/admin/departments", "/admin/promises", "/admin/calendar", "/admin/routes", "/admin/departments/new"] {
            for who in [&ola, &ana, &mo] {
                assert_eq!(who.open(page).await.status.as_u16(), 403, "{page}");
            }
            assert!(world.visitor().open(page).await.path().starts_with("/sign-in"), "{page}");
        }
        let home = ada.open("/").await.follow("Settings").await;
        let form = home.follow("Departments").await.follow("New department").await.form("Save");
        let wrong = form.fill("name", "").fill("about", "Trees and benches.").send().await;
        assert!(wrong.error_for("name").is_some(), "{}", wrong.words());
        assert_eq!(wrong.form("Save").value("about").map(str::trim), Some("Trees and benches."), "what was typed is kept");
        let made = wrong.form("Save").fill("name", "Parks").send().await;
        assert!(made.says("The department is saved.") && made.says("Nobody works in this department yet."), "{}", made.words());

        let form = made.form("Add an officer").fill("email", "nobody@example.org").fill("job", "Head of Parks");
        let unknown = form.send().await;
        assert!(unknown.error_for("email").is_some_and(|why| why.contains("folkmoot person add")), "{}", unknown.words());
        let form = unknown.form("Add an officer");
        assert_eq!(form.value("job"), Some("Head of Parks"));
        let added = form.fill("email", "ola@example.org").send().await;
        assert!(added.says("The officer is in the department now.") && added.says("Head of Parks"), "{}", added.words());

        let form = ada.open("/admin/promises/anything-else").await.form("Save");
        let wrong = form.fill("reply_supporters", "50").fill("reply_days", "soon").send().await;
        assert!(wrong.error_for("reply_days").is_some(), "{}", wrong.words());
        let saved = wrong.form("Save").fill("reply_days", "15").send().await;
        let promise = "At 50 supporters the council replies within 15 working days.";
        assert!(saved.says("The promises are saved.") && saved.says(promise), "{}", saved.words());
        assert!(world.visitor().open("/campaigns/anything-else").await.says(promise));

        let form = ada.open("/admin/calendar").await.form("Save").fill("day", "2030-05-02");
        let set = form.fill("closure", "closed").fill("why", "Polling day.").send().await;
        assert!(set.says("The day is saved.") && world.visitor().open("/promises").await.says("Polling day."), "{}", set.words());
        let forgotten = set.form("Forget this day").send().await;
        assert!(forgotten.says("The day is forgotten.") && forgotten.says("No day is set."), "{}", forgotten.words());

        let form = ada.open("/admin/routes").await.form("Add a rule").fill("word", "bench");
        let department = form.value("department").map(str::to_owned);
        assert_eq!(department.as_deref(), Some(""), "nothing is chosen for them");
        let wrong = form.send().await;
        assert!(wrong.error_for("department").is_some(), "{}", wrong.words());
        let parks = wrong.every_attr("#department option", "value").into_iter().find(|value| !value.is_empty()).unwrap();
        let ruled = wrong.form("Add a rule").fill("department", &parks).send().await;
        assert!(ruled.says("The rules are saved.") && ruled.says("To Parks"), "{}", ruled.words());
        let gone = ruled.form("Remove").send().await;
        assert!(gone.says("There are no rules yet."), "{}", gone.words());
        let left = ada.open("/admin/departments").await.follow("Parks").await.form("Remove").send().await;
        assert!(left.says("The officer is no longer in the department."), "{}", left.words());
        let closed = left.form("Close this department").send().await;
        assert!(closed.says("The department is closed."), "{}", closed.words());
        assert!(world.visitor().open("/departments/parks").await.says("This department is closed."));
    }
}
