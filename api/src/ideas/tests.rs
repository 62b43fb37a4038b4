//! Stories of ideas by the API: found, listed, submitted, edited, withdrawn.

use folkmoot_common::Viewer;
use serde_json::{Value, json};

use crate::fakes::{World, citizen, comment_id, idea_id};

#[tokio::test]
async fn an_idea_is_found_by_number_and_by_id() {
    let world = World::new();
    let query = format!(
        "{{ a: idea(number: 1) {{ id title }} b: idea(id: \"{}\") {{ number bodyHtml createdAt isPublic status }} }}",
        idea_id(1)
    );
    let data = world.data(Viewer::Nobody, &query).await;
    assert_eq!(data["a"], json!({ "id": idea_id(1), "title": "Idea number 1" }));
    assert_eq!(data["b"]["bodyHtml"], "<p>Why <strong>1</strong> matters.</p>\n");
    assert_eq!(data["b"]["createdAt"], "2023-11-14T22:13:20Z");
    assert_eq!((&data["b"]["isPublic"], &data["b"]["status"]), (&json!(true), &json!("PUBLISHED")));
    assert_eq!(world.data(Viewer::Nobody, "{ idea(number: 3) { id } }").await["idea"], Value::Null);
    assert_eq!(world.code(Viewer::Nobody, "{ idea { id } }").await, "INVALID_INPUT");
    let of_a_comment = format!("{{ idea(id: \"{}\") {{ id }} }}", comment_id(1));
    assert_eq!(world.code(Viewer::Nobody, &of_a_comment).await, "INVALID_INPUT");
}

#[tokio::test]
async fn a_list_goes_on_where_it_ended() {
    let world = World::new();
    let first = world.data(Viewer::Nobody, "{ ideas(first: 1, orderBy: NEWEST) { edges { cursor node { number } } pageInfo { hasNextPage endCursor } } }").await;
    assert_eq!(first["ideas"]["pageInfo"]["hasNextPage"], true);
    let cursor = first["ideas"]["pageInfo"]["endCursor"].as_str().unwrap();
    assert_eq!(first["ideas"]["edges"][0]["cursor"], cursor);
    let next = world.data(Viewer::Nobody, &format!("{{ ideas(first: 1, orderBy: NEWEST, after: \"{cursor}\") {{ nodes {{ number }} pageInfo {{ hasNextPage }} }} }}")).await;
    assert_eq!(next["ideas"], json!({ "nodes": [{ "number": 2 }], "pageInfo": { "hasNextPage": false } }));
    let other = format!("{{ ideas(orderBy: TRENDING, after: \"{cursor}\") {{ nodes {{ number }} }} }}");
    assert_eq!(world.code(Viewer::Nobody, &other).await, "INVALID_INPUT");
}

#[tokio::test]
async fn filters_that_name_nothing_say_so() {
    let world = World::new();
    assert_eq!(world.code(Viewer::Nobody, "{ ideas(filter: {mine: true}) { nodes { id } } }").await, "UNAUTHENTICATED");
    assert_eq!(
        world.code(Viewer::Nobody, "{ ideas(filter: {campaign: \"nope\"}) { nodes { id } } }").await,
        "NOT_FOUND"
    );
    world.data(citizen(1), "{ ideas(filter: {mine: true, campaign: \"anything-else\", statuses: [SUBMITTED, DONE]}) { nodes { id } } }").await;
}

#[tokio::test]
async fn a_search_that_is_too_short_or_too_long_is_refused_by_its_field() {
    let world = World::new();
    for (search, right) in [("bus", true), ("7", true), ("a", false), ("!!!", false), (&"x".repeat(101), false)] {
        let query = format!("{{ ideas(filter: {{search: \"{search}\"}}) {{ nodes {{ id }} }} }}");
        if right {
            world.data(Viewer::Nobody, &query).await;
        } else {
            assert_eq!(world.code(Viewer::Nobody, &query).await, "INVALID_INPUT", "{search}");
        }
    }
}

const SUBMIT: &str =
    "mutation { submitIdea(input: {campaign: \"anything-else\", title: \"More bike racks\", body: \"By the station.\"})
    { outcome idea { title status language author { id } } userErrors { field code message } } }";

#[tokio::test]
async fn an_idea_is_submitted() {
    let world = World::new();
    assert_eq!(world.code(Viewer::Nobody, SUBMIT).await, "UNAUTHENTICATED");
    let data = world.data(citizen(1), SUBMIT).await;
    assert_eq!(data["submitIdea"]["outcome"], "PUBLISHED");
    assert_eq!(data["submitIdea"]["idea"]["title"], "More bike racks");
    assert_eq!(data["submitIdea"]["userErrors"], json!([]));
    assert_eq!(data["submitIdea"]["idea"]["language"], "en", "what the site speaks, when nothing is said");
    let welsh = SUBMIT.replace("input: {", "input: {language: \"CY\", ");
    assert_eq!(world.data(citizen(1), &welsh).await["submitIdea"]["idea"]["language"], "cy");
    let none = SUBMIT.replace("input: {", "input: {language: \"Welsh\", ");
    let refused = world.data(citizen(1), &none).await;
    assert_eq!(refused["submitIdea"]["userErrors"][0]["field"], "language");
}

#[tokio::test]
async fn what_must_be_mended_is_named_all_at_once() {
    let world = World::new();
    let data = world
        .data(
            citizen(1),
            &SUBMIT.replace("More bike racks", "x").replace("By the station.", " ").replace("anything-else", "No!"),
        )
        .await;
    assert_eq!(data["submitIdea"]["outcome"], "INVALID");
    let fields: Vec<&str> = data["submitIdea"]["userErrors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["campaign", "title", "body"]);
}

#[tokio::test]
async fn an_edit_needs_the_revision_that_was_seen() {
    let world = World::new();
    let edit = |number, revision| {
        format!(
            "mutation {{ editIdea(input: {{ideaId: \"{}\", revision: {revision}, title: \"A better title\", body: \"More.\"}}) {{ outcome idea {{ revision }} userErrors {{ field }} }} }}",
            idea_id(number)
        )
    };
    assert_eq!(world.data(citizen(1), &edit(1, 1)).await["editIdea"]["outcome"], "SAVED");
    assert_eq!(world.code(citizen(1), &edit(1, 7)).await, "CONFLICT");
    assert_eq!(world.code(citizen(2), &edit(1, 1)).await, "FORBIDDEN");
    assert_eq!(world.code(citizen(2), &edit(3, 1)).await, "NOT_FOUND", "what waits does not exist for others");
    assert_eq!(world.code(Viewer::Nobody, &edit(1, 1)).await, "UNAUTHENTICATED");
}

#[tokio::test]
async fn an_idea_is_withdrawn_for_a_reason() {
    let world = World::new();
    let withdraw = |reason: &str| {
        format!(
            "mutation {{ withdrawIdea(input: {{ideaId: \"{}\", reason: \"{reason}\"}}) {{ outcome userErrors {{ field }} }} }}",
            idea_id(1)
        )
    };
    assert_eq!(world.data(citizen(1), &withdraw("It happened already.")).await["withdrawIdea"]["outcome"], "WITHDRAWN");
    let refused = world.data(citizen(1), &withdraw("")).await;
    assert_eq!(refused["withdrawIdea"], json!({ "outcome": "INVALID", "userErrors": [{ "field": "reason" }] }));
}

#[tokio::test]
async fn campaigns_and_the_viewer() {
    let world = World::new();
    let data = world.data(citizen(5), "{ viewer { name roles } campaign(slug: \"anything-else\") { question isOpen closesAt votingRule ideas(first: 1) { nodes { number } } } campaigns { totalCount nodes { slug } pageInfo { hasNextPage } } none: campaign(slug: \"x\") { id } }").await;
    assert_eq!(data["viewer"]["roles"], json!(["CITIZEN"]));
    assert_eq!(data["campaign"]["isOpen"], true);
    assert_eq!(
        data["campaigns"],
        json!({ "totalCount": 1, "nodes": [{ "slug": "anything-else" }], "pageInfo": { "hasNextPage": false } })
    );
    assert_eq!(data["none"], Value::Null);
    assert_eq!(world.data(Viewer::Nobody, "{ viewer { name } }").await["viewer"], Value::Null);
}

#[tokio::test]
async fn later_comments_are_asked_for_one_idea_at_a_time() {
    let world = World::new();
    let first = "{ idea(number: 1) { comments(first: 1) { pageInfo { endCursor } } } }";
    let data = world.data(Viewer::Nobody, first).await;
    let cursor = data["idea"]["comments"]["pageInfo"]["endCursor"].as_str().unwrap();
    let later = format!("comments(first: 1, after: \"{cursor}\") {{ nodes {{ number }} }}");
    let data = world.data(Viewer::Nobody, &format!("{{ idea(number: 1) {{ {later} }} }}")).await;
    assert_eq!(data["idea"]["comments"]["nodes"].as_array().unwrap().len(), 1, "{data}");

    world.asked();
    let many = format!("{{ ideas(first: 2) {{ nodes {{ {later} }} }} }}");
    assert_eq!(world.code(Viewer::Nobody, &many).await, "INVALID_INPUT");
    assert_eq!(world.asked(), 1, "only the list was read");
    // What the store would be asked a hundred times is priced so, whoever the siblings are.
    let aliases: String = (0..15).map(|n| format!("a{n}: {later} ")).collect();
    let priced = format!("{{ ideas(first: 100) {{ nodes {{ {aliases} }} }} }}");
    let answer = world.ask(citizen(1), &priced).await;
    assert!(answer.errors[0].message.contains("costs"), "{answer:?}");
}

#[tokio::test]
async fn ideas_reached_through_comments_are_read_together() {
    let world = World::new();
    let query = "{ ideas(first: 2, orderBy: NEWEST) { nodes { comments(first: 1) { nodes { idea { comments(first: 2) \
        { nodes { number } } } } } } } }";
    world.asked();
    world.data(Viewer::Nobody, query).await;
    // The list, its first comments, the ideas of those, and their first two comments.
    assert_eq!(world.asked(), 4);
}
