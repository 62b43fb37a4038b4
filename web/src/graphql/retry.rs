//! `Idempotency-Key`, and `clientMutationId` in an input: an act that a client sends again, because it never saw the answer, is
//! done once and answered the same. The key is the sender's own; with other words it is refused.
//!
//! An answer that the program was killed over is drawn anew from what the store noted with the act: of a vote, its outcome and
//! the tally after it. It refuses to guess where nothing was noted, and says that it is lost. It refuses to choose between two
//! keys.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use folkmoot_api::Code;
use folkmoot_common::{Before, Carried, Digest, Retry, RetryKey, RetryNote, Viewer};
use tokio::sync::oneshot;
use tokio::time::timeout;
use tracing::{Instrument as _, Span};

use super::PATIENCE;
use super::answer::{self, Refusal};
use super::negotiate::Kind;
use crate::edge::place;
use crate::site::Site;

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Tells whoever asked again that this is the first answer.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// How long an act under a key may take, though whoever asked was told after five seconds to come again.
const LONGEST_ACT: Duration = Duration::from_secs(7);
/// How long it is tried to keep its answer, and after which rests.
const KEEPING: Duration = Duration::from_secs(3);
const RESTS: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];
/// An answer that isn't there after so long never comes.
const LOST: Duration = LONGEST_ACT.saturating_add(KEEPING);
/// One that isn't there so long after its act was begun is drawn anew, where it can be: nearly always whoever was to draw it is no
/// more, or could not keep it.
const DRAWN: Duration = KEEPING.saturating_add(Duration::from_secs(1));
/// How often somebody else's answer is looked for.
const GLANCE: Duration = Duration::from_millis(50);
/// The longest answer that is kept, in bytes.
const LONGEST: usize = 256 * 1024;

/// What may be otherwise the next time.
const PASSING: [Code; 3] = [Code::Unavailable, Code::Internal, Code::RateLimited];

/// The key of a request with these ids of acts, if it acts and carries one: in its header, in its act's input, or the same in
/// both.
pub(super) fn key(headers: &HeaderMap, ids: Option<&[String]>) -> Result<Option<RetryKey>, Refusal> {
    let header = in_header(headers)?;
    let Some(ids) = ids else { return Ok(None) };
    match (header, in_input(ids)?) {
        (Some(header), Some(input)) if header != input => Err(Refusal::TWO_KEYS),
        (header, input) => Ok(header.or(input)),
    }
}

fn in_header(headers: &HeaderMap) -> Result<Option<RetryKey>, Refusal> {
    let mut said = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(key) = said.next() else { return Ok(None) };
    if said.next().is_some() {
        return Err(Refusal::NOT_A_KEY);
    }
    let key = key.to_str().ok().and_then(RetryKey::parse).ok_or(Refusal::NOT_A_KEY)?;
    Ok(Some(key))
}

/// The key among the ids of a request's acts.
pub(super) fn in_input(ids: &[String]) -> Result<Option<RetryKey>, Refusal> {
    match ids {
        [] => Ok(None),
        [id] => RetryKey::parse(id).map(Some).ok_or(Refusal::NOT_AN_ID),
        _ => Err(Refusal::SEVERAL_IDS),
    }
}

/// One more try of what says these words, under this key.
pub(super) fn attempt(site: &Site, (viewer, from): (Viewer, IpAddr), key: RetryKey, words: &[&str]) -> Retry {
    let sender = viewer.person();
    // Visitors share one name. What one of them calls an act, and was answered, is nothing to another network.
    let key = if sender.is_none() { key.within(&place(from).unwrap_or_default()) } else { key };
    Retry { sender, key, body: Digest::of_parts(words), attempt: site.sources.mint(site.sources.now()) }
}

/// What is answered to an act under a key.
pub(super) struct Answer {
    /// As JSON.
    pub(super) body: String,
    /// Whether it was given before.
    replayed: bool,
    /// Whether it only says that there is too much to do.
    is_busy: bool,
}

impl Answer {
    pub(super) fn over_http(self, kind: Kind) -> Response {
        let mut response = answer::first(self.body, self.is_busy, kind);
        if self.replayed {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
        response
    }
}

/// Does it, or gives the answer of when it was done. It is done in a task of its own, and goes on whatever becomes of
/// whoever asked: when they ask again, its answer is there.
pub(super) async fn once(
    site: &Arc<Site>,
    retry: Retry,
    act: impl Future<Output = Result<async_graphql::Response, Refusal>> + Send + 'static,
) -> Result<Answer, Refusal> {
    let note = match known(site, &retry).await? {
        Before::Never => None,
        before => match earlier(site, &retry, before).await? {
            Earlier::Answer(answer) => return Ok(answer),
            Earlier::Note(note) => Some(note),
        },
    };
    let (tell, told) = oneshot::channel();
    let (at, own, span) = (Arc::clone(site), retry.clone(), Span::current());
    match note {
        None => site.tasks.spawn("an act under a key", first(at, own, act, tell).instrument(span)),
        Some(note) => site.tasks.spawn("an answer drawn anew", anew(at, own, note, act, tell).instrument(span)),
    }
    match timeout(PATIENCE, told).await {
        Ok(Ok(Some(answer))) => answer,
        // Somebody was first, just now.
        Ok(Ok(None)) => match earlier(site, &retry, known(site, &retry).await?).await? {
            Earlier::Answer(answer) => Ok(answer),
            Earlier::Note(_came_too_late) => Err(Refusal::UNDER_WAY),
        },
        Ok(Err(_panicked)) => Err(Refusal::OUR_FAULT),
        Err(_late) => {
            tracing::warn!("an act takes too long to wait for");
            Err(Refusal::TOO_SLOW)
        }
    }
}

/// Does it, tells whoever still waits what came of it, or nothing when another try was first, and keeps that.
async fn first(
    site: Arc<Site>,
    retry: Retry,
    act: impl Future<Output = Result<async_graphql::Response, Refusal>> + Send,
    tell: oneshot::Sender<Option<Result<Answer, Refusal>>>,
) {
    let (mut done, begun) = (None, Instant::now());
    let work = Box::pin(async { done = timeout(LONGEST_ACT, act).await.ok() });
    let carried = site.retries.carry(&retry, work).await;
    // Whoever asked may be gone, and the end of their request with them.
    site.kept.acted();
    if carried == Carried::TooLate {
        return drop(tell.send(None));
    }
    let done = done.unwrap_or_else(|| {
        tracing::warn!("an act took too long");
        Err(Refusal::TOO_SLOW)
    });
    let (response, body) = match done.and_then(|response| answer::text(&response).map(|body| (response, body))) {
        Ok(both) => both,
        Err(refusal) => return drop(tell.send(Some(Err(refusal)))),
    };
    let is_kept = keep(&site, &retry, &response, &body).await;
    // It took so long that somebody else may have drawn it meanwhile.
    let told = if begun.elapsed() > DRAWN { as_kept(&site, &retry, body.clone()).await } else { body.clone() };
    drop(tell.send(Some(Ok(Answer { body: told, replayed: false, is_busy: answer::is_busy(&response) }))));
    if !is_kept && timeout(KEEPING, keep_later(&site, &retry, &response, &body)).await.is_err() {
        tracing::warn!("an answer is lost");
    }
}

/// What there is of an act that was done before.
enum Earlier {
    Answer(Answer),
    /// No answer, but enough to draw it from.
    Note(RetryNote),
}

/// The answer of whoever was first, once it is there, or what they noted.
async fn earlier(site: &Site, retry: &Retry, mut before: Before) -> Result<Earlier, Refusal> {
    let until = Instant::now() + PATIENCE;
    loop {
        let (since, note) = match before {
            Before::Answered(body) => return Ok(Earlier::Answer(Answer { body, replayed: true, is_busy: false })),
            Before::OtherWords => return Err(Refusal::OTHER_WORDS),
            // Whoever was first took it back, or it is forgotten: the sender does well to ask anew.
            Before::Never => return Err(Refusal::UNDER_WAY),
            Before::Unanswered { since, note } => (since, note),
        };
        let is_past = |wait: Duration| since.plus(wait) < site.sources.now();
        match note {
            Some(note) if is_past(DRAWN) => return Ok(Earlier::Note(note)),
            None if is_past(LOST) => return Err(Refusal::ANSWER_LOST),
            _ if Instant::now() > until => return Err(Refusal::UNDER_WAY),
            _ => tokio::time::sleep(GLANCE).await,
        }
        before = known(site, retry).await?;
    }
}

/// Draws the answer from what was noted of the act, keeps it for whoever asks next, and tells whoever still waits. Nothing is
/// done: the store sees to that.
async fn anew(
    site: Arc<Site>,
    retry: Retry,
    note: RetryNote,
    act: impl Future<Output = Result<async_graphql::Response, Refusal>> + Send,
    tell: oneshot::Sender<Option<Result<Answer, Refusal>>>,
) {
    let done = Retry { attempt: note.attempt, ..retry };
    let mut drawn = None;
    let work = Box::pin(async { drawn = timeout(LONGEST_ACT, act).await.ok() });
    let is_told = site.retries.recall(&done, note, work).await;
    drop(tell.send(Some(match drawn {
        None => Err(Refusal::TOO_SLOW),
        // The act is refused today, or its note says nothing to this version: what would be answered isn't what came of it.
        Some(_other) if !is_told => Err(Refusal::ANSWER_LOST),
        Some(drawn) => drawn_again(&site, &done, drawn).await,
    })));
}

async fn drawn_again(
    site: &Site,
    done: &Retry,
    drawn: Result<async_graphql::Response, Refusal>,
) -> Result<Answer, Refusal> {
    let response = drawn?;
    let body = answer::text(&response)?;
    keep(site, done, &response, &body).await;
    Ok(Answer { body: as_kept(site, done, body).await, replayed: true, is_busy: answer::is_busy(&response) })
}

/// The answer that is kept, whoever drew it; or this one.
async fn as_kept(site: &Site, retry: &Retry, body: String) -> String {
    match known(site, retry).await {
        Ok(Before::Answered(kept)) => kept,
        _ => body,
    }
}

async fn known(site: &Site, retry: &Retry) -> Result<Before, Refusal> {
    site.retries.before(retry).await.map_err(|why| {
        tracing::warn!(cause = ?why, "a key could not be looked up");
        Refusal::BUSY
    })
}

/// Keeps an answer that will be as true the next time. One that only says "try again" is kept by nobody, and neither is
/// one that is too long: the act stands, and its answer is drawn anew for each who asks, or lost. Says whether there is
/// nothing left to do.
async fn keep(site: &Site, retry: &Retry, response: &async_graphql::Response, body: &str) -> bool {
    let passing = |error: &async_graphql::ServerError| PASSING.iter().any(|code| answer::says(error, *code));
    if response.errors.iter().any(passing) {
        return true;
    }
    if body.len() > LONGEST {
        tracing::warn!(bytes = body.len(), "an answer is too long to be kept under its key");
        return true;
    }
    let kept = site.retries.answered(retry, body).await;
    kept.inspect_err(|why| tracing::warn!(cause = %why, "an answer could not be kept under its key")).is_ok()
}

/// The store was away just then: tries it again.
async fn keep_later(site: &Site, retry: &Retry, response: &async_graphql::Response, body: &str) {
    for rest in RESTS {
        tokio::time::sleep(rest).await;
        if keep(site, retry, response, body).await {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
