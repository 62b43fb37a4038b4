//! The log and the figures for a spreadsheet: CSV with a line of names on top, times as RFC 3339 says, the same in every
//! language.
//!
//! Each value is a code of a closed list, a number or a time, so none can begin like a formula. The log is bounded: the
//! latest 10,000 decisions.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_moderation::{Figures, Logged, On};

use crate::error::PageError;
use crate::pages::csv_file::file;
use crate::pages::when::When;
use crate::site::Site;

const LOG: [&str; 9] = ["at", "act", "on", "idea", "comment", "reason", "taken_back", "appealed", "overturned"];

/// `GET /transparency/decisions.csv`
pub(crate) async fn decisions(State(site): State<Arc<Site>>) -> Result<Response, PageError> {
    let latest = site.moderation.latest().await?;
    let lines = std::iter::once(LOG.map(str::to_owned)).chain(latest.iter().map(line));
    file("folkmoot-decisions.csv", lines)
}

/// `GET /transparency/figures.csv`
pub(crate) async fn figures(State(site): State<Arc<Site>>) -> Result<Response, PageError> {
    let figures = site.moderation.figures().await?;
    file("folkmoot-figures.csv", counts(&figures).into_iter())
}

fn line(one: &Logged) -> [String; 9] {
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let (idea, comment) = match one.on {
        On::Idea { number: idea, .. } => (number(idea), String::new()),
        On::Comment { idea, number: comment } => (number(idea), number(comment.map(i64::from))),
        On::Person => (String::new(), String::new()),
    };
    [
        When::minute(one.at).exact(),
        one.act.as_str().to_owned(),
        one.on.kind().to_owned(),
        idea,
        comment,
        one.reason.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
        one.undone.to_string(),
        one.appealed.to_string(),
        one.overturned.map(|overturned| overturned.to_string()).unwrap_or_default(),
    ]
}

/// What is counted, of which act or reason, and how often. The median is in seconds, and empty when nothing waited.
fn counts(figures: &Figures) -> Vec<[String; 3]> {
    let row = |what: &str, of: &str, count: String| [what.to_owned(), of.to_owned(), count];
    let median = figures.median_wait.map(|wait| wait.as_secs().to_string()).unwrap_or_default();
    let mut rows = vec![
        row("figure", "of", "value".to_owned()),
        row("counted_at", "", When::minute(figures.at).exact()),
        row("decided", "", figures.decided.to_string()),
        row("median_wait_seconds", "", median),
        row("appeals_answered", "", figures.appeals.to_string()),
        row("appeals_overturned", "", figures.overturned.to_string()),
        row("taken_back", "", figures.undone.to_string()),
    ];
    rows.extend(figures.acts.iter().map(|(act, count)| row("act", act.as_str(), count.to_string())));
    rows.extend(figures.reasons.iter().map(|(code, count)| row("reason", code.as_str(), count.to_string())));
    rows
}
