//! The body, read whole before anything else looks at it: within a size, within a time, and never unpacked. What is
//! too large is never kept; what is far too large is not even heard out.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header;
use futures::StreamExt as _;

use super::written::Written;
use crate::error::PageError;
use crate::site::Site;

/// How far beyond the limit a body is still read, and thrown away, before it is refused. A browser cut off while it sends
/// shows a broken line instead of our words; this covers what people paste, and whoever sends more knows why.
const HEARD_OUT: usize = 1 << 20;

/// For how long, when a body said beforehand that it is too large.
const HEARD_FOR: Duration = Duration::from_secs(2);

/// When the whole of a request was here: what it asks for was asked then, however long it waits for its turn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrived(pub(super) Instant);

/// The whole body, for whoever must know what is asked before the handler reads it.
#[derive(Debug, Clone)]
pub(super) struct Heard(pub(super) Bytes);

/// The same request with its body in memory, and when it was all there.
pub(super) async fn bounded(site: &Arc<Site>, request: Request) -> Result<Request, PageError> {
    let mut request = whole(site, request).await?;
    request.extensions_mut().insert(Arrived(Instant::now()));
    Ok(request)
}

async fn whole(site: &Arc<Site>, request: Request) -> Result<Request, PageError> {
    let limits = &site.config.limits;
    let most = if request.uri().path().starts_with("/graphql") { limits.graphql_bytes } else { limits.form_bytes };
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return Err(PageError::UnsupportedMedia);
    }
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    let told = told.and_then(|length| length.parse::<usize>().ok()).unwrap_or_default();
    if told > most + HEARD_OUT {
        return Err(PageError::TooLarge(most));
    }
    if axum::body::HttpBody::is_end_stream(request.body()) {
        return Ok(request);
    }

    let (mut parts, body) = request.into_parts();
    let (patience, late) = match told > most {
        true => (site.config.server.body_time().min(HEARD_FOR), PageError::TooLarge(most)),
        false => (site.config.server.body_time(), PageError::TooSlow),
    };
    let bytes = tokio::time::timeout(patience, read(body, most)).await.map_err(|_late| late)??;
    if let Some(written) = parts.extensions.get::<Written>() {
        written.keep(&parts.method, &parts.headers, &bytes);
    }
    parts.extensions.insert(Heard(bytes.clone()));
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

async fn read(body: Body, most: usize) -> Result<Bytes, PageError> {
    let mut chunks = body.into_data_stream();
    let (mut whole, mut length) = (Vec::new(), 0_usize);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_broke_off| PageError::BadRequest("bad-request-broke-off"))?;
        length += chunk.len();
        if length > most + HEARD_OUT {
            break;
        }
        if length <= most {
            whole.extend_from_slice(&chunk);
        }
    }
    if length > most { Err(PageError::TooLarge(most)) } else { Ok(whole.into()) }
}
