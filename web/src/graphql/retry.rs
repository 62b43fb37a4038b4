//! `Idempotency-Key`: an act that a client sends again, because it never saw the answer, is done once and answered the
//! same. The key is the sender's own; with other words it is refused.
//!
//! It refuses to answer in a guess's stead: an act that was written, and whose answer the program was killed over, says so.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use folkmoot_api::Code;
use folkmoot_common::{Before, Carried, Digest, Retry, RetryKey, StorageError};

use super::answer::{self, Refusal};
use super::negotiate::Kind;
use super::{PATIENCE, execute};
use crate::edge::{Asking, place};
use crate::site::Site;

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Tells whoever asked again that this is the first answer.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// How often somebody else's answer is looked for.
const GLANCE: Duration = Duration::from_millis(50);
/// The longest answer that is kept, in bytes.
const LONGEST: usize = 256 * 1024;

/// What may be otherwise the next time.
const PASSING: [Code; 3] = [Code::Unavailable, Code::Internal, Code::RateLimited];

/// The key that the request carries, if it does.
pub(super) fn asked(site: &Site, asking: &Asking, headers: &HeaderMap, body: &[u8]) -> Result<Option<Retry>, Refusal> {
    let mut said = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(key) = said.next() else { return Ok(None) };
    if said.next().is_some() {
        return Err(Refusal::NOT_A_KEY);
    }
    let key = key.to_str().ok().and_then(RetryKey::parse).ok_or(Refusal::NOT_A_KEY)?;
    let (sender, words) = (asking.viewer.person(), String::from_utf8_lossy(body));
    // Visitors share one name. What one of them was answered, a receipt perhaps, is nothing to another network.
    let network = if sender.is_none() { place(asking.from) } else { None };
    Ok(Some(Retry {
        sender,
        key,
        body: Digest::of_parts(&[&words, &network.unwrap_or_default()]),
        attempt: site.sources.mint(site.sources.now()),
    }))
}

/// Does it, or gives the answer of when it was done.
pub(super) async fn once(
    site: &Site,
    retry: &Retry,
    request: async_graphql::Request,
    kind: Kind,
) -> Result<Response, Refusal> {
    let before = site.retries.before(retry).await.map_err(|why| unknown(&why))?;
    if before != Before::Never {
        return earlier(site, retry, kind).await;
    }
    let mut response = None;
    let work = Box::pin(async { response = Some(execute(site, request).await) });
    let carried = site.retries.carry(retry, work).await;
    if carried == Carried::TooLate {
        return earlier(site, retry, kind).await;
    }
    let response = response.unwrap_or(Err(Refusal::TOO_SLOW))?;
    keep(site, retry, &response).await;
    Ok(answer::of(&response, kind))
}

/// The answer of whoever was first, once it is there.
async fn earlier(site: &Site, retry: &Retry, kind: Kind) -> Result<Response, Refusal> {
    loop {
        match site.retries.before(retry).await.map_err(|why| unknown(&why))? {
            Before::Answered(text) => return Ok(again(text, kind)),
            Before::OtherWords => return Err(Refusal::OTHER_WORDS),
            // Whoever was first took it back, or it is forgotten: the sender does well to ask anew.
            Before::Never => return Err(Refusal::UNDER_WAY),
            Before::Unanswered { since } if since.plus(PATIENCE) < site.sources.now() => {
                return Err(Refusal::ANSWER_LOST);
            }
            Before::Unanswered { .. } => tokio::time::sleep(GLANCE).await,
        }
    }
}

/// The answer as it was first given.
fn again(text: String, kind: Kind) -> Response {
    let refused = !text.starts_with("{\"data\"");
    let mut response = answer::kept(text, refused, kind);
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    response
}

/// Keeps an answer that will be as true the next time. One that only says "try again" is kept by nobody, and neither is
/// one that is too long: the act stands, and says that its answer is lost.
async fn keep(site: &Site, retry: &Retry, response: &async_graphql::Response) {
    let passing = |error: &async_graphql::ServerError| {
        let code = error.extensions.as_ref().and_then(|known| known.get("code"));
        code.is_some_and(|code| PASSING.iter().any(|passing| *code == passing.as_str().into()))
    };
    if response.errors.iter().any(passing) {
        return;
    }
    let Ok(text) = answer::body(response) else { return };
    if text.len() > LONGEST {
        tracing::warn!(bytes = text.len(), "an answer is too long to be kept under its key");
        return;
    }
    if let Err(why) = site.retries.answered(retry, &text).await {
        tracing::warn!(cause = %why, "an answer could not be kept under its key");
    }
}

fn unknown(why: &StorageError) -> Refusal {
    tracing::warn!(cause = ?why, "a key could not be looked up");
    Refusal::BUSY
}
