//! The messages of `graphql-transport-ws` and the codes it hangs up with.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::edge::token_in;
use crate::graphql::answer::{Refusal, errors_alone};

/// What a client says.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Said {
    /// It introduces itself.
    ConnectionInit {
        /// May hold `authorization`.
        #[serde(default)]
        payload: Option<Map<String, Value>>,
    },
    /// Are you there?
    Ping,
    /// I am here.
    Pong,
    /// It starts an operation.
    Subscribe {
        /// The client's own name for it.
        id: String,
        /// As a body by HTTP.
        payload: Value,
    },
    /// It ends an operation.
    Complete {
        /// Which one.
        id: String,
    },
}

/// Why a connection is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goodbye {
    Shutdown,
    BadMessage,
    NotIntroduced,
    Forbidden,
    TooLateToIntroduce,
    IntroducedTwice,
    SameIdTwice,
    TooMany,
    Silent,
}

impl Goodbye {
    /// The code and the reason, in the protocol's own words where it has some.
    pub(super) const fn words(self) -> (u16, &'static str) {
        match self {
            Self::Shutdown => (1001, "Going away"),
            Self::BadMessage => (4400, "Invalid message"),
            Self::NotIntroduced => (4401, "Unauthorized"),
            Self::Forbidden => (4403, "Forbidden"),
            Self::TooLateToIntroduce => (4408, "Connection initialisation timeout"),
            Self::IntroducedTwice => (4429, "Too many initialisation requests"),
            Self::SameIdTwice => (4409, "Subscriber already exists"),
            Self::TooMany => (4503, "Too many connections"),
            Self::Silent => (4504, "No sign of life"),
        }
    }
}

pub(super) fn ack() -> String {
    json!({ "type": "connection_ack" }).to_string()
}

pub(super) fn pong() -> String {
    json!({ "type": "pong" }).to_string()
}

pub(super) fn complete(id: &str) -> String {
    json!({ "type": "complete", "id": id }).to_string()
}

/// The end of an operation that was not executed.
pub(super) fn error(id: &str, code: &str, message: &str) -> String {
    let payload = json!([{ "message": message, "extensions": { "code": code } }]);
    json!({ "type": "error", "id": id, "payload": payload }).to_string()
}

/// The same in the words of a refusal by HTTP.
pub(super) fn refused(id: &str, refusal: &Refusal) -> String {
    error(id, refusal.code(), refusal.message())
}

/// One answer of an operation, as JSON, and whether it is its end.
pub(super) fn answer(id: &str, body: &str) -> (String, bool) {
    let id = Value::from(id);
    match errors_alone(body) {
        Some(errors) => (format!(r#"{{"type":"error","id":{id},"payload":{errors}}}"#), true),
        None => (format!(r#"{{"type":"next","id":{id},"payload":{body}}}"#), false),
    }
}

/// The token in an introduction: `{"authorization": "Bearer …"}`, in whatever case.
pub(super) fn token(payload: &Map<String, Value>) -> Option<&str> {
    let (_, value) = payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"))?;
    token_in(value.as_str()?)
}

/// Whether an introduction means to prove somebody.
pub(super) fn has_authorization(payload: &Map<String, Value>) -> bool {
    payload.keys().any(|name| name.eq_ignore_ascii_case("authorization"))
}

#[cfg(test)]
mod tests;
