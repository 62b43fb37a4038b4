//! Whether the program lives, and whether it may be sent requests. Answers come from a short memory, so that nobody can
//! wear the database out by asking; they name no version and no address.

mod redis;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use folkmoot_common::Timestamp;
use folkmoot_migrations::MigrateError;
use serde::Serialize;
use tokio::sync::Mutex;

use crate::site::Site;

/// How long an answer is good for.
const FRESH: Duration = Duration::from_secs(2);
/// How long the database may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// What `/health/ready` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Report {
    status: Status,
    database: Part,
    schema: Part,
    redis: Part,
}

/// All in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Ready,
    /// Everything works; numbers move within this node only.
    Degraded,
    Down,
}

/// One part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    Ok,
    Behind,
    /// Made by a newer program, which should be the one that runs.
    Ahead,
    Unreachable,
    /// Not set up, and not needed.
    None,
}

/// The last report and when it was made. One request asks the database while others wait for its answer.
#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Option<(Timestamp, Report)>>);

/// `GET /health/live`: the program answers.
pub(crate) async fn live() -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(serde_json::json!({ "status": "live" }))).into_response()
}

/// `GET /health/ready`: the database answers and has this program's schema, and votes are taken. Without Redis it is degraded, not down.
pub(crate) async fn ready(State(site): State<Arc<Site>>) -> Response {
    let report = recall(&site).await;
    let status = if report.status != Status::Down { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(report)).into_response()
}

async fn recall(site: &Site) -> Report {
    let mut memory = site.health.0.lock().await;
    let now = site.sources.now();
    if let Some((at, report)) = *memory
        && now.since(at) < FRESH
    {
        return report;
    }
    let report = tokio::time::timeout(PATIENCE, look(site)).await.unwrap_or(Report::unreachable());
    *memory = Some((now, report));
    report
}

async fn look(site: &Site) -> Report {
    if site.pulse.ping().await.is_err() {
        return Report::unreachable();
    }
    let redis = redis::look(site.config.redis.url.reveal()).await;
    match folkmoot_migrations::status(site.config.database.url.reveal()).await {
        Ok(steps) if steps.iter().all(|step| step.applied) => {
            let status = match redis {
                // The desk of votes never closes while the program is well: this one must be started again.
                _ if !site.votes.are_taken() => Status::Down,
                Part::Unreachable => Status::Degraded,
                _ => Status::Ready,
            };
            Report { status, database: Part::Ok, schema: Part::Ok, redis }
        }
        Ok(_missing) => Report { status: Status::Down, database: Part::Ok, schema: Part::Behind, redis },
        Err(MigrateError::Ahead) => Report { status: Status::Down, database: Part::Ok, schema: Part::Ahead, redis },
        Err(MigrateError::Failed(_why)) => Report::unreachable(),
    }
}

impl Report {
    const fn unreachable() -> Self {
        Self { status: Status::Down, database: Part::Unreachable, schema: Part::Unreachable, redis: Part::None }
    }
}
