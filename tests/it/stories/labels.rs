//! Places and tags: a council keeps its lists, citizens say where an idea is about, staff sort what comes in, and everybody finds
//! ideas and answers by them.

use folkmoot_common::Role;
use folkmoot_tests::stories;
use folkmoot_tests::world::{Actor, Page, World};
use serde_json::json;

/// Adds one to a list, as whoever runs the site does.
async fn add(ada: &Actor, list: &str, name: &str) -> Page {
    let page = ada.open("/admin/labels").await;
    page.form(&format!("Add {list}")).fill("name", name).send().await
}

async fn council(world: &World) -> Actor {
    let ada = world.with_role("Ada", Role::Admin).await;
    for (list, name) in
        [("New place", "North ward"), ("New place", "Harbour"), ("New tag", "Trees"), ("New tag", "Seats")]
    {
        let page = add(&ada, list, name).await;
        assert!(page.says("The list is saved.") && page.has_link(name), "{}", page.words());
    }
    ada
}

fn titles(page: &Page) -> Vec<String> {
    page.every(".fm-card__title a")
}

stories! {
    async fn a_place_is_chosen_before_signing_in_and_found_by_everybody(world: World) {
        let plain = world.visitor().open("/ideas/new").await;
        assert!(plain.form("Sign in and post").value("place").is_none(), "a council without places asks for none");
        let ada = council(world).await;
        let taken = add(&ada, "New place", "  harbour ").await;
        assert_eq!(taken.summary(), ["There is one of this name already. Choose another name."]);
        assert_eq!(taken.every_attr(".govuk-error-summary__list a", "href"), ["#name-place"]);
        assert_eq!(taken.form("Add New place").value("name"), Some("  harbour "), "what was typed is kept");

        let ana = world.visitor();
        let form = ana.open("/ideas/new").await.form("Sign in and post");
        let form = form.fill("campaign", "anything-else").fill("title", "A bench").fill("body", "To rest on the way.");
        let page = form.fill("Where is it about?", "harbour").send().await;
        let posted = world.go_on_signing_in(&page, "ana@example.org", "Ana").await;
        assert!(posted.says("Your idea is posted.") && posted.says("Place: Harbour"), "{}", posted.words());
        ana.post_idea("A later bus", "For the night shift.").await;

        let visitor = world.visitor();
        let found = posted.follow("Harbour").await;
        assert_eq!((found.path(), titles(&found)), ("/ideas", vec!["A bench".to_owned()]));
        let form = visitor.open("/ideas").await.form("Search");
        assert_eq!(titles(&form.fill("place", "harbour").send().await), ["A bench"]);
        assert_eq!(titles(&visitor.open("/ideas?place=north-ward").await), [""; 0]);
        assert_eq!(titles(&visitor.open("/ideas?place=nowhere").await).len(), 2, "an old link still leads somewhere");

        // Their own word on it, later.
        let edit = ana.open(&format!("{}/edit", posted.path())).await.form("Save");
        assert_eq!(edit.value("place"), Some("harbour"));
        let moved = edit.fill("place", "north-ward").send().await;
        assert!(moved.says("Place: North ward"), "{}", moved.words());
        let export = ana.peek("/me/export").await;
        assert!(export.html.contains("\"place\":\"North ward\""), "{}", export.html);

        // Put away: nobody can choose it, and what has it keeps it.
        let page = ada.open("/admin/labels").await.follow("North ward").await;
        let saved = page.form("Save").fill("name", "Upper ward").tick("closed").send().await;
        assert!(saved.says("No longer offered"), "{}", saved.words());
        assert!(!visitor.open("/ideas/new").await.says("Upper ward"));
        assert!(visitor.open(moved.path()).await.says("Place: Upper ward"));
        assert_eq!(titles(&visitor.open("/ideas?place=north-ward").await), ["A bench"], "its address stays");
        let late = visitor.open("/ideas/new").await.form("Sign in and post").fill("place", "north-ward");
        let late = late.fill("campaign", "anything-else").fill("title", "One more").fill("body", "Please, do.").send().await;
        let told = "This isn’t in the council’s list any more. Choose again.";
        assert_eq!(late.error_for("place").as_deref(), Some(told));
        assert_eq!(late.form("Sign in and post").value("title"), Some("One more"));
    }

    async fn staff_sort_and_nobody_else(world: World) {
        council(world).await;
        let ana = world.citizen("Ana").await;
        let posted = ana.post_idea("A bench", "To rest on the way.").await;
        let sort = format!("{}/labels", posted.path());
        assert!(!posted.has_link("Place and tags"));
        assert_eq!(ana.peek(&sort).await.status, 403, "not its author");
        let mo = world.moderator("Mo").await;
        let page = mo.open(posted.path()).await.follow("Place and tags").await;
        let sorted = page.form("Save").fill("place", "harbour").tick("Seats").send().await;
        assert!(sorted.says("Place: Harbour Tags: Seats"), "{}", sorted.words());
        // An officer adds to it.
        let olu = world.with_role("Olu", Role::Officer).await;
        let form = olu.open(&sort).await.form("Save");
        assert_eq!(form.value("tags"), Some("seats"), "what stands is ticked");
        let sorted = form.tick("Trees").send().await;
        assert!(sorted.says("Tags: Seats, Trees"), "{}", sorted.words());
        assert_eq!(titles(&world.visitor().open("/ideas?tag=trees&place=harbour").await), ["A bench"]);
        for role in [Role::Moderator, Role::Officer] {
            let other = world.with_role(role.as_str(), role).await;
            assert_eq!(other.peek("/admin/labels").await.status, 403);
        }
    }

    async fn scripts_sort_by_the_same_rules(world: World) {
        council(world).await;
        let ana = world.script("Ana").await;
        let submit = "mutation($i: SubmitIdeaInput!) { submitIdea(input: $i) { outcome userErrors { field code } \
            idea { id number place { slug name kind } tags { slug } } } }";
        let idea = |place: &str| json!({ "i": { "campaign": "anything-else", "title": "A bench", "body": "To rest there.", "place": place } });
        let refused = ana.graphql(submit, idea("nowhere")).await;
        assert_eq!(refused["data"]["submitIdea"]["userErrors"], json!([{ "field": "place", "code": "NOT_FOUND" }]));
        let posted = ana.graphql(submit, idea("harbour")).await["data"]["submitIdea"]["idea"].clone();
        assert_eq!(posted["place"], json!({ "slug": "harbour", "name": "Harbour", "kind": "PLACE" }));
        let sort = "mutation($i: SortIdeaInput!) { sortIdea(input: $i) { outcome userErrors { field code } \
            idea { place { slug } tags { slug } } } }";
        let by = async |who: &Actor, more: serde_json::Value| {
            let mut input = json!({ "ideaId": posted["id"] });
            input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            who.graphql(sort, json!({ "i": input })).await
        };
        let tagged = by(&ana, json!({ "tags": ["trees"] })).await;
        assert_eq!(tagged["errors"][0]["extensions"]["code"], "FORBIDDEN", "{tagged}");
        let moved = by(&ana, json!({ "place": null })).await;
        assert_eq!(moved["data"]["sortIdea"]["idea"], json!({ "place": null, "tags": [] }));
        let mo = world.moderator("Mo").await.stranger();
        assert_eq!(by(&mo, json!({ "tags": [] })).await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
        let ada = world.script("Ada").await;
        let sorted = by(&ada, json!({ "place": "north-ward", "tags": ["seats", "trees"] })).await;
        let expected = json!({ "place": { "slug": "north-ward" }, "tags": [{ "slug": "seats" }, { "slug": "trees" }] });
        assert_eq!(sorted["data"]["sortIdea"]["idea"], expected);
        let wrong = by(&ada, json!({ "tags": ["harbour"] })).await;
        assert_eq!(wrong["data"]["sortIdea"]["userErrors"], json!([{ "field": "tags", "code": "NOT_FOUND" }]));

        let list = "{ ideas(filter: { place: \"north-ward\", tag: \"trees\" }) { totalCount } labels(kind: TAG) { name isClosed } }";
        let read = world.visitor().graphql(list, json!({})).await;
        let tags = json!([{ "name": "Seats", "isClosed": false }, { "name": "Trees", "isClosed": false }]);
        assert_eq!(read["data"], json!({ "ideas": { "totalCount": 1 }, "labels": tags }));
        let none = world.visitor().graphql("{ ideas(filter: { tag: \"none\" }) { totalCount } }", json!({})).await;
        assert_eq!(none["errors"][0]["extensions"]["code"], "NOT_FOUND");
    }
}
