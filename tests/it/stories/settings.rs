//! Whoever runs the site changes how it looks, who may do what, and what it asks; every node follows, and nobody else may.

use folkmoot_common::Role;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Page, World};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

/// Sends a form that carries a file, as a browser puts it together.
async fn upload(admin: &Actor, page: &Page, file: &str) -> (u16, String) {
    let form = page.form_to("/admin/look/logo");
    let part = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let fields = ["csrf", "seen"].map(|name| part(name, form.value(name).unwrap_or_default())).concat();
    let body = format!(
        "{fields}{}--edge\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.svg\"\r\n\
         Content-Type: image/svg+xml\r\n\r\n{file}\r\n--edge--\r\n",
        part("then", "take")
    );
    let request = admin.request(Method::POST, &admin.address("/admin/look/logo"));
    let answer = request.header(CONTENT_TYPE, "multipart/form-data; boundary=edge").body(body).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// Asks a node for a page until it says so; nodes follow within seconds.
async fn until_it_says(world: &World, words: &str) {
    let visitor = world.visitor().at(world.far_node());
    for _ in 0..100 {
        if visitor.open("/about").await.says(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the other node never said {words}");
}

stories! {
    async fn the_look_is_tried_kept_and_given_back(world: World) {
        let ada = world.with_role("Ada", Role::Admin).await;
        let page = ada.open("/admin/look").await;
        let tried = page.form("Show me").fill("accent", "#f5a623").send().await;
        assert!(tried.error_for("accent").is_some(), "{}", tried.words());
        assert!(tried.says("#f5a623 can’t be read: its contrast with the page is 1.88 to 1"), "{}", tried.words());
        let near = tried.words().split("4.5 is needed. ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        let tried = page.form("Show me").fill("accent", &near).send().await;
        assert!(tried.status.is_success() && tried.says(&format!("{near} can be read well")), "{}", tried.words());
        let sheets = world.visitor().open("/").await.every_attr("link[rel=stylesheet]", "href");
        assert!(!sheets.iter().any(|sheet| sheet.contains("theme-")), "it was kept: {sheets:?}");

        let saved = tried.form("Save").fill("name", "Ideas for Ely").send().await;
        assert!(saved.says("The site looks like this now.") && saved.says("Version 1"), "{}", saved.words());
        until_it_says(world, "Ideas for Ely").await;
        let home = world.visitor().at(world.far_node()).open("/").await;
        let sheet = home.every_attr("link[rel=stylesheet]", "href").into_iter().find(|href| href.contains("theme-"));
        let sheet = world.visitor().peek(&sheet.expect("the council's sheet")).await;
        assert!(sheet.status.is_success() && sheet.html.contains(&near), "{}", sheet.html);

        // Somebody who opened the form before is told; nothing they typed is lost.
        let stale = page.form("Save").fill("name", "Ideas for March").send().await;
        assert!(stale.error_for("name").is_some() && stale.html.contains("Ideas for March"), "{}", stale.words());
        // A colour that can't be read, mended meanwhile, is no word of what changed: they are still told.
        let unread = page.form("Save").fill("accent", "#f5a623").fill("name", "Ideas for March").send().await;
        let stale = unread.form("Save").fill("accent", &near).send().await;
        assert!(stale.error_for("name").is_some(), "{}", stale.words());
        // Letters must reach whoever is named.
        let nowhere = ada.open("/admin/look").await.form("Save").fill("contact", "ideas@council..gov").send().await;
        assert!(nowhere.error_for("contact").is_some(), "{}", nowhere.words());

        let page = ada.open("/admin/look").await;
        let hostile = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        let huge = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"{}\"/></svg>", "M0 0".repeat(30_000));
        for (file, says) in [(hostile, "more than a drawing"), (huge.as_str(), "larger than 100 KB"), ("hello", "must be an SVG")] {
            let (status, words) = upload(&ada, &page, file).await;
            assert!(status == 422 && words.contains(says), "{status}: {words}");
        }
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>";
        assert_eq!(upload(&ada, &page, drawing).await.0, 303);
        let shown = ada.open("/admin/look").await;
        let logo = shown.every_attr("main img", "src").pop().expect("the logo");
        let logo = world.visitor().at(world.far_node()).peek(&logo).await;
        assert_eq!(logo.headers[CONTENT_TYPE], "image/svg+xml");
        assert!(logo.headers["content-security-policy"].to_str().unwrap().contains("sandbox"), "{:?}", logo.headers);

        let back = shown.form("Back to the configuration").send().await;
        assert!(back.says("as its configuration says again") && back.says("Ada"), "{}", back.words());
        until_it_says(world, "Folkmoot").await;
        for role in [Role::Moderator, Role::Officer] {
            let other = world.with_role(role.as_str(), role).await;
            assert_eq!(other.peek("/admin/look").await.status, 403);
        }
    }

    async fn roles_change_with_the_next_request_and_invitations_let_in(world: World) {
        let ada = world.with_role("Ada", Role::Admin).await;
        let mo = world.moderator("Mo").await;
        assert!(mo.peek("/moderation").await.status.is_success());
        let found = ada.open("/admin/people?q=mo%40example").await;
        let page = found.follow("Mo").await;
        let form = page.form("Take it away").fill("role", "moderator");
        let refused = form.clone().send().await;
        assert!(refused.error_for("why").is_some(), "{}", refused.words());
        let taken = form.fill("why", "Moved to another team.").send().await;
        assert!(taken.says("Taken: Moderator") && taken.says("Moved to another team."), "{}", taken.words());
        assert_eq!(mo.peek("/moderation").await.status, 403, "the very next request");

        let herself = ada.open("/admin/people?q=ada%40example").await.every_attr("main .fm-me__what a", "href");
        let own = ada.open(&herself[0]).await;
        assert!(own.says("These are your own roles.") && !own.has_button("Give this role"), "{}", own.words());

        let invite = ada.open("/admin/people").await;
        let form = invite.form("Invite").fill("email", "new@example.org").fill("role", "officer");
        let made = form.fill("why", "New in the parks team.").send().await;
        assert!(made.says("The account is made.") && made.says("Given: Officer"), "{}", made.words());
        let link = world.link_for("new@example.org").await;
        let newcomer = world.visitor();
        let path = link.split_once("/sign-in/").map(|(_, rest)| format!("/sign-in/{rest}")).unwrap();
        let landed = newcomer.open(&path).await;
        let landed = if landed.has_button("Sign in") { landed.form("Sign in").send().await } else { landed };
        assert!(newcomer.peek("/desk").await.status.is_success(), "came to {}", landed.words());
    }

    async fn a_question_is_asked_changed_and_closed(world: World) {
        let ada = world.with_role("Ada", Role::Admin).await;
        let form = ada.open("/admin/campaigns/new").await.form("Save");
        let form = form.fill("question", "What do our parks lack?").fill("slug", "parks").fill("brief", "Tell us.");
        let made = form.fill("closes", "2099-03-14T09:00").send().await;
        assert!(made.says("The campaign is saved."), "{}", made.words());
        let stale = ada.open("/admin/campaigns/parks").await.form("Save");
        assert!(world.visitor().open("/").await.says("What do our parks lack?"));
        let ana = world.citizen("Ana").await;
        let _page = ana.post_idea_in("parks", "A bench by the pond", "To rest.").await;

        let page = ada.open("/admin/campaigns/parks").await;
        assert!(page.says("People have posted ideas here."), "{}", page.words());
        let refused = page.form("Save").fill("voting_rule", "SUPPORT_ONLY").send().await;
        assert!(refused.error_for("voting_rule").is_some(), "{}", refused.words());
        let saved = page.form("Save").fill("question", "What do our parks still lack?").send().await;
        assert_eq!(saved.heading(), "What do our parks still lack? Open");
        let late = stale.fill("question", "Something else?").send().await;
        assert!(late.says("Somebody else changed this campaign meanwhile."), "{}", late.words());

        let page = ada.open("/admin/campaigns/parks").await;
        let unsure = page.form("Close it now").send().await;
        assert!(unsure.says("It would close earlier than people were told."), "{}", unsure.words());
        let closed = page.form("Close it now").tick("confirm").send().await;
        assert!(closed.says("The campaign is closed."), "{}", closed.words());
        let away = closed.form("Save").tick("archived").send().await;
        assert!(away.says("The campaign is saved."), "{}", away.words());
        assert!(!world.visitor().open("/ideas").await.every("#campaign option").iter().any(|one| one.contains("parks")));
        assert!(!ada.open("/admin/campaigns/anything-else").await.has_button("Close it now"), "one is always open");
        assert!(ada.open("/admin").await.says("Still missing"));
    }
}
