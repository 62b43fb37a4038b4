//! Stories of votes by the API: cast, changed, taken back, refused, followed.

use async_graphql::Request;
use folkmoot_common::Viewer;
use futures::StreamExt as _;
use serde_json::{Value, json};

use crate::fakes::{World, citizen, comment_id, idea_id};

fn cast(id: &str) -> String {
    format!(
        "mutation {{ castVote(input: {{ideaId: \"{id}\", choice: SUPPORT}}) {{ outcome tally {{ ideaId support version }} idea {{ number }} userErrors {{ field code }} }} }}"
    )
}

#[tokio::test]
async fn a_vote_is_counted_once_and_taken_back() {
    let world = World::new();
    let first = world.data(citizen(1), &cast(&idea_id(1))).await;
    assert_eq!(
        first["castVote"],
        json!({ "outcome": "COUNTED", "tally": { "ideaId": idea_id(1), "support": 1, "version": 1 }, "idea": { "number": 1 }, "userErrors": [] })
    );
    assert_eq!(world.data(citizen(1), &cast(&idea_id(1))).await["castVote"]["outcome"], "ALREADY_COUNTED");
    let retract =
        format!("mutation {{ retractVote(input: {{ideaId: \"{}\"}}) {{ outcome tally {{ support }} }} }}", idea_id(1));
    assert_eq!(
        world.data(citizen(1), &retract).await["retractVote"],
        json!({ "outcome": "RETRACTED", "tally": { "support": 0 } })
    );
    assert_eq!(world.data(citizen(1), &retract).await["retractVote"]["outcome"], "NOTHING_TO_RETRACT");
}

#[tokio::test]
async fn refusals_are_data_and_strangers_are_errors() {
    let world = World::new();
    let closed = world.data(citizen(1), &cast(&idea_id(2))).await;
    assert_eq!(closed["castVote"]["outcome"], "VOTING_CLOSED");
    assert_eq!(closed["castVote"]["userErrors"], json!([{ "field": "ideaId", "code": "VOTING_CLOSED" }]));
    let wrong = world.data(citizen(1), &cast(&comment_id(1))).await;
    assert_eq!(
        wrong["castVote"],
        json!({ "outcome": "INVALID", "tally": null, "idea": null, "userErrors": [{ "field": "ideaId", "code": "INVALID" }] })
    );
    assert_eq!(world.code(Viewer::Nobody, &cast(&idea_id(1))).await, "UNAUTHENTICATED");
    assert_eq!(world.code(citizen(2), &cast(&idea_id(3))).await, "NOT_FOUND");
}

#[tokio::test]
async fn a_listener_starts_with_the_present_and_hears_only_what_is_public() {
    let world = World::new();
    let follow = |ids: &[String]| {
        Request::new(format!("subscription {{ tallyChanged(ideaIds: {ids:?}) {{ support version }} }}"))
    };
    let request = follow(&[idea_id(1), idea_id(3)]).data(Viewer::Nobody);
    let heard: Vec<Value> =
        world.schema().execute_stream(request).map(|response| response.data.into_json().unwrap()).collect().await;
    let tally = |support, version| json!({ "tallyChanged": { "support": support, "version": version } });
    assert_eq!(heard, [tally(0, 0), tally(5, 4)], "the older version 3 and the hidden idea are not told");

    for ids in [vec![], vec!["x".to_owned()], (0..51).map(idea_id).collect()] {
        let refused: Vec<_> = world.schema().execute_stream(follow(&ids).data(Viewer::Nobody)).collect().await;
        assert_eq!(
            refused[0].errors[0].extensions.as_ref().unwrap().get("code").unwrap().to_string(),
            "\"INVALID_INPUT\""
        );
    }
    let hidden: Vec<_> = world.schema().execute_stream(follow(&[idea_id(3)]).data(Viewer::Nobody)).collect().await;
    assert_eq!(hidden[0].errors[0].extensions.as_ref().unwrap().get("code").unwrap().to_string(), "\"NOT_FOUND\"");
}

#[tokio::test]
async fn a_look_is_shared_and_holds_for_a_while_only() {
    use folkmoot_common::{Sources, Tally};

    use super::Watch;
    use crate::fakes::{Clockwork, the};

    let world = World::new();
    let clock = Clockwork::default();
    let sources = Sources::new(std::sync::Arc::new(clock.clone()), std::sync::Arc::new(folkmoot_common::SystemEntropy));
    let watch = Watch::new(world.services().votes.clone(), sources);
    let (public, hidden) = (Tally::none(the(1)), Tally::none(the(3)));
    let many = |tally: Tally| {
        let watch = watch.clone();
        async move { futures::future::join_all((0..1_000).map(|_| watch.still_public(tally))).await }
    };
    assert!(many(public).await.into_iter().all(|seen| seen.unwrap().is_some()));
    assert!(many(hidden).await.into_iter().all(|seen| seen.unwrap().is_none()));
    assert_eq!(world.asked(), 2, "a thousand listeners share one look, whatever it saw");

    watch.saw_public(&[hidden]).await;
    assert!(watch.still_public(hidden).await.unwrap().is_some());
    clock.forward(std::time::Duration::from_secs(6));
    assert!(watch.still_public(hidden).await.unwrap().is_none(), "an old look counts for nothing");

    world.books.is_broken.store(true, std::sync::atomic::Ordering::Relaxed);
    clock.forward(std::time::Duration::from_secs(6));
    assert!(many(public).await.iter().all(Result::is_err));
    assert_eq!(world.asked(), 2, "a store that doesn't answer is left alone for a moment");
    world.books.is_broken.store(false, std::sync::atomic::Ordering::Relaxed);
    clock.forward(std::time::Duration::from_secs(2));
    assert!(watch.still_public(public).await.unwrap().is_some());
}
