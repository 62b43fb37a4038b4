//! Officers at their desk: finding what waits longest, writing, previewing and publishing an answer, and what colleagues keep
//! among themselves.

use folkmoot_common::{DepartmentId, PersonId, Role, Viewer};
use folkmoot_people::Email;
use folkmoot_replies::{DepartmentText, Handing, Kind, Route, Step};
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Page, World};

pub(super) const REASONS: &str = "A bench fits there. We put it up in spring.";
const NOTE: &str = "The ground there is ours since 1987.";

async fn known(world: &World, email: &str, role: Role) -> Viewer {
    let email = Email::parse(email).unwrap();
    let roles = folkmoot_common::Roles::default().with(role);
    let person = world.site().people.add_person(email, roles, None).await.unwrap();
    Viewer::Person { id: person.id, roles: person.roles }
}

/// An admin at the service, and two departments with an officer each, who have signed in.
pub(super) struct Council {
    pub(super) admin: Viewer,
    pub(super) parks: DepartmentId,
    pub(super) roads: DepartmentId,
    pub(super) pat: Actor,
    pub(super) rae: Actor,
}

pub(super) async fn council(world: &World, two_people: bool) -> Council {
    let admin = known(world, "ada.admin@example.org", Role::Admin).await;
    let (pat, rae) = (world.with_role("Pat", Role::Officer).await, world.with_role("Rae", Role::Officer).await);
    let replies = &world.site().replies;
    let mut made = Vec::new();
    for (name, officer) in [("Parks", "pat@example.org"), ("Roads", "rae@example.org")] {
        let text = DepartmentText::parse(name, "What it answers for.", two_people).unwrap();
        let department = replies.save_department(&admin, None, &text).await.unwrap();
        join(world, &admin, department, officer).await;
        made.push(department);
    }
    let standing = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
    let step = Step { kind: Kind::Reply, supporters: 1, working_days: 10 };
    replies.set_steps(&admin, standing.id, &[step]).await.unwrap();
    Council { admin, parks: made[0], roads: made[1], pat, rae }
}

async fn join(world: &World, admin: &Viewer, department: DepartmentId, email: &str) -> PersonId {
    let person = known(world, email, Role::Officer).await.person().unwrap();
    world.site().replies.join(admin, department, person, "Head of service").await.unwrap();
    person
}

/// An idea that got to its supporters, and that this department has.
pub(super) async fn waiting(
    world: &World,
    council: &Council,
    (title, department): (&str, DepartmentId),
) -> (i64, String) {
    let ana = world.citizen("Ana").await;
    let page = ana.post_idea(title, "It would help many people.").await;
    let (number, path) = (page.idea_number(), page.path().to_owned());
    world.citizen("Ben").await.cast(number, "SUPPORT").await;
    let handing = Handing { to: department, lead: true, leave: true, words: "", note: "" };
    world.site().replies.assign(&council.admin, number, handing).await.unwrap();
    (number, path)
}

pub(super) fn written(page: &Page, button: &str) -> folkmoot_tests::world::Form {
    page.form(button).fill("outcome", "YES").fill("reasons", REASONS)
}

stories! {
    async fn an_officer_finds_what_waits_longest_and_answers_it(world: World) {
        let council = council(world, false).await;
        let (number, path) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        world.clock.advance(std::time::Duration::from_secs(60 * 60));
        waiting(world, &council, ("A second bench", council.parks)).await;
        waiting(world, &council, ("A crossing by the school", council.roads)).await;
        let desk = council.pat.open("/desk").await;
        assert_eq!(desk.every(".fm-entry__link"), ["A bench in the park", "A second bench"], "{}", desk.words());
        assert!(desk.says("Answer by") && desk.says("My departments 2") && desk.says("Everything that waits 3"), "{}", desk.words());

        let pack = desk.follow("A bench in the park").await;
        assert_eq!(pack.heading(), "A bench in the park");
        let noted = pack.form("Add the note").fill("note", NOTE).send().await;
        assert!(noted.says("The note is added.") && noted.says(NOTE), "{}", noted.words());

        let kept = written(&pack, "Save the draft").send().await;
        assert!(kept.says("The draft is saved.") && kept.says("Being written"), "{}", kept.words());
        for reader in [world.visitor(), world.citizen("Ben").await, council.pat.clone()] {
            let public = reader.open(&path).await;
            assert!(!public.html.contains(REASONS) && !public.html.contains(NOTE), "{}", public.words());
        }
        let shown = kept.form("Preview").send().await;
        assert!(shown.says("As citizens will see it") && shown.every(".fm-pack__preview .fm-prose") == [REASONS], "{}", shown.words());

        // Outcome, reasons and the button: the rest was there.
        let done = written(&pack, "Publish now").fill("seen", "1").send().await;
        assert!(done.says("The answer is public."), "{}", done.words());
        assert_eq!(council.pat.open("/desk").await.every(".fm-entry__link"), ["A second bench"]);
        let standing = world.visitor().open(&format!("/ideas/{number}")).await;
        assert!(!standing.html.contains(NOTE), "{}", standing.words());
    }

    async fn the_desk_turns_to_who_waits_longest(world: World) {
        let council = council(world, false).await;
        let (bench, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        waiting(world, &council, ("A second bench", council.parks)).await;
        world.site().replies.pause(&council.admin, bench, Kind::Reply, "We wait for the survey.").await.unwrap();
        let (first, longest) = (["A second bench", "A bench in the park"], ["A bench in the park", "A second bench"]);
        for path in ["/desk", "/desk?order=due", "/desk?order=nothing"] {
            let desk = council.pat.open(path).await;
            assert_eq!(desk.every(".fm-entry__link"), first, "{path}: what has no day comes last: {}", desk.words());
        }
        let desk = council.pat.open("/desk").await.follow("Longest waiting first").await;
        assert_eq!(desk.every(".fm-entry__link"), longest, "{}", desk.words());
        // What is narrowed and what isn't stands in the same order.
        let late = desk.follow("Past its day").await;
        assert!(late.says("Nothing here is due by then."), "{}", late.words());
        for desk in [late.follow("Show all of this pile").await, late.follow("Everything that waits 2").await] {
            assert_eq!(desk.every(".fm-entry__link"), longest, "{}", desk.words());
        }
        let soonest = late.follow("First due first").await;
        assert!(soonest.says("Nothing here is due by then."), "{}", soonest.words());
    }

    async fn a_pack_tells_what_happened_from_the_first_words_on(world: World) {
        let council = council(world, false).await;
        let page = world.citizen("Ana").await.post_idea("A bench in the park", "It would help many people.").await;
        let number = page.idea_number();
        let form = page.follow("Edit your idea").await.form("Save");
        let edited = form.fill("title", "Two benches in the park").send().await;
        assert!(edited.says("Your changes are saved."), "{}", edited.words());
        world.citizen("Ben").await.cast(number, "SUPPORT").await;

        let pack = council.pat.open(&format!("/desk/ideas/{number}")).await;
        let told = pack.every(".fm-timeline__what");
        for line in ["Posted", "Edited once", "It got to 1 supporter"] {
            assert!(told.iter().any(|what| what == line), "{told:?}");
        }
        let history = pack.follow("Every version of the idea").await;
        assert!(history.path().ends_with("/history") && history.says("Version 2"), "{}", history.words());
    }

    async fn the_desk_says_why_each_idea_is_there(world: World) {
        let council = council(world, false).await;
        let replies = &world.site().replies;
        let (bench, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let pack = council.pat.open(&format!("/desk/ideas/{bench}")).await;
        assert!(written(&pack, "Publish now").send().await.says("The answer is public."));
        assert!(council.pat.open("/desk").await.says("Nothing waits for your departments."));
        // Its day is past as it is set: the officers are asked at once.
        let step = ("The bench stands", "2025-01-06");
        let step = replies.set_milestone(&council.admin, bench, step).await.unwrap();
        replies.round().await.unwrap();
        let desk = council.pat.open("/desk?due=late").await;
        assert_eq!(desk.every(".fm-entry__link"), ["A bench in the park"], "{}", desk.words());
        let reasons = ["A step’s day has passed: say whether it was done.", "The step’s day was", "waiting since today"];
        for said in reasons.into_iter().chain(["1 thing is past its day", "My departments 1"]) {
            assert!(desk.says(said), "{said}: {}", desk.words());
        }
        let said = (step, folkmoot_replies::Happens::Yes, "It stands by the pond.");
        replies.claim(&council.admin, bench, said).await.unwrap();
        assert!(council.pat.open("/desk").await.says("Nothing waits for your departments."));

        let standing = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
        let promised = |kind, working_days| Step { kind, supporters: 1, working_days };
        let steps = [promised(Kind::Acknowledge, 3), promised(Kind::Reply, 10)];
        replies.set_steps(&council.admin, standing.id, &steps).await.unwrap();
        let (second, _) = waiting(world, &council, ("A second bench", council.parks)).await;
        replies.pause(&council.admin, second, Kind::Reply, "We wait for the survey.").await.unwrap();
        let desk = council.pat.open("/desk").await;
        assert!(desk.says("Look at it by") && desk.says("working day"), "{}", desk.words());

        // To have seen it is no answer: it has figures of its own.
        let figures = world.visitor().open("/departments").await;
        assert!(figures.says("Promises to say that an idea has been seen"), "{}", figures.words());
        let file = world.visitor().peek("/departments/scores.csv").await;
        assert!(file.html.contains("Parks,/departments/parks,0,0,1,0,,ACKNOWLEDGE"), "{}", file.html);
    }

    async fn colleagues_find_who_answers_for_what(world: World) {
        let council = council(world, false).await;
        let standing = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
        let bench = Route {
            position: 0,
            place: None,
            tag: None,
            department: council.parks,
            campaign: Some(standing.id),
            word: Some("bench".to_owned()),
        };
        let closed = DepartmentText::parse("Trams", "Trams.", false).unwrap();
        let replies = &world.site().replies;
        replies.set_routes(&council.admin, &[bench]).await.unwrap();
        let trams = replies.save_department(&council.admin, None, &closed).await.unwrap();
        replies.close_department(&council.admin, trams, true).await.unwrap();

        let directory = council.pat.open("/desk").await.follow("Who answers for what").await;
        assert_eq!(directory.path(), "/desk/directory");
        assert_eq!(directory.every(".fm-departments h2"), ["Parks", "Roads"], "{}", directory.words());
        let said = directory.every(".fm-departments > li");
        let parks = &said[0];
        assert!(parks.contains("Pat") && parks.contains("(you)") && parks.contains("Head of service"), "{parks}");
        assert!(parks.contains("bench") && parks.contains(&standing.question), "{parks}");
        let roads = &said[1];
        assert!(roads.contains("Rae") && !roads.contains("(you)") && roads.contains("No rule leads here."), "{roads}");
        // Colleagues reach each other by notes: an address stands nowhere.
        assert!(!directory.every("main")[0].contains("@example.org"), "{}", directory.words());
        let theirs = world.visitor().open("/departments").await;
        assert!(!theirs.says("Head of service") && !theirs.html.contains("/desk/directory"), "{}", theirs.words());
    }

    async fn who_is_no_officer_of_it_may_not(world: World) {
        let council = council(world, false).await;
        let (number, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let pack = format!("/desk/ideas/{number}");
        let citizen = world.citizen("Ben").await;
        for path in ["/desk", "/desk/directory", &pack] {
            assert_eq!(citizen.open(path).await.status.as_u16(), 403, "{path}");
            assert!(world.visitor().open(path).await.path().starts_with("/sign-in"), "{path}");
        }
        let stranger = council.rae.open(&pack).await;
        assert!(stranger.says("Another department answers this idea.") && !stranger.has_button("Publish now"), "{}", stranger.words());
        // A form that was drawn for somebody else, sent by a stranger.
        let form = council.rae.open(&pack).await.form("Add the note").fill("note", "x");
        let token = form.value("csrf").unwrap_or_default().to_owned();
        let sent = [("csrf", token.as_str()), ("outcome", "YES"), ("reasons", REASONS), ("role", "Head"), ("language", "en"), ("then", "publish")];
        for act in ["reply", "draft", "officer", "department", "promise"] {
            let mut fields = sent.to_vec();
            fields.extend([("mine", "yes"), ("act", "pause REPLY"), ("reason", "We wait for the survey."), ("to", "")]);
            let address = council.rae.address(&format!("{pack}/{act}"));
            let origin = world.url().to_owned();
            let request = council.rae.request(reqwest::Method::POST, &address).header("Origin", origin).form(&fields);
            let answer = council.rae.run(request.build().unwrap()).await;
            assert_eq!(answer.status().as_u16(), 403, "{act}");
        }
    }

    async fn what_was_typed_stays_when_something_must_be_mended(world: World) {
        let council = council(world, false).await;
        let (number, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let pack = council.pat.open(&format!("/desk/ideas/{number}")).await;
        let form = pack.form("Publish now").fill("outcome", "NOT_NOW").fill("until", "tomorrow").fill("reasons", REASONS);
        let back = form.fill("others", "twelve").send().await;
        assert_eq!(back.status.as_u16(), 422);
        assert!(back.html.contains(REASONS) && back.html.contains("twelve") && back.html.contains("tomorrow"), "{}", back.words());
        let again = back.form("Publish now").fill("others", "").send().await;
        assert!(again.error_for("until").is_some() && again.html.contains(REASONS), "{}", again.words());
        let untouched = pack.form("Publish now").fill("outcome", "YES").send().await;
        assert!(untouched.error_for("reasons").is_some(), "prompts alone are no answer: {}", untouched.words());

        let stopped = pack.form("Change it").fill("act", "pause REPLY").fill("reason", "We wait for the survey.").send().await;
        assert!(stopped.says("The clock is changed.") && stopped.says("The clock stands still"), "{}", stopped.words());
        let early = stopped.form("Change it").fill("act", "extend REPLY").fill("days", "many").fill("reason", "No.").send().await;
        assert!(early.error_for("reason").is_some() && early.html.contains("many"), "{}", early.words());
    }

    async fn two_people_must_agree_where_a_department_says_so(world: World) {
        let council = council(world, true).await;
        let (number, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let paz = world.with_role("Paz", Role::Officer).await;
        join(world, &council.admin, council.parks, "paz@example.org").await;
        let pack = council.pat.open(&format!("/desk/ideas/{number}")).await;
        assert!(!pack.has_button("Publish now"), "{}", pack.words());
        let asked = written(&pack, "Ask for approval").send().await;
        assert!(asked.says("Your colleagues were asked to approve it.") && !asked.has_button("Approve and publish"), "{}", asked.words());
        let theirs = paz.open(&format!("/desk/ideas/{number}")).await;
        assert!(theirs.says("A colleague asks for your yes."), "{}", theirs.words());
        let done = theirs.form("Approve and publish").send().await;
        assert!(done.says("The answer is public."), "{}", done.words());
    }

    async fn a_colleagues_newer_words_are_shown_beside_ones_own(world: World) {
        let council = council(world, false).await;
        let (number, _) = waiting(world, &council, ("A bench in the park", council.parks)).await;
        let paz = world.with_role("Paz", Role::Officer).await;
        join(world, &council.admin, council.parks, "paz@example.org").await;
        let desk = format!("/desk/ideas/{number}");
        let (mine, theirs) = (council.pat.open(&desk).await, paz.open(&desk).await);
        written(&mine, "Save the draft").send().await;
        let locked = theirs.form("Save the draft").fill("reasons", "Mine instead.").send().await;
        assert!(locked.status.as_u16() == 422 && locked.html.contains("Mine instead.") && locked.says("is writing this answer"), "{}", locked.words());
        world.clock.advance(std::time::Duration::from_secs(11 * 60));
        let changed = theirs.form("Save the draft").fill("reasons", "Mine instead.").send().await;
        assert!(changed.html.contains("Mine instead.") && changed.says(REASONS) && changed.says("saved a newer draft"), "{}", changed.words());
        let over = changed.form("Save the draft").send().await;
        assert!(over.says("The draft is saved.") && over.html.contains("Mine instead."), "{}", over.words());
    }

    async fn a_template_begins_an_answer_and_a_revision_is_read_by_everybody(world: World) {
        let council = council(world, false).await;
        let (number, path) = waiting(world, &council, ("A *bench* in the park", council.parks)).await;
        let desk = format!("/desk/ideas/{number}");
        let listed = council.pat.open("/desk").await.follow("Templates for answers").await;
        let form = listed.follow("New template").await.form("Save").fill("title", "Not this year").fill("outcome", "NO");
        let typed = "Thank you for {{title}}, {{author}}. {{supporters}} support it.";
        let refused = form.fill("reasons", "Of {{price}}.").send().await;
        let named = refused.error_for("reasons").unwrap();
        assert!(named.contains("{{price}}") && refused.html.contains("Of {{price}}."), "{}", refused.words());
        let saved = refused.form("Save").fill("reasons", typed).send().await;
        assert!(saved.says("The template is saved.") && saved.says("For Parks"), "{}", saved.words());
        assert_eq!(council.rae.open(saved.path()).await.status.as_u16(), 404, "another department’s");

        // Its words come in where nothing was typed, and a citizen's title as plain text.
        let pack = council.pat.open(&desk).await;
        let template = pack.every_attr("#template option", "value").pop().unwrap();
        let chosen = pack.form("Use this template").fill("template", &template).send().await;
        assert!(chosen.says("The template’s words are in the form. Nothing is saved yet."), "{}", chosen.words());
        let written = "Thank you for A \\*bench\\* in the park, Ana. 1 support it.";
        assert_eq!(chosen.form("Publish now").value("reasons"), Some(written));
        let mine = pack.form("Use this template").fill("template", &template).fill("reasons", REASONS).send().await;
        assert!(mine.says("You had words of your own here") && mine.html.contains(REASONS), "{}", mine.words());
        let over = mine.form("Use this template").tick("replace").send().await;
        assert_eq!(over.form("Publish now").value("reasons"), Some(written));
        assert!(chosen.form("Publish now").send().await.says("The answer is public."));

        // A revision, for the department alone.
        let public = council.pat.open(&path).await;
        assert!(!council.rae.open(&path).await.has_link("Revise this answer"));
        assert!(!world.visitor().open(&path).await.has_link("Revise this answer"));
        let form = public.follow("Revise this answer").await;
        let stale = form.form("Publish the revision").fill("reasons", "We found the money.").fill("outcome", "YES");
        assert_eq!(council.rae.open(form.path()).await.status.as_u16(), 403);
        let refused = stale.send().await;
        assert!(refused.error_for("why").is_some() && refused.html.contains("We found the money."), "{}", refused.words());
        let shown = refused.form("Preview").fill("why", "The budget grew in May.").send().await;
        assert_eq!(shown.every(".fm-pack__preview .fm-prose"), ["We found the money."]);
        let done = shown.form("Publish the revision").send().await;
        assert!(done.says("The answer is revised.") && done.says("We found the money."), "{}", done.words());
        let late = form.form("Publish the revision").fill("reasons", "We sold the park.").fill("why", "It was sold in May.");
        let late = late.send().await;
        let both = late.html.contains("We sold the park.") && late.says("We found the money.");
        assert!(late.status.as_u16() == 422 && both && late.says("Somebody revised this answer"), "{}", late.words());
        let history = done.follow("What it said before").await;
        assert!(history.says("The budget grew in May.") && history.says("Thank you for"), "{}", history.words());
    }
}
