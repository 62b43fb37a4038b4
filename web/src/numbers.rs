//! `/metrics`: what a collector reads. For those who know the token, or for programs on this machine when there is
//! neither a token nor a proxy.
//!
//! The `metrics` crate counts for the whole process, so this is the one thing that two sites in a process share.

mod votes;

use std::net::IpAddr;
use std::sync::{Arc, LazyLock};

use axum::extract::{Extension, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use subtle::ConstantTimeEq as _;

pub(crate) use votes::CountedLedger;

use crate::config::Config;
use crate::edge::{Peer, bearer};
use crate::error::PageError;
use crate::site::Site;

/// From a cached page to the time when a request is given up, in seconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Of votes that share a commit: from one alone to as many as the desk lets together.
const TOGETHER: [f64; 10] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0];

static RECORDER: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| {
    let together = Matcher::Full("folkmoot_votes_together".to_owned());
    let builder = PrometheusBuilder::new().set_buckets(&BUCKETS).ok()?;
    let handle = builder.set_buckets_for_metric(together, &TOGETHER).ok()?.install_recorder().ok()?;
    metrics::describe_counter!("folkmoot_http_requests_total", "Requests, by route, method and status");
    metrics::describe_histogram!("folkmoot_http_request_seconds", "Time to an answer, by route");
    metrics::describe_counter!("folkmoot_kept_pages_total", "Pages that may come out of memory, by whether they did");
    metrics::describe_gauge!("folkmoot_kept_bytes", "Memory that kept pages take");
    metrics::describe_counter!("folkmoot_votes_total", "Votes, by outcome");
    metrics::describe_histogram!("folkmoot_votes_together", "Votes that shared one commit");
    metrics::describe_gauge!("folkmoot_live_listeners", "Browsers that watch numbers move");
    metrics::describe_gauge!("folkmoot_mail_waiting", "Letters in the outbox, counted up to 1,000");
    Some(handle)
});

/// Starts counting, when nothing else counts in this process already.
pub(crate) fn start() {
    LazyLock::force(&RECORDER);
}

/// Folds what was counted, so that memory stays flat when nobody collects.
pub(crate) fn tidy() {
    if let Some(recorder) = &*RECORDER {
        recorder.run_upkeep();
    }
}

/// `GET /metrics`. Whoever may not read it learns nothing of it.
pub(crate) async fn get(
    State(site): State<Arc<Site>>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let peer = peer.map(|Extension(Peer(ip))| ip);
    if !may_read(&site.config, peer, &headers) {
        return Err(PageError::NotFound);
    }
    let recorder = RECORDER.as_ref().ok_or(PageError::NotFound)?;
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], recorder.render()).into_response())
}

/// Without a token only this machine may, and not through a proxy that stands on it: one that is set up is believed to be
/// there, and one that isn't may give itself away.
fn may_read(config: &Config, peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    let token = config.secrets.metrics_token.reveal();
    if !token.is_empty() {
        return bearer(headers).is_some_and(|sent| bool::from(sent.as_bytes().ct_eq(token.as_bytes())));
    }
    let forwarded = ["x-forwarded-for", "forwarded", "via", "x-real-ip"].iter().any(|name| headers.contains_key(*name));
    config.server.proxies == 0 && peer.is_some_and(|ip| ip.is_loopback()) && !forwarded
}
