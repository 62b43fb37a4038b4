//! Operations over the API's socket have the limits that they have by POST.

use std::time::Duration;

use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use super::world::World;

/// The first answer to each of these operations, sent one after the other.
async fn answers(world: &World, queries: &[&str]) -> Vec<Value> {
    let mut request = format!("ws://{}/graphql/ws", world.host).into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    let (mut socket, _answer) = tokio_tungstenite::connect_async(request).await.unwrap();
    let mut say = vec![json!({ "type": "connection_init" })];
    say.extend(
        queries
            .iter()
            .enumerate()
            .map(|(id, query)| json!({ "id": id.to_string(), "type": "subscribe", "payload": { "query": query } })),
    );
    for words in say {
        socket.send(Message::text(words.to_string())).await.unwrap();
    }
    let mut answers = Vec::new();
    while answers.len() < queries.len() {
        let message = tokio::time::timeout(Duration::from_secs(5), socket.next()).await.unwrap().unwrap().unwrap();
        let Message::Text(text) = message else { continue };
        let said: Value = serde_json::from_str(text.as_str()).unwrap();
        if said["type"] == "next" || said["type"] == "error" {
            answers.push(said);
        }
    }
    answers
}

#[tokio::test]
async fn questions_about_the_schema_can_not_multiply_here_either() {
    let world = World::open(|_| {}).await;
    let round = "possibleTypes { interfaces { ";
    let query = format!(
        "{{ __type(name: \"Node\") {{ {} {} {} }} }}",
        round.repeat(4),
        "name ".repeat(1_900),
        "} } ".repeat(4)
    );
    let said = answers(&world, &[&query]).await.remove(0);
    assert_eq!(said["type"], "error", "{said}");
    assert_eq!(said["payload"][0]["extensions"]["code"], "INVALID_INPUT", "{said}");
}

#[tokio::test]
async fn operations_are_counted() {
    let world = World::open(|config| config.limits.posts_per_minute = 4).await;
    let said = answers(&world, &["{ __typename }"; 3]).await;
    let refused = said.iter().filter(|said| said["payload"][0]["extensions"]["code"] == "RATE_LIMITED").count();
    assert_eq!(refused, 1, "{said:?}");
}
