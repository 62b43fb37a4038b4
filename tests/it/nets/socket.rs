//! An ear at the API's socket: asks one subscription and tells what comes.

use std::time::Duration;

use folkmoot_tests::world::World;
use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

/// One subscription over `graphql-transport-ws`.
pub(crate) struct Ear(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Ear {
    /// Connects with a token, or with nothing.
    pub(crate) async fn open(world: &World, token: Option<&str>, query: &str, variables: &Value) -> Self {
        let address = format!("{}/graphql/ws", world.url().replacen("http", "ws", 1));
        let mut request = address.into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", HeaderValue::from_static("graphql-transport-ws"));
        if let Some(token) = token {
            headers.insert("authorization", HeaderValue::try_from(format!("Bearer {token}")).unwrap());
        }
        let (socket, _answer) = tokio_tungstenite::connect_async(request).await.expect("the socket opens");
        let mut ear = Self(socket);
        ear.say(&json!({ "type": "connection_init" })).await;
        let hello = ear.next(Duration::from_secs(5)).await.expect("the socket says hello");
        assert_eq!(hello["type"], "connection_ack", "{hello}");
        let payload = json!({ "query": query, "variables": variables });
        ear.say(&json!({ "id": "1", "type": "subscribe", "payload": payload })).await;
        ear
    }

    async fn say(&mut self, words: &Value) {
        self.0.send(Message::text(words.to_string())).await.expect("the socket hears");
    }

    /// The first message, while this is said again and again: nothing tells when a subscription stands, and it has only what
    /// comes after. `None` when it stays silent for ten seconds.
    pub(crate) async fn first<F: Future<Output = ()>>(&mut self, say: impl Fn() -> F) -> Option<Value> {
        for _time in 0..100 {
            say().await;
            let message = self.next(Duration::from_millis(100)).await;
            if message.is_some() {
                return message;
            }
        }
        None
    }

    /// The next message within this time; `None` when it stays silent.
    pub(crate) async fn next(&mut self, patience: Duration) -> Option<Value> {
        let hear = async {
            loop {
                match self.0.next().await {
                    Some(Ok(Message::Text(text))) => {
                        return Some(serde_json::from_str(text.as_str()).expect("messages are JSON"));
                    }
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                    Some(Ok(other)) => return Some(json!({ "type": "closed", "how": other.to_string() })),
                    Some(Err(_)) | None => return None,
                }
            }
        };
        tokio::time::timeout(patience, hear).await.ok().flatten()
    }
}
