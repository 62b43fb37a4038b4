//! One log line and two metrics for each request: method, route, status, milliseconds. Never a query, a body, a header
//! or the path as typed, because links carry secrets.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};
use folkmoot_common::Sources;
use tracing::Span;

/// What is remembered of a request until its answer is known.
pub(super) struct Seen {
    method: &'static str,
    route: MatchedRoute,
    incident: String,
    since: Instant,
}

type MatchedRoute = std::sync::Arc<str>;

impl Seen {
    pub(super) fn of(request: &Request, sources: &Sources) -> Self {
        let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
        let incident = format!("{:08x}{:08x}", sources.draw(u32::MAX), sources.draw(u32::MAX));
        Self { method: word(request.method()), route: route.into(), incident, since: Instant::now() }
    }

    /// The number that ties a person's question to the log.
    pub(super) fn incident(&self) -> &str {
        &self.incident
    }

    /// What every log line of this request stands in.
    pub(super) fn span(&self) -> Span {
        tracing::info_span!("request", id = self.incident, method = self.method, route = &*self.route)
    }

    pub(super) fn note(&self, status: StatusCode) {
        let took = self.since.elapsed();
        let code = status.as_u16();
        let (id, method, route) = (&*self.incident, self.method, &*self.route);
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        if status.is_server_error() {
            tracing::error!(target: "folkmoot::request", id, method, route, status = code, ms);
        } else {
            tracing::info!(target: "folkmoot::request", id, method, route, status = code, ms);
        }
        let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", code.to_string())];
        metrics::counter!("folkmoot_http_requests_total", &labels).increment(1);
        metrics::histogram!("folkmoot_http_request_seconds", "route" => route.to_owned()).record(took.as_secs_f64());
    }
}

/// A closed list, so that nobody can fill the metrics with made-up methods.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}
