//! What every request passes, in this order, each stage bounded before the next runs: an incident's number, a net for
//! panics, the clock; then host, body, origin, a page in memory, pace; then the handler, which asks for its viewer by taking
//! [`Asking`]. On the way out: the calm page for whatever failed, with what its sender wrote; the security headers on every
//! status, the log line and the counters.
//!
//! It is one function that calls its stages by name, so that the order can be read; and one layer, so that it costs one.

mod address;
mod asking;
mod body;
mod cookies;
mod csrf;
mod extract;
mod headers;
mod here;
mod host;
mod kept;
mod origin;
mod pace;
mod trace;
mod upload;
mod written;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use futures::FutureExt as _;
use tracing::Instrument as _;

pub use asking::{Asking, Known};
pub use cookies::SetCookie;
use extract::TOKEN_FIELD;
pub use extract::{Checked, Path, Query};

pub(crate) use address::{Peer, place};
pub(crate) use asking::{bearer, token_in};
pub(crate) use cookies::{BROWSER_DAYS, Cookie};
pub(crate) use here::{Here, Settled};
pub(crate) use kept::{Kept, Reading};
pub(crate) use pace::Pace;
pub(crate) use upload::CheckedFile;

use crate::error::{Asked, PageError, render};
use crate::pages::Suspended;
use crate::site::Site;

/// The layer round every route.
pub(crate) async fn pass(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let seen = trace::Seen::of(&request, &site.sources);
    let asked = request.headers().clone();
    let here = Here::of(&site, request.uri());
    request.extensions_mut().insert(here.clone());
    let personal = asking::Personal::default();
    request.extensions_mut().insert(personal.clone());
    let written = written::Written::default();
    request.extensions_mut().insert(written.clone());

    let work = AssertUnwindSafe(inside(&site, &here, request, next)).catch_unwind().instrument(seen.span());
    let answer = match work.await {
        Ok(Ok(response)) => response,
        Ok(Err(error)) => error.into_response(),
        Err(_panic) => PageError::Internal.into_response(),
    };

    let answer = match failure(&answer) {
        Some(error) => {
            let suspended = match (&error, personal.asking()) {
                (PageError::Suspended, Some(asking)) => Suspended::of(&site, asking).await,
                _ => None,
            };
            let (incident, suspended) = (seen.incident(), suspended.as_ref());
            let asked = Asked { headers: &asked, incident, typed: &written.words(), suspended };
            render(&site, &here, &error, &asked, answer)
        }
        None => answer,
    };
    let answer = here::keep_language(here.words, answer);
    let answer = headers::harden(answer, site.config.is_https(), personal.is_so());
    seen.note(answer.status());
    answer
}

/// The stages before the handler, and the handler.
async fn inside(site: &Arc<Site>, here: &Here, mut request: Request, next: Next) -> Result<Response, PageError> {
    host::check(&site.config.site.public_url, request.uri(), request.headers())?;
    let from = address::of(&request, site.config.server.proxies);
    request.extensions_mut().insert(from);
    let mut request = body::bounded(site, request).await?;
    let proof = origin::check(site, here, request.method(), request.headers())?;
    request.extensions_mut().insert(proof);

    let work = async {
        let place = match site.kept.look(site, kept::Naming::of(site, here, &request)).await {
            kept::Look::Found(answer) => return Ok(answer),
            kept::Look::Draw(place) => Some(place),
            kept::Look::No => None,
        };
        let acting = site.kept.acting(request.method());
        let answer = next.run(pace::admit(site, request).await?).await;
        match acting {
            Some(acting) if answer.extensions().get::<Reading>().is_some() => acting.only_read(),
            acting => drop(acting),
        }
        match place {
            Some(place) => place.keep(answer).await,
            None => Ok(answer),
        }
    };
    tokio::time::timeout(site.config.server.request_time(), work).await.map_err(|_late| {
        tracing::warn!("a handler took too long");
        PageError::unavailable()
    })?
}

/// The error behind an answer: ours, or the plain words of a library, which the client need not read.
fn failure(answer: &Response) -> Option<PageError> {
    if let Some(error) = answer.extensions().get::<PageError>() {
        return Some(error.clone());
    }
    if !answer.status().is_client_error() && !answer.status().is_server_error() {
        return None;
    }
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    (kind.is_empty() || kind.starts_with("text/plain")).then(|| PageError::of_status(answer.status()))
}
