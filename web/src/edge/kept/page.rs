//! One page as it left the handler, packed already, and how it is handed out: whole, or as the word that its reader has it.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::error::PageError;

/// What an answer that has no body still says of its page.
const SAID: [HeaderName; 2] = [header::ETAG, header::VARY];

/// Bytes of a digest that tell pages apart.
const TELLING: usize = 15;

/// The same address looks different to who is signed in, and to who unpacks otherwise.
const VARY: &str = "accept-encoding, authorization, cookie";

#[derive(Debug)]
pub(super) struct Page {
    headers: HeaderMap,
    tag: HeaderValue,
    body: Bytes,
}

impl Page {
    /// Reads an answer to its end.
    pub(super) async fn read(answer: Response) -> Result<Self, PageError> {
        let (parts, body) = answer.into_parts();
        // It comes out of our own templates and schema, which have bounds.
        let body = to_bytes(body, usize::MAX).await.map_err(|why| PageError::internal(&why))?;
        let digest = Sha256::digest(&body);
        let short = digest.get(..TELLING).unwrap_or_default();
        // Base64 always fits a header.
        let tag = HeaderValue::try_from(format!("\"{}\"", URL_SAFE_NO_PAD.encode(short)))
            .map_err(|why| PageError::internal(&why))?;
        let mut headers = parts.headers;
        headers.insert(header::ETAG, tag.clone());
        headers.insert(header::VARY, HeaderValue::from_static(VARY));
        headers.insert(header::CONTENT_LENGTH, body.len().into());
        headers.remove(header::TRANSFER_ENCODING);
        Ok(Self { headers, tag, body })
    }

    pub(super) const fn bytes(&self) -> usize {
        self.body.len()
    }

    /// For who asks with these headers.
    pub(super) fn answer(&self, asked: &HeaderMap) -> Response {
        let mut answer = Response::default();
        if is_known(asked, &self.tag) {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            let said = SAID.into_iter().filter_map(|name| Some((name.clone(), self.headers.get(name)?.clone())));
            answer.headers_mut().extend(said);
        } else {
            *answer.headers_mut() = self.headers.clone();
            *answer.body_mut() = Body::from(self.body.clone());
        }
        answer
    }
}

/// The headers that say what a reader has already.
pub(super) fn conditions(asked: &HeaderMap) -> HeaderMap {
    let known = asked.get_all(header::IF_NONE_MATCH).iter();
    known.map(|value| (header::IF_NONE_MATCH, value.clone())).collect()
}

/// Whether one of the tags that a reader has is this one. A tag that a proxy called weak is as good for reading.
fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|tags| tags.split(',')).map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}
