//! Leaving for good: the person is gone everywhere, and the same address may begin anew, and counts once.

use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Page, World};
use sea_orm::{ConnectionTrait as _, Database, DbBackend, Statement};
use serde_json::json;

stories! {
    async fn she_leaves_her_words_behind(world: World) {
        let ana = world.citizen("Anastasia Quill").await;
        let bench = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Ben").await;
        let lamp = ben.post_idea("A lamp on the quay", "To see.").await.idea_number();
        ana.press(lamp, "Support").await;
        ben.press(bench, "Support").await;
        comment(&ana, lamp, "I walk there every night.").await;
        let second = world.citizen("Anastasia Quill").await;
        let profile = profile_of(&ana).await;
        assert!(ben.open(&profile).await.says("Anastasia Quill"));

        let unsure = ana.open("/me/delete").await.form("Delete my account").send().await;
        assert_eq!(unsure.status.as_u16(), 422);
        assert!(unsure.error_for("leave").is_some() && unsure.error_for("confirm").is_some(), "{}", unsure.words());
        assert!(second.peek("/me").await.status.is_success(), "gone without a word");
        let gone = leave(&ana, "words").await;
        assert!(gone.says("Your account is deleted."), "{}", gone.words());

        for browser in [&ana, &second] {
            assert!(browser.peek("/me").await.leads_to().is_some(), "still signed in");
        }
        assert_eq!(ben.tally(lamp).await, (0, 0, 1), "her comment stays, her vote on an open question does not");
        for path in ["/", "/ideas", &format!("/ideas/{bench}"), &format!("/ideas/{lamp}"), "/me", "/me/comments"] {
            let page = ben.open(path).await;
            assert!(!page.html.contains("Anastasia"), "{path} still knows her name");
        }
        let idea = ben.open(&format!("/ideas/{bench}")).await;
        assert!(idea.says("Former member") && idea.says("A bench at the harbour"), "{}", idea.words());
        let welsh = ben.open(&format!("/cy{}", idea.path())).await;
        assert!(welsh.says("Cyn-aelod") && !welsh.says("Former member"), "{}", welsh.words());
        assert!(ben.open(&format!("/ideas/{lamp}")).await.says("I walk there every night."));
        assert_eq!(ben.peek(&profile).await.status.as_u16(), 410);
        let asked = ben.graphql(
            "query($n: Int!) { idea(number: $n) { author { name } } }", json!({ "n": bench })).await;
        assert_eq!(asked["data"]["idea"]["author"]["name"], "Former member", "{asked}");
        nobody_is_left(world, &["anastasia.quill", "Anastasia Quill"]).await;
        world.audit_counts().await;

        // The same address, and nobody they know.
        let anew = world.visitor();
        world.sign_in(&anew, &address("Anastasia Quill"), "Newcomer").await;
        let own = anew.open("/me").await;
        assert!(own.says("You haven’t posted an idea yet.") && own.says("You haven’t voted yet."), "{}", own.words());
        assert_eq!(ben.peek(&profile).await.status.as_u16(), 410);
        assert!(ben.open(&format!("/ideas/{bench}")).await.says("Former member"));
        anew.press(lamp, "Support").await;
        assert_eq!(ben.tally(lamp).await, (1, 0, 1), "one address counts once, whoever left in between");
        world.audit_counts().await;
    }

    async fn he_takes_his_words_along(world: World) {
        let ana = world.citizen("Ana").await;
        let bench = ana.post_idea("A bench at the harbour", "To rest.").await.idea_number();
        let ben = world.citizen("Benedict Oakes").await;
        let lamp = ben.post_idea("A lamp on the quay", "To see.").await.idea_number();
        comment(&ben, bench, "Benedicts remark.").await;
        comment(&ana, bench, "Quite so.").await;
        ben.press(bench, "Oppose").await;
        ana.press(lamp, "Support").await;
        assert_eq!(ana.tally(bench).await, (0, 1, 2));

        leave(&ben, "nothing").await;
        assert_eq!(ana.tally(bench).await, (0, 0, 1), "his comment goes, and his vote with it");
        let page = ana.open(&format!("/ideas/{bench}")).await;
        assert!(!page.says("Benedict") && page.says("Quite so."), "{}", page.words());
        assert_eq!(ana.peek(&format!("/ideas/{lamp}")).await.status.as_u16(), 410);
        assert!(!ana.open("/ideas").await.says("A lamp on the quay"));
        nobody_is_left(world, &["benedict", "Benedicts remark"]).await;
    }

    async fn a_token_alone_deletes_nobody(world: World) {
        let script = world.script("Ana").await;
        let address = script.address("/me/delete");
        let fields = [("leave", "nothing"), ("confirm", "delete")];
        let answer = script.request(reqwest::Method::POST, &address).form(&fields).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 403);
        let still = script.graphql("{ viewer { id } }", json!({})).await;
        assert!(still["data"]["viewer"].is_object(), "{still}");
    }
}

async fn leave(actor: &Actor, what: &str) -> Page {
    let form = actor.open("/me/delete").await.form("Delete my account");
    form.fill("leave", what).fill("confirm", " Delete ").send().await
}

async fn comment(actor: &Actor, number: i64, words: &str) {
    let form = actor.open(&format!("/ideas/{number}/comments/new")).await.form_asking("body").unwrap();
    form.fill("body", words).send().await;
}

async fn profile_of(actor: &Actor) -> String {
    let taken: serde_json::Value = serde_json::from_str(&actor.open("/me/export").await.html).unwrap();
    format!("/people/{}", taken["account"]["id"].as_str().unwrap().replace('-', ""))
}

/// No column of text in any table holds any of these words.
async fn nobody_is_left(world: &World, words: &[&str]) {
    let base = Database::connect(world.database_url()).await.unwrap();
    let backend = base.get_database_backend();
    let columns = match backend {
        DbBackend::Sqlite => {
            "SELECT m.name AS t, p.name AS c FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'"
        }
        _ => {
            "SELECT CAST(table_name AS TEXT) AS t, CAST(column_name AS TEXT) AS c FROM information_schema.columns \
             WHERE table_schema = current_schema()"
        }
    };
    let columns = base.query_all_raw(Statement::from_string(backend, columns)).await.unwrap();
    assert!(columns.len() > 50, "the tables aren't seen");
    for column in columns {
        let (table, name): (String, String) = (column.try_get("", "t").unwrap(), column.try_get("", "c").unwrap());
        for word in words {
            let asked = format!(
                "SELECT COUNT(*) AS n FROM \"{table}\" WHERE lower(CAST(\"{name}\" AS TEXT)) LIKE lower('%{word}%')"
            );
            let row = base.query_one_raw(Statement::from_string(backend, asked)).await.unwrap().unwrap();
            let found: i64 = row.try_get("", "n").unwrap();
            assert_eq!(found, 0, "{table}.{name} still holds {word}");
        }
    }
    base.close().await.unwrap();
}

/// What this world writes to somebody of this name.
fn address(name: &str) -> String {
    format!("{}@example.org", name.to_lowercase().replace(' ', "."))
}
