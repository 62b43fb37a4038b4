//! Acts and reads are told apart, the ids of acts are found wherever a document may put them, and payloads give them back.

use async_graphql::{Request, Variables};
use serde_json::{Value, json};

use super::ids_of_acts;
use crate::fakes::{World, citizen, idea_id};

#[test]
fn only_mutations_act() {
    let acts = |query: &str| ids_of_acts(&mut Request::new(query)).is_some();
    assert!(acts("mutation { __typename }"));
    assert!(acts("mutation Vote { __typename } query Look { __typename }"));
    assert!(!acts("{ __typename }"));
    assert!(!acts("query mutation { __typename }"));
    assert!(!acts("mutation {"));
    assert!(!acts(&format!("mutation {}", "{".repeat(100_000))));
}

/// The ids of a document with these variables.
fn ids(query: &str, variables: Value) -> Vec<String> {
    let mut request = Request::new(query).variables(Variables::from_json(variables));
    ids_of_acts(&mut request).unwrap_or_default()
}

#[test]
fn an_id_stands_in_the_input_or_in_a_variable() {
    let bus = json!({ "i": { "clientMutationId": "bus-17" }, "id": "bus-17" });
    for query in [
        "mutation { castVote(input: {clientMutationId: \"bus-17\"}) { outcome } }",
        "mutation { castVote(input: {clientMutationId: \"\"\"bus-17\"\"\"}) { outcome } }",
        "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }",
        "mutation($id: String) { castVote(input: {choice: SUPPORT, clientMutationId: $id}) { outcome } }",
        "mutation($d: String = \"bus-17\") { castVote(input: {clientMutationId: $d}) { outcome } }",
        "mutation($d: CastVoteInput = {clientMutationId: \"bus-17\"}) { castVote(input: $d) { outcome } }",
        "mutation { ...Vote } fragment Vote on Mutation { castVote(input: {clientMutationId: \"bus-17\"}) { outcome } }",
        "mutation($i: CastVoteInput!) { ... on Mutation { ... { castVote(input: $i) { outcome } } } }",
        // Left out, but not before it is read.
        "mutation($i: CastVoteInput!) { castVote(input: $i) @skip(if: true) { outcome } }",
        // The same one twice is one; that two acts are too many is the schema's to say.
        "mutation($i: CastVoteInput!) { a: castVote(input: $i) { outcome } b: castVote(input: $i) { outcome } }",
    ] {
        assert_eq!(ids(query, bus.clone()), ["bus-17"], "{query}");
    }
    let two = "mutation($i: CastVoteInput!) { a: castVote(input: $i) { outcome } ...B } \
        fragment B on Mutation { b: castVote(input: {clientMutationId: \"bus-18\"}) { outcome } }";
    assert_eq!(ids(two, bus), ["bus-17", "bus-18"]);
}

#[test]
fn what_is_no_id_is_none() {
    for query in [
        "mutation { castVote(input: {choice: SUPPORT}) { outcome } }",
        "mutation { castVote(input: {clientMutationId: null}) { outcome } }",
        "mutation { castVote(input: \"bus-17\") { outcome } }",
        "mutation { castVote(clientMutationId: \"bus-17\") { outcome } }",
        "mutation { castVote { outcome } }",
        "mutation($i: CastVoteInput!) { castVote(input: $i) { outcome } }",
        "mutation { castVote(input: {clientMutationId: $nowhere}) { outcome } }",
        "mutation { ...Vote } fragment Vote on Mutation { ...Vote }",
        "mutation { ...Nobodys }",
        "{ castVote(input: {clientMutationId: \"bus-17\"}) { outcome } }",
    ] {
        assert_eq!(ids(query, json!({})), Vec::<String>::new(), "{query}");
    }
}

/// Nothing that was meant as an id is passed over: it is none that anybody takes.
#[test]
fn an_id_that_is_no_text_is_an_empty_one() {
    let inside = "mutation($id: String) { castVote(input: {clientMutationId: $id}) { outcome } }";
    for wrong in [json!(17), json!(true), json!(["bus-17"]), json!({ "clientMutationId": "bus-17" }), json!("")] {
        assert_eq!(ids(inside, json!({ "id": wrong })), [""], "{wrong}");
    }
    assert_eq!(ids("mutation { castVote(input: {clientMutationId: SUPPORT}) { outcome } }", json!({})), [""]);
}

#[test]
fn the_operation_that_is_asked_for_counts() {
    let query =
        "mutation Vote { castVote(input: {clientMutationId: \"bus-17\"}) { outcome } } query Look { __typename }";
    let of = |name: Option<&str>| {
        let mut request = Request::new(query);
        request.operation_name = name.map(str::to_owned);
        ids_of_acts(&mut request)
    };
    assert_eq!(of(Some("Vote")), Some(vec!["bus-17".to_owned()]));
    for other in [None, Some("Look"), Some("Nobodys")] {
        assert_eq!(of(other), Some(Vec::new()), "{other:?}");
    }
}

#[test]
fn the_request_is_left_as_it_was() {
    let query = "mutation Vote($i: CastVoteInput!) { castVote(input: $i) { outcome } }";
    let variables = Variables::from_json(json!({ "i": { "clientMutationId": "bus-17" } }));
    let mut request = Request::new(query).variables(variables.clone()).operation_name("Vote");
    assert!(ids_of_acts(&mut request).is_some());
    assert_eq!((request.variables, request.operation_name.as_deref()), (variables, Some("Vote")));
}

/// What casting a vote with this more in its input is answered, when this is asked of the payload.
async fn cast(more: &str, asked: &str) -> Value {
    let input = format!("{{ideaId: \"{}\", choice: SUPPORT{more}}}", idea_id(1));
    let mut query = format!("mutation {{ castVote(input: {input}) {{ {asked} }} }}");
    if asked.contains("...Id") {
        query.push_str(" fragment Id on CastVotePayload { clientMutationId }");
    }
    World::new().data(citizen(1), &query).await["castVote"].clone()
}

#[tokio::test]
async fn a_payload_gives_the_id_back() {
    let id = ", clientMutationId: \"bus-17\"";
    assert_eq!(cast(id, "clientMutationId").await, json!({ "clientMutationId": "bus-17" }));
    assert_eq!(
        cast(id, "id: clientMutationId outcome clientMutationId").await,
        json!({ "id": "bus-17", "outcome": "COUNTED", "clientMutationId": "bus-17" })
    );
    assert_eq!(cast(id, "outcome ...Id").await, json!({ "outcome": "COUNTED", "clientMutationId": "bus-17" }));
    assert_eq!(cast(id, "... on CastVotePayload { ... { id: clientMutationId } }").await, json!({ "id": "bus-17" }));
    assert_eq!(cast(id, "outcome clientMutationId @skip(if: true)").await, json!({ "outcome": "COUNTED" }));
    for none in ["", ", clientMutationId: null"] {
        assert_eq!(cast(none, "clientMutationId").await, json!({ "clientMutationId": null }), "{none}");
    }
}

#[tokio::test]
async fn a_payload_gives_an_id_back_that_came_by_a_variable() {
    let world = World::new();
    let query = "mutation($i: CastVoteInput!) { castVote(input: $i) { clientMutationId outcome } }";
    let vote = json!({ "i": { "ideaId": "x", "choice": "SUPPORT", "clientMutationId": "bus-17" } });
    let request = Request::new(query).variables(Variables::from_json(vote)).data(citizen(1));
    let answer = world.schema().execute(request).await.data.into_json().unwrap();
    // What must be mended is told under the id as well.
    assert_eq!(answer, json!({ "castVote": { "clientMutationId": "bus-17", "outcome": "INVALID" } }));
}

#[tokio::test]
async fn an_input_takes_this_part_as_text_and_no_other() {
    let world = World::new();
    for (more, because) in [
        ("clientMutationID: \"bus-17\"", "unknown field \"clientMutationID\" of type \"CastVoteInput\""),
        ("clientMutationId: 17", "expected type \"String\""),
        ("clientMutationId: SUPPORT", "expected type \"String\""),
    ] {
        let query = format!(
            "mutation {{ castVote(input: {{ideaId: \"{}\", choice: SUPPORT, {more}}}) {{ outcome }} }}",
            idea_id(1)
        );
        let answer = world.ask(citizen(1), &query).await;
        assert!(answer.errors[0].message.contains(because), "{more}: {:?}", answer.errors);
    }
}
