//! Stories of comments by the API: read, posted, edited, deleted, heard.

use async_graphql::Request;
use folkmoot_common::Viewer;
use futures::StreamExt as _;
use serde_json::{Value, json};

use crate::fakes::{World, citizen, comment_id, idea_id};

#[tokio::test]
async fn what_can_not_be_read_leaves_its_place_only() {
    let world = World::new();
    let query = "{ idea(number: 2) { comments(first: 5) { totalCount nodes { number state bodyHtml bodyMarkdown stance author { name } editedAt revision revisions { revision } viewerCanEdit } } } }";
    let data = world.data(citizen(3), query).await;
    assert_eq!(
        data["idea"]["comments"]["nodes"],
        json!([{ "number": 3, "state": "DELETED", "bodyHtml": null, "bodyMarkdown": null, "stance": null, "author": null,
            "editedAt": null, "revision": null, "revisions": [], "viewerCanEdit": false }])
    );
}

#[tokio::test]
async fn a_comment_is_posted_or_refused() {
    let world = World::new();
    let post = |idea, more: &str| {
        format!(
            "mutation {{ postComment(input: {{ideaId: \"{}\", body: \"Yes.\" {more}}}) {{ outcome comment {{ number }} userErrors {{ field code }} }} }}",
            idea_id(idea)
        )
    };
    let posted = world.data(citizen(1), &post(1, "stance: AGAINST")).await;
    assert_eq!(posted["postComment"]["outcome"], "POSTED");
    let closed = world.data(citizen(1), &post(2, "")).await;
    assert_eq!(
        closed["postComment"],
        json!({ "outcome": "DISCUSSION_CLOSED", "comment": null, "userErrors": [{ "field": "ideaId", "code": "DISCUSSION_CLOSED" }] })
    );
    let wrong = world.data(citizen(1), &post(1, "parentId: \"x\"")).await;
    assert_eq!(wrong["postComment"]["userErrors"], json!([{ "field": "parentId", "code": "INVALID" }]));
    assert_eq!(world.code(Viewer::Nobody, &post(1, "")).await, "UNAUTHENTICATED");
}

#[tokio::test]
async fn a_comment_is_its_authors_to_edit_and_delete() {
    let world = World::new();
    let edit = |revision| {
        format!(
            "mutation {{ editComment(input: {{commentId: \"{}\", revision: {revision}, body: \"No.\"}}) {{ outcome }} }}",
            comment_id(1)
        )
    };
    assert_eq!(world.data(citizen(1), &edit(1)).await["editComment"]["outcome"], "SAVED");
    assert_eq!(world.code(citizen(1), &edit(2)).await, "CONFLICT");
    assert_eq!(world.code(citizen(2), &edit(1)).await, "FORBIDDEN");
    let delete = format!(
        "mutation {{ deleteComment(input: {{commentId: \"{}\"}}) {{ outcome comment {{ state author {{ name }} }} }} }}",
        comment_id(1)
    );
    assert_eq!(
        world.data(citizen(1), &delete).await["deleteComment"],
        json!({ "outcome": "DELETED", "comment": { "state": "DELETED", "author": null } })
    );
    assert_eq!(world.code(citizen(2), &delete).await, "FORBIDDEN");
}

#[tokio::test]
async fn a_listener_hears_what_they_may_read() {
    let world = World::new();
    let follow = |number| {
        Request::new(format!(
            "subscription {{ commentPosted(ideaId: \"{}\") {{ number author {{ name }} }} }}",
            idea_id(number)
        ))
    };
    let heard: Vec<Value> = world
        .schema()
        .execute_stream(follow(1).data(Viewer::Nobody))
        .map(|response| response.data.into_json().unwrap())
        .collect()
        .await;
    assert_eq!(
        heard,
        [json!({ "commentPosted": { "number": 1, "author": { "name": "Ana" } } })],
        "the deleted one is not told"
    );
    let hidden: Vec<_> = world.schema().execute_stream(follow(3).data(Viewer::Nobody)).collect().await;
    assert_eq!(hidden.len(), 1);
    let code = hidden[0].errors[0].extensions.as_ref().unwrap().get("code").unwrap();
    assert_eq!(code.to_string(), "\"NOT_FOUND\"");
}
