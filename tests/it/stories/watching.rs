//! Officers who look beyond their own desk: an idea of another department is watched, its news comes by letter, and one page
//! says what goes on in the whole council.

use std::time::Duration;

use folkmoot_common::{Role, Viewer};
use folkmoot_people::Email;
use folkmoot_replies::{DepartmentText, Handing, Kind, Step};
use folkmoot_tests::stories;
use folkmoot_tests::world::World;
use serde_json::json;

/// An idea with a department that has to answer it, and the admin who gave it to them; its number.
async fn given_to_parks(world: &World, title: &str) -> (Viewer, i64) {
    let email = Email::parse("ada.admin@example.org").unwrap();
    let roles = folkmoot_common::Roles::default().with(Role::Admin);
    let admin = world.site().people.add_person(email, roles, None).await.unwrap();
    let admin = Viewer::Person { id: admin.id, roles: admin.roles };
    let replies = &world.site().replies;
    let text = DepartmentText::parse("Parks", "Trees and benches.", false).unwrap();
    let parks = replies.save_department(&admin, None, &text).await.unwrap();
    let standing = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
    let step = Step { kind: Kind::Reply, supporters: 1, working_days: 10 };
    replies.set_steps(&admin, standing.id, &[step]).await.unwrap();
    let page = world.citizen("Ana").await.post_idea(title, "It would help many people.").await;
    let number = page.idea_number();
    world.citizen("Ben").await.cast(number, "SUPPORT").await;
    let handing = Handing { to: parks, lead: true, leave: true, words: "", note: "" };
    replies.assign(&admin, number, handing).await.unwrap();
    (admin, number)
}

stories! {
    async fn an_officer_watches_what_another_department_does(world: World) {
        let (admin, number) = given_to_parks(world, "A bench in the park").await;
        let rae = world.with_role("Rae", Role::Officer).await;
        let feed = rae.open("/desk").await.follow("What is going on").await;
        assert_eq!(feed.path(), "/desk/feed");
        assert!(feed.says("Given to Parks") && feed.says("Officers have it in hand"), "{}", feed.words());
        let pack = feed.follow("A bench in the park").await;
        let watched = pack.form("Watch").send().await;
        assert!(watched.says("You watch this idea."), "{}", watched.words());
        let list = rae.at(world.far_node()).open("/desk/feed?of=watched").await;
        assert!(list.says("You watch one idea") && list.says("Given to Parks"), "{}", list.words());

        world.clock.advance(Duration::from_secs(60));
        world.site().replies.extend(&admin, number, Kind::Reply, 5, "We wait for the survey.").await.unwrap();
        world.clock.advance(Duration::from_secs(60));
        world.site().replies.round().await.unwrap();
        let letter = world.letter_to("rae@example.org").await;
        assert!(letter.contains("We wait for the survey.") && letter.contains(&format!("/desk/ideas/{number}")), "{letter}");

        let stopped = rae.open(&format!("/desk/ideas/{number}")).await.form("Stop watching").send().await;
        assert!(stopped.says("You no longer watch this idea."), "{}", stopped.words());
        assert!(rae.open("/desk/feed?of=watched").await.says("You watch no idea"));
        let ana = world.citizen("Ana").await;
        assert_eq!(ana.open("/desk/feed").await.status.as_u16(), 403);
    }

    async fn the_same_by_the_api(world: World) {
        let (_admin, number) = given_to_parks(world, "A bench in the park").await;
        let rae = world.with_role("Rae", Role::Officer).await;
        let lines = "{ officerFeed(first: 5) { nodes { number department by { name } happening { what status } } } }";
        let said = rae.graphql(lines, json!({})).await;
        let nodes = &said["data"]["officerFeed"]["nodes"];
        assert_eq!((&nodes[0]["number"], &nodes[0]["department"]), (&json!(number), &json!("Parks")), "{said}");
        assert_eq!(nodes[0]["happening"], json!({ "what": "MOVED", "status": "UNDER_REVIEW" }));
        let asked = format!("{{ idea(number: {number}) {{ id }} }}");
        let id = rae.graphql(&asked, json!({})).await["data"]["idea"]["id"].clone();
        let watch = "mutation($input: WatchIdeaInput!) { watchIdea(input: $input) { outcome userErrors { code } } }";
        let done = rae.graphql(watch, json!({ "input": { "ideaId": id } })).await;
        assert_eq!(done["data"]["watchIdea"]["outcome"], "DONE", "{done}");
        let watched = rae.graphql("{ watchedIdeas { number } }", json!({})).await;
        assert_eq!(watched["data"]["watchedIdeas"], json!([{ "number": number }]));
        rae.graphql(watch, json!({ "input": { "ideaId": id, "watches": false } })).await;
        let none = rae.graphql("{ officerFeed(of: WATCHED) { nodes { number } } watchedIdeas { number } }", json!({})).await;
        assert_eq!(none["data"], json!({ "officerFeed": { "nodes": [] }, "watchedIdeas": [] }));
    }
}
