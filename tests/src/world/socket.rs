//! A client of `graphql-transport-ws` that isn't our own code: one connection, one subscription at a time.

use std::time::Duration;

use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::{Actor, Node};

/// A subscriber who hasn't signed in, or a script that acts.
pub struct Socket {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Socket {
    /// Connects, introduces itself and subscribes.
    ///
    /// # Panics
    /// When the node doesn't take it.
    pub async fn subscribe(node: &Node, query: &str, variables: Value) -> Self {
        Self::run(node, json!({}), query, variables).await
    }

    /// Connects, introduces itself as this script, and asks for something to be done.
    ///
    /// # Panics
    /// When the node doesn't take it.
    pub async fn act(node: &Node, script: &Actor, query: &str, variables: Value) -> Self {
        let introduction = json!({ "authorization": format!("Bearer {}", script.token().expect("a script")) });
        Self::run(node, introduction, query, variables).await
    }

    async fn run(node: &Node, introduction: Value, query: &str, variables: Value) -> Self {
        let address = format!("{}/graphql/ws", node.url().replacen("http", "ws", 1));
        let mut request = address.into_client_request().expect("an address");
        request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static("graphql-transport-ws"));
        let (stream, _answer) = connect_async(request).await.expect("the socket opens");
        let mut socket = Self { stream };
        socket.say(&json!({ "type": "connection_init", "payload": introduction })).await;
        let ack = socket.message().await;
        assert_eq!(ack["type"], "connection_ack", "{ack}");
        let payload = json!({ "query": query, "variables": variables });
        socket.say(&json!({ "type": "subscribe", "id": "1", "payload": payload })).await;
        socket
    }

    /// The `data` of the next event within this time, if there is one.
    ///
    /// # Panics
    /// When the server says anything else.
    pub async fn next(&mut self, within: Duration) -> Option<Value> {
        let message = timeout(within, self.message()).await.ok()?;
        assert!(message["type"] == "next" && message["payload"]["errors"].is_null(), "{message}");
        Some(message["payload"]["data"].clone())
    }

    /// The `data` of the first event, while this is done again and again: nothing tells when a subscription stands, and it
    /// has only what comes after. Nothing when it stays silent for ten seconds.
    ///
    /// # Panics
    /// The same.
    pub async fn first<F: Future<Output = ()>>(&mut self, again: impl Fn() -> F) -> Option<Value> {
        for _time in 0..100 {
            again().await;
            let event = self.next(Duration::from_millis(100)).await;
            if event.is_some() {
                return event;
            }
        }
        None
    }

    /// The errors of an operation that was refused.
    ///
    /// # Panics
    /// When it wasn't, or nothing is said within this time.
    pub async fn refusal(&mut self, within: Duration) -> Value {
        let message = timeout(within, self.message()).await.expect("the server answers");
        assert_eq!(message["type"], "error", "{message}");
        message["payload"].clone()
    }

    async fn say(&mut self, message: &Value) {
        self.stream.send(Message::text(message.to_string())).await.expect("the socket is open");
    }

    async fn message(&mut self) -> Value {
        loop {
            let message = self.stream.next().await.expect("the socket stays open").expect("a message");
            let Message::Text(text) = message else { continue };
            let message: Value = serde_json::from_str(text.as_str()).expect("JSON");
            if message["type"] != "ping" {
                return message;
            }
            self.say(&json!({ "type": "pong" })).await;
        }
    }
}
