//! Whoever runs the site does by the API what its pages do: letters that could not be sent, a test letter, the look and its
//! logo, people and their roles, campaigns. Moderators, officers and citizens may not; and no token gives a role or tries the
//! mail, not even an admin's.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folkmoot_common::Role;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, World};
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::answering_by_api::{act, refused};

/// Everybody who may not, in their browsers and as scripts.
async fn others(world: &World) -> Vec<Actor> {
    let mut others = vec![world.moderator("Mo").await, world.with_role("Olu", Role::Officer).await];
    others.push(world.citizen("Cai").await);
    for name in ["Mo", "Olu", "Cai"] {
        others.push(world.script(name).await);
    }
    others
}

async fn is_for_admins(world: &World, others: &[Actor], name: &str, input: Value) {
    for other in others {
        assert_eq!(refused(other, name, input.clone()).await, "FORBIDDEN", "{name}");
    }
    assert_eq!(refused(&world.visitor(), name, input).await, "UNAUTHENTICATED", "{name}");
}

async fn is_read_by_admins(world: &World, others: &[Actor], question: &str) {
    let code = async |who: &Actor| who.graphql(question, json!({})).await["errors"][0]["extensions"]["code"].clone();
    for other in others {
        assert_eq!(code(other).await, "FORBIDDEN", "{question}");
    }
    assert_eq!(code(&world.visitor()).await, "UNAUTHENTICATED", "{question}");
}

/// The data that an answer without errors has.
async fn read(who: &Actor, question: &str, variables: Value) -> Value {
    let answer = who.graphql(question, variables).await;
    assert!(answer["errors"].is_null(), "{question}: {answer}");
    answer["data"].clone()
}

stories! {
    async fn letters_that_could_not_be_sent_are_sent_again_by_the_api(world: World) {
        let _ada = world.with_role("Ada", Role::Admin).await;
        let _ana = world.citizen("Ana").await;
        let outbox = &world.site().outbox;
        for letter in outbox.newest(2).await.unwrap() {
            outbox.failed(letter.id, "550 nobody of this name", None).await.unwrap();
        }
        let others = others(world).await;
        let script = world.script("Ada").await;
        let question = "{ mailroom { waiting deadLetters { id to subject attempts lastError } } }";
        let seen = read(&script, question, json!({})).await["mailroom"].clone();
        let dead = seen["deadLetters"].as_array().unwrap();
        let to: Vec<&Value> = dead.iter().map(|letter| &letter["to"]).collect();
        assert!(to.len() == 2 && to.contains(&&json!("ana@example.org")), "{seen}");
        assert!(dead.iter().all(|letter| letter["lastError"] == "550 nobody of this name"), "{seen}");
        is_read_by_admins(world, &others, "{ mailroom { waiting } }").await;
        is_for_admins(world, &others, "resendLetters", json!({})).await;

        let one = json!({ "letterId": dead[0]["id"] });
        let resent = act(&script, "resendLetters", one.clone(), "resent").await;
        assert_eq!((&resent["outcome"], &resent["resent"]), (&json!("RESENT"), &json!(1)));
        let none = act(&script, "resendLetters", one, "resent").await;
        assert_eq!((&none["outcome"], &none["resent"]), (&json!("NOTHING_TO_RESEND"), &json!(0)), "it is on its way");
        let all = act(&script, "resendLetters", json!({}), "resent").await;
        assert_eq!((&all["outcome"], &all["resent"]), (&json!("RESENT"), &json!(1)));
        let after = read(&script, question, json!({})).await["mailroom"].clone();
        assert_eq!(after["deadLetters"], json!([]));
        assert_eq!(after["waiting"].as_i64().unwrap(), seen["waiting"].as_i64().unwrap() + 2);
    }

    async fn the_look_is_set_and_given_back_by_the_api(world: World) {
        let _ada = world.with_role("Ada", Role::Admin).await;
        let others = others(world).await;
        let script = world.script("Ada").await;
        let question = "{ siteLook { version name council contact accent accentContrast accentDark accentDarkContrast \
            logoPath isOwn } }";
        let before = read(&world.visitor(), question, json!({})).await["siteLook"].clone();
        assert_eq!((&before["version"], &before["isOwn"]), (&json!(0), &json!(false)), "{before}");
        assert!(before["accentContrast"].as_f64().unwrap() >= 4.5, "{before}");
        assert!(before["accentDarkContrast"].as_f64().unwrap() >= 4.5, "{before}");
        let wear = |version: i32, name: &str, accent: &str| json!({
            "version": version, "name": name, "council": before["council"], "contact": before["contact"],
            "accent": accent, "accentDark": before["accentDark"]
        });
        is_for_admins(world, &others, "setLook", wear(0, "Mine", "#1f4a5a")).await;
        is_for_admins(world, &others, "resetLook", json!({ "version": 0 })).await;

        let asked = "look { version name accent isOwn }";
        let unread = act(&script, "setLook", wear(0, "Ideas for Ely", "#f5a623"), asked).await;
        assert_eq!(unread["userErrors"], json!([{ "field": "accent", "code": "CONTRAST" }]));
        let saved = act(&script, "setLook", wear(0, "Ideas for Ely", "#1f4a5a"), asked).await;
        let worn = json!({ "version": 1, "name": "Ideas for Ely", "accent": "#1f4a5a", "isOwn": true });
        assert_eq!((&saved["outcome"], &saved["look"]), (&json!("SAVED"), &worn), "{saved}");
        let home = script.stranger().open("/about").await;
        assert!(home.says("Ideas for Ely"), "the node that took it wears it at once: {}", home.words());

        let stale = act(&script, "setLook", wear(0, "Ideas for March", "#1f4a5a"), asked).await;
        assert_eq!((&stale["outcome"], &stale["look"]), (&json!("CHANGED"), &worn), "{stale}");
        let back = act(&script, "resetLook", json!({ "version": 1 }), asked).await;
        assert_eq!((&back["outcome"], &back["look"]["name"]), (&json!("SAVED"), &before["name"]), "{back}");
        assert!(!script.stranger().open("/about").await.says("Ideas for Ely"));
    }

    async fn a_logo_is_set_and_taken_off_by_the_api(world: World) {
        let _ada = world.with_role("Ada", Role::Admin).await;
        let others = others(world).await;
        let script = world.script("Ada").await;
        let wear = |version: i32, file: &str| json!({ "version": version, "logo": STANDARD.encode(file) });
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>";
        is_for_admins(world, &others, "setLogo", wear(0, drawing)).await;
        is_for_admins(world, &others, "removeLogo", json!({ "version": 0 })).await;
        let worn = "{ siteLook { version hasOwnLogo logoPath } }";
        let before = read(&world.visitor(), worn, json!({})).await["siteLook"].clone();
        assert_eq!(before["hasOwnLogo"], json!(false), "{before}");

        // As on the page: a drawing and nothing else, and no more than 100 KB.
        let hostile = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        let huge = "<!-- long -->".repeat(10_000);
        for (file, code) in [(hostile, "NOT_PLAIN"), (huge.as_str(), "TOO_LARGE"), ("hello", "NOT_A_PICTURE")] {
            let refused = act(&script, "setLogo", wear(0, file), "look { version }").await;
            assert_eq!(refused["userErrors"], json!([{ "field": "logo", "code": code }]));
            assert_eq!(refused["look"]["version"], json!(0), "nothing was changed");
        }
        // The largest that there is fits into a request.
        let padding = " ".repeat(100 * 1_024 - drawing.len());
        let asked = "look { version hasOwnLogo logoPath }";
        let saved = act(&script, "setLogo", wear(0, &format!("{drawing}{padding}")), asked).await;
        assert_eq!((&saved["outcome"], &saved["look"]["hasOwnLogo"]), (&json!("SAVED"), &json!(true)), "{saved}");
        let path = saved["look"]["logoPath"].as_str().expect("the logo has an address");
        let shown = world.visitor().peek(path).await;
        assert_eq!(shown.headers[CONTENT_TYPE], "image/svg+xml");
        assert!(shown.html.contains("M0 0h4v4z"), "{}", shown.html);

        let stale = act(&script, "setLogo", wear(0, drawing), asked).await;
        assert_eq!(stale["userErrors"], json!([{ "field": "version", "code": "CHANGED" }]));
        let off = act(&script, "removeLogo", json!({ "version": 1 }), asked).await;
        assert_eq!((&off["outcome"], &off["look"]["version"]), (&json!("SAVED"), &json!(2)), "{off}");
        assert_eq!(off["look"]["logoPath"], before["logoPath"], "{off}");
    }

    async fn bank_holidays_are_chosen_by_the_api(world: World) {
        let _ada = world.with_role("Ada", Role::Admin).await;
        let others = others(world).await;
        let script = world.script("Ada").await;
        let named = json!({ "nation": "SCOTLAND", "clientMutationId": "holidays-1" });
        is_for_admins(world, &others, "setBankHolidays", json!({ "nation": "SCOTLAND" })).await;
        let preview = "{ promisesMovedBy(nation: SCOTLAND) }";
        is_read_by_admins(world, &others, preview).await;
        assert_eq!(read(&script, preview, json!({})).await, json!({ "promisesMovedBy": 0 }));
        let kept = async || {
            let calendar = read(&script, "{ councilCalendar { nation } }", json!({})).await;
            calendar["councilCalendar"]["nation"].clone()
        };
        assert_eq!(kept().await, "ENGLAND_AND_WALES");

        let asked = "calendar { nation ownDays { day } }";
        let scottish = act(&script, "setBankHolidays", named.clone(), asked).await;
        let calendar = json!({ "nation": "SCOTLAND", "ownDays": [] });
        assert_eq!((&scottish["outcome"], &scottish["calendar"]), (&json!("SAVED"), &calendar), "{scottish}");
        assert_eq!(kept().await, "SCOTLAND");
        let irish = act(&script, "setBankHolidays", json!({ "nation": "NORTHERN_IRELAND" }), asked).await;
        assert_eq!(irish["calendar"]["nation"], "NORTHERN_IRELAND", "{irish}");
        assert_eq!(act(&script, "setBankHolidays", named, asked).await, scottish, "done once");
        assert_eq!(kept().await, "NORTHERN_IRELAND");
    }

    async fn the_mail_is_tried_out_in_person_and_by_no_token(world: World) {
        let ada = world.with_role("Ada", Role::Admin).await;
        is_for_admins(world, &others(world).await, "sendTestLetter", json!({})).await;
        let script = world.script("Ada").await;
        assert_eq!(refused(&script, "sendTestLetter", json!({})).await, "FORBIDDEN");
        // Here is no mail server; how one is told what it says, the stories of letters tell.
        let asked = "steps { stage outcome name said advice }";
        let tried = act(&ada, "sendTestLetter", json!({}), asked).await;
        let step = json!({
            "stage": "CONFIGURED", "outcome": "WRONG", "name": "A mail server is set", "said": null,
            "advice": "Set SMTP_URL to the address of your mail server, then start the program again."
        });
        assert_eq!((&tried["outcome"], &tried["steps"]), (&json!("NOT_SENT"), &json!([step])), "{tried}");
        let welsh = act(&ada, "sendTestLetter", json!({ "language": "cy" }), asked).await;
        assert_ne!(welsh["steps"][0]["advice"], tried["steps"][0]["advice"], "it is told in Welsh");
    }

    async fn roles_are_given_in_person_and_by_no_token(world: World) {
        let ada = world.with_role("Ada", Role::Admin).await;
        let ana = world.citizen("Ana").await;
        let others = others(world).await;
        let script = world.script("Ada").await;
        let find = "query($q: String) { accounts(search: $q) { id name email roles suspendedUntil } }";
        let found = read(&script, find, json!({ "q": "ANA@" })).await["accounts"].clone();
        let id = found[0]["id"].clone();
        let account = json!([{
            "id": id, "name": "Ana", "email": "ana@example.org", "roles": ["CITIZEN"], "suspendedUntil": null
        }]);
        assert_eq!(found, account);
        let staff = read(&script, find, json!({})).await["accounts"].clone();
        let staff: Vec<&str> = staff.as_array().unwrap().iter().filter_map(|one| one["email"].as_str()).collect();
        assert_eq!(staff, ["ada@example.org", "mo@example.org", "olu@example.org"]);
        is_read_by_admins(world, &others, "{ accounts { email } }").await;

        let role = |role: &str, why: &str| json!({ "personId": id, "role": role, "why": why });
        let invite = json!({ "email": "new@example.org", "roles": ["OFFICER"], "why": "New in the parks team." });
        let acts = [("giveRole", role("ADMIN", "So.")), ("takeRole", role("ADMIN", "So.")), ("invitePerson", invite.clone())];
        for (name, input) in acts {
            is_for_admins(world, &others, name, input.clone()).await;
            assert_eq!(refused(&script, name, input).await, "FORBIDDEN", "{name}: a token makes nobody powerful");
        }
        assert_eq!(read(&script, find, json!({ "q": "ANA@" })).await["accounts"], account);

        assert_eq!(ana.peek("/moderation").await.status, 403);
        let give = role("MODERATOR", "New in the team.");
        let given = act(&ada, "giveRole", give.clone(), "account { roles }").await;
        assert_eq!((&given["outcome"], &given["account"]["roles"]), (&json!("DONE"), &json!(["CITIZEN", "MODERATOR"])));
        assert!(ana.peek("/moderation").await.status.is_success(), "the very next request");
        assert_eq!(act(&ada, "giveRole", give, "").await["outcome"], "AS_IT_WAS");
        let taken = act(&ada, "takeRole", role("MODERATOR", "Moved to another team."), "").await;
        assert_eq!(taken["outcome"], "DONE");
        assert_eq!(ana.peek("/moderation").await.status, 403);
        let own = read(&ada, "{ viewer { id } }", json!({})).await["viewer"]["id"].clone();
        let own = act(&ada, "giveRole", json!({ "personId": own, "role": "OFFICER", "why": "Why not." }), "").await;
        assert_eq!(own["userErrors"], json!([{ "field": "role", "code": "OWN" }]));

        let history = "query($id: ID!) { roleChanges(personId: $id) { role isGiven why by { name } } }";
        let history = read(&script, history, json!({ "id": id })).await["roleChanges"].clone();
        let line = |given: bool, why: &str| {
            json!({ "role": "MODERATOR", "isGiven": given, "why": why, "by": { "name": "Ada" } })
        };
        assert_eq!(history, json!([line(false, "Moved to another team."), line(true, "New in the team.")]));
    }

    async fn somebody_is_invited_by_the_api(world: World) {
        let ada = world.with_role("Ada", Role::Admin).await;
        let invite = |email: &str, language: Value| json!({
            "email": email, "roles": ["OFFICER"], "why": "New in the parks team.", "language": language
        });
        let made = act(&ada, "invitePerson", invite("new@example.org", Value::Null), "account { email roles }").await;
        let account = json!({ "email": "new@example.org", "roles": ["CITIZEN", "OFFICER"] });
        assert_eq!((&made["outcome"], &made["account"]), (&json!("INVITED"), &account), "{made}");
        let again = act(&ada, "invitePerson", invite("new@example.org", Value::Null), "account { id }").await;
        assert_eq!(again["userErrors"], json!([{ "field": "email", "code": "TAKEN" }]));
        let link = world.link_for("new@example.org").await;
        let path = link.split_once("/sign-in/").map(|(_, rest)| format!("/sign-in/{rest}")).unwrap();
        let newcomer = world.visitor();
        let landed = newcomer.open(&path).await;
        let landed = if landed.has_button("Sign in") { landed.form("Sign in").send().await } else { landed };
        assert!(newcomer.peek("/desk").await.status.is_success(), "came to {}", landed.words());

        let welsh = act(&ada, "invitePerson", invite("newydd@example.org", json!("cy")), "").await;
        assert_eq!(welsh["outcome"], "INVITED");
        assert!(world.link_for("newydd@example.org").await.contains("/cy/sign-in/link/"), "the letter is in Welsh");
        let unknown = act(&ada, "invitePerson", invite("nouveau@example.org", json!("fr")), "").await;
        assert_eq!(unknown["userErrors"], json!([{ "field": "language", "code": "NOT_FOUND" }]));
    }

    async fn a_question_is_asked_changed_and_closed_by_the_api(world: World) {
        let _ada = world.with_role("Ada", Role::Admin).await;
        let others = others(world).await;
        let script = world.script("Ada").await;
        let ask = json!({
            "slug": "parks", "question": "What do our parks lack?", "brief": "Tell us.",
            "opensAt": "2020-01-01T00:00:00Z", "closesAt": "2099-03-14T09:00:00Z",
            "votingRule": "SUPPORT_AND_OPPOSE", "publishingMode": "STRAIGHT_AWAY"
        });
        let change = |version: i32, more: Value| {
            let mut input = json!({ "campaign": "parks", "version": version });
            input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            input
        };
        is_for_admins(world, &others, "addCampaign", ask.clone()).await;
        let asked = "campaign { version question language isOpen closesAt }";
        let made = act(&script, "addCampaign", ask.clone(), asked).await;
        let as_made = json!({
            "version": 1, "question": "What do our parks lack?", "language": "en", "isOpen": true,
            "closesAt": "2099-03-14T09:00:00Z"
        });
        assert_eq!((&made["outcome"], &made["campaign"]), (&json!("SAVED"), &as_made), "{made}");
        let twice = act(&script, "addCampaign", ask, asked).await;
        assert_eq!(twice["userErrors"], json!([{ "field": "slug", "code": "TAKEN" }]));
        is_for_admins(world, &others, "changeCampaign", change(1, json!({ "question": "Nothing?" }))).await;
        is_for_admins(world, &others, "closeCampaign", change(1, json!({ "confirm": true }))).await;

        let _page = world.citizen("Ana").await.post_idea_in("parks", "A bench by the pond", "To rest.").await;
        let fixed = act(&script, "changeCampaign", change(1, json!({ "votingRule": "SUPPORT_ONLY" })), asked).await;
        assert_eq!(fixed["userErrors"], json!([{ "field": "votingRule", "code": "HAS_IDEAS" }]));
        let question = json!({ "question": "What do our parks still lack?" });
        let saved = act(&script, "changeCampaign", change(1, question.clone()), asked).await;
        assert_eq!(saved["campaign"]["question"], question["question"], "{saved}");
        assert_eq!(saved["campaign"]["closesAt"], as_made["closesAt"], "what is left out stays");
        let late = act(&script, "changeCampaign", change(1, question), asked).await;
        assert_eq!(late["userErrors"], json!([{ "field": "version", "code": "CHANGED" }]));

        let unsure = act(&script, "closeCampaign", change(2, json!({})), asked).await;
        assert_eq!(unsure["userErrors"], json!([{ "field": "confirm", "code": "EARLY" }]));
        let early = act(&script, "changeCampaign", change(2, json!({ "isArchived": true })), asked).await;
        assert_eq!(early["userErrors"], json!([{ "field": "isArchived", "code": "OPEN" }]));
        let closed = act(&script, "closeCampaign", change(2, json!({ "confirm": true })), asked).await;
        assert_eq!((&closed["outcome"], &closed["campaign"]["isOpen"]), (&json!("SAVED"), &json!(false)), "{closed}");
        let away = act(&script, "changeCampaign", change(3, json!({ "isArchived": true })), "campaign { archivedAt }").await;
        assert!(away["campaign"]["archivedAt"].is_string(), "{away}");
        let standing = json!({ "campaign": "anything-else", "version": 1, "confirm": true });
        let always = act(&script, "closeCampaign", standing, asked).await;
        assert_eq!(always["userErrors"], json!([{ "field": "closesAt", "code": "STANDING" }]));
    }

    async fn a_question_that_is_sent_again_under_its_key_is_asked_once(world: World) {
        let _ada = world.with_role("Ada", Role::Admin).await;
        let script = world.script("Ada").await;
        let add = "mutation($i: AddCampaignInput!) { addCampaign(input: $i) { outcome campaign { id } } }";
        let ask = json!({ "i": {
            "slug": "parks", "question": "What do our parks lack?", "brief": "Tell us.",
            "opensAt": "2020-01-01T00:00:00Z", "votingRule": "SUPPORT_ONLY", "publishingMode": "STRAIGHT_AWAY"
        } });
        let send = async || {
            let request = script.request(reqwest::Method::POST, &script.address("/graphql"));
            let request = request.header("idempotency-key", "parks-1");
            request.json(&json!({ "query": add, "variables": ask })).send().await.unwrap().text().await.unwrap()
        };
        let first = send().await;
        assert!(first.contains("SAVED"), "{first}");
        assert_eq!(send().await, first);
    }
}
