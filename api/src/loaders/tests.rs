//! However many items a list has, each kind of thing is asked for once.

use folkmoot_common::Viewer;

use crate::fakes::{World, citizen, idea_id};

#[tokio::test]
async fn a_list_with_everything_costs_a_fixed_number_of_questions() {
    let world = World::new();
    let query = "{ ideas(first: 20) { totalCount nodes { title viewerVote tally { support } author { name } campaign { slug }
        comments(first: 5) { nodes { number author { name } parent { number author { name } } idea { number campaign { slug } } } } } } }";
    let data = world.data(citizen(1), query).await;
    assert_eq!(data["ideas"]["nodes"].as_array().unwrap().len(), 2);
    assert_eq!(data["ideas"]["nodes"][0]["comments"]["nodes"][1]["parent"]["number"], 1);
    // The list, its count, votes, campaigns, threads, the ideas of the comments, and names: of the ideas' authors and
    // of the comments', who are known only after the threads.
    let asked = world.asked();
    assert!(asked <= 8, "{asked} questions");
}

#[tokio::test]
async fn badges_and_credits_of_a_list_cost_two_questions_more() {
    let world = World::new();
    let list = |more: &str| {
        format!("{{ ideas(first: 20) {{ nodes {{ comments(first: 5) {{ nodes {{ number {more} }} }} }} }} }}")
    };
    world.data(Viewer::Nobody, &list("")).await;
    let plain = world.asked();
    let data = world.data(Viewer::Nobody, &list("officer { role department } isCredited")).await;
    let first = &data["ideas"]["nodes"][0]["comments"]["nodes"][0];
    assert_eq!(first, &serde_json::json!({ "number": 1, "officer": null, "isCredited": false }));
    assert_eq!(world.asked(), plain + 2);
}

#[tokio::test]
async fn the_count_is_asked_for_only_when_it_is_wanted() {
    let world = World::new();
    world.data(Viewer::Nobody, "{ ideas { nodes { title } } }").await;
    assert_eq!(world.asked(), 1);
    world.data(Viewer::Nobody, "{ ideas { totalCount nodes { title } } }").await;
    assert_eq!(world.asked(), 2);
}

#[tokio::test]
async fn a_vote_is_one_question_until_the_idea_is_wanted() {
    let world = World::new();
    let vote = |fields: &str| {
        format!(
            "mutation {{ castVote(input: {{ideaId: \"{}\", choice: SUPPORT}}) {{ outcome tally {{ support }} {fields} }} }}",
            idea_id(1)
        )
    };
    world.data(citizen(1), &vote("")).await;
    assert_eq!(world.asked(), 1);
    let data = world.data(citizen(1), &vote("idea { title viewerVote }")).await;
    assert_eq!(data["castVote"]["idea"]["viewerVote"], "SUPPORT");
    assert_eq!(world.asked(), 3);
}

#[tokio::test]
async fn nothing_read_for_one_viewer_is_shown_to_another() {
    let world = World::new();
    let query = format!("{{ node(id: \"{}\") {{ id }} }}", idea_id(3));
    assert_ne!(world.data(citizen(1), &query).await["node"], serde_json::Value::Null);
    assert_eq!(world.data(citizen(2), &query).await["node"], serde_json::Value::Null);
    assert_eq!(world.data(Viewer::Nobody, &query).await["node"], serde_json::Value::Null);
}
