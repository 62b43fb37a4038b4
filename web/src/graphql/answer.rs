//! What goes back over HTTP: the status that the specification wants for each media type, 503 where the site is too busy
//! for all that was asked, and no `data` entry when nothing was executed.

use std::borrow::Cow;

use async_graphql::{Response, ServerError, Value};
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use folkmoot_api::Code;
use serde::Serialize;
use serde_json::json;

use super::negotiate::Kind;

/// A request that never reached the schema.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: Cow<'static, str>,
}

impl Refusal {
    pub(super) const NOT_ACCEPTABLE: Self = Self::new(
        StatusCode::NOT_ACCEPTABLE,
        "INVALID_INPUT",
        "Accept application/graphql-response+json or application/json.",
    );
    pub(super) const NOT_JSON: Self = Self::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "INVALID_INPUT",
        "Send Content-Type: application/json, in UTF-8.",
    );
    pub(super) const POST_ONLY: Self =
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "INVALID_INPUT", "Send operations by POST.");
    pub(super) const NOT_A_KEY: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "INVALID_INPUT",
        "Idempotency-Key: send one, of 1 to 255 letters, digits and signs without spaces. A random UUID fits.",
    );
    pub(super) const NOT_AN_ID: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "INVALID_INPUT",
        "clientMutationId: send 1 to 255 letters, digits and signs without spaces, or leave it out. A random UUID fits.",
    );
    pub(super) const TWO_KEYS: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "INVALID_INPUT",
        "Idempotency-Key and clientMutationId differ. Send one of them, or the same in both.",
    );
    pub(super) const SEVERAL_IDS: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "INVALID_INPUT",
        "clientMutationId: a request is one act under one key. Send each act in a request of its own.",
    );
    pub(super) const OTHER_WORDS: Self = Self::new(
        StatusCode::CONFLICT,
        "CONFLICT",
        "This key (Idempotency-Key or clientMutationId) came with another body before. Send each act under a key of its own.",
    );
    pub(super) const UNDER_WAY: Self = Self::new(
        StatusCode::CONFLICT,
        "CONFLICT",
        "The first request under this key is still under way. Ask again in a few seconds.",
    );
    pub(super) const ANSWER_LOST: Self = Self::new(
        StatusCode::CONFLICT,
        "CONFLICT",
        "This was done under this key, but its answer was lost. Read what came of it.",
    );
    pub(super) const BUSY: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "UNAVAILABLE",
        "We are busy. Try again in a few seconds, under the same key.",
    );
    /// What a client can't mend.
    pub(super) const OUR_FAULT: Self =
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "Something went wrong on our side. Try again.");
    pub(super) const TOO_SLOW: Self = Self::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "UNAVAILABLE",
        "This took too long. Ask for less at a time, or try again in a few seconds.",
    );

    const fn new(status: StatusCode, code: &'static str, message: &'static str) -> Self {
        Self { status, code, message: Cow::Borrowed(message) }
    }

    /// A body that makes no sense.
    pub(super) const fn bad(message: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "INVALID_INPUT", message)
    }

    /// The word of the closed list.
    pub(super) const fn code(&self) -> &'static str {
        self.code
    }

    /// What to do about it.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    pub(super) fn answer(&self, kind: Kind) -> axum::response::Response {
        let body = json!({ "errors": [{ "message": self.message, "extensions": { "code": self.code } }] });
        let response = with_body(self.status, kind, body.to_string());
        if self.status == StatusCode::SERVICE_UNAVAILABLE { later(response) } else { response }
    }
}

/// Says when to come back.
fn later(mut response: axum::response::Response) -> axum::response::Response {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

#[derive(Serialize)]
struct Executed<'a> {
    data: &'a Value,
    #[serde(skip_serializing_if = "<[ServerError]>::is_empty")]
    errors: &'a [ServerError],
}

#[derive(Serialize)]
struct Refused<'a> {
    errors: &'a [ServerError],
}

/// The schema's answer.
pub(super) fn of(response: &Response, kind: Kind) -> axum::response::Response {
    text(response).map_or_else(|refusal| refusal.answer(kind), |body| first(body, is_busy(response), kind))
}

/// An answer that is given for the first time. Where nothing could be done for the crowd, the status says so too, and when
/// to come back: whoever stands between, or reads no further than that, knows what to do.
pub(super) fn first(body: String, is_busy: bool, kind: Kind) -> axum::response::Response {
    if is_busy { later(with_body(StatusCode::SERVICE_UNAVAILABLE, kind, body)) } else { kept(body, kind) }
}

/// Whether all that was asked for failed because the store has too much to do.
pub(super) fn is_busy(response: &Response) -> bool {
    let unavailable = |error: &ServerError| says(error, Code::Unavailable);
    response.is_err() && response.data == Value::Null && response.errors.iter().all(unavailable)
}

/// Whether this is an error's code.
pub(super) fn says(error: &ServerError, code: Code) -> bool {
    let said = error.extensions.as_ref().and_then(|known| known.get("code"));
    said.is_some_and(|said| *said == code.as_str().into())
}

/// The answer as JSON, for either transport, and for whoever asks again.
pub(super) fn text(response: &Response) -> Result<String, Refusal> {
    body(response).map_err(|why| {
        tracing::error!(%why, "an answer can't be written as JSON");
        Refusal::OUR_FAULT
    })
}

/// An answer that is written already.
pub(super) fn kept(body: String, kind: Kind) -> axum::response::Response {
    let status = match kind {
        Kind::GraphqlResponse if errors_alone(&body).is_some() => StatusCode::BAD_REQUEST,
        Kind::GraphqlResponse | Kind::Json => StatusCode::OK,
    };
    with_body(status, kind, body)
}

/// The list of errors, of an answer that only says that nothing could be executed.
pub(super) fn errors_alone(body: &str) -> Option<&str> {
    body.strip_prefix(r#"{"errors":"#)?.strip_suffix('}')
}

fn body(response: &Response) -> serde_json::Result<String> {
    if is_request_error(response) {
        serde_json::to_string(&Refused { errors: &response.errors })
    } else {
        serde_json::to_string(&Executed { data: &response.data, errors: &response.errors })
    }
}

/// Whether nothing was executed: an error of a field has a path, an error of the document has none.
fn is_request_error(response: &Response) -> bool {
    response.is_err() && response.data == Value::Null && response.errors.iter().all(|error| error.path.is_empty())
}

fn with_body(status: StatusCode, kind: Kind, body: String) -> axum::response::Response {
    let mut response = axum::response::Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    response
}

#[cfg(test)]
mod tests;
