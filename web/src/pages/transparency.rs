//! How the council accounts for what moderators do: the figures of the last ninety days, and the public log, as pages and as
//! files.
//!
//! Both are of closed lists, numbers and times. Nothing that anybody wrote is on them, and nobody's name.

mod files;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_moderation::{DECISIONS, FIGURES_KEPT, FIGURES_OVER, Figures, Logged, On, Reason, ReasonCode};

use super::desk::Span;
use super::frame::{Frame, page};
use super::pager::{Pager, Place};
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

pub(crate) use files::{decisions as decisions_file, figures as figures_file};

/// Decisions on one page.
const SIZE: u16 = 30;

#[derive(Template)]
#[template(path = "transparency.html")]
struct Transparency {
    frame: Frame,
    /// Over how many days.
    days: u64,
    /// How old the figures may be.
    minutes: u64,
    at: When,
    figures: Arc<Figures>,
    median: Option<Span>,
    acts: Vec<(&'static str, u64)>,
    reasons: Vec<(String, u64)>,
}

/// `GET /transparency`
pub(crate) async fn show(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    let figures = site.moderation.figures().await?;
    let catalogue = catalogue(&site, &asking).await?;
    let mut acts: Vec<_> = figures.acts.iter().map(|(act, count)| (act.as_str(), *count)).collect();
    let mut reasons: Vec<_> = figures.reasons.iter().map(|(code, count)| (title(&catalogue, code), *count)).collect();
    // The most frequent first; what is equal stays in the order of the desk and of the catalogue.
    acts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    page(&Transparency {
        frame: Frame::new(&site, &asking, ""),
        days: FIGURES_OVER.as_secs() / (24 * 60 * 60),
        minutes: FIGURES_KEPT.as_secs() / 60,
        at: When::minute(figures.at),
        median: figures.median_wait.map(Span::of),
        acts,
        reasons,
        figures,
    })
}

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    after: Option<String>,
    before: Option<String>,
}

/// A line of the log in words.
struct Line {
    at: When,
    act: &'static str,
    on: On,
    reason: Option<String>,
    undone: bool,
    appealed: bool,
    overturned: Option<bool>,
}

#[derive(Template)]
#[template(path = "transparency_log.html")]
struct Log {
    frame: Frame,
    lines: Vec<Line>,
    pager: Pager,
}

/// `GET /transparency/decisions`
pub(crate) async fn log(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let place = Place { after: wanted.after.as_deref(), before: wanted.before.as_deref() };
    let listed = site.moderation.log(&place.request(SIZE, DECISIONS)).await?;
    let catalogue = catalogue(&site, &asking).await?;
    let line = |one: &Logged| Line {
        at: When::minute(one.at),
        act: one.act.as_str(),
        on: one.on,
        reason: one.reason.as_ref().map(|code| title(&catalogue, code)),
        undone: one.undone,
        appealed: one.appealed,
        overturned: one.overturned,
    };
    page(&Log {
        lines: listed.items.iter().map(line).collect(),
        pager: Pager::of(&listed, "/transparency/decisions", "", |one| &one.cursor),
        frame: Frame::new(&site, &asking, ""),
    })
}

async fn catalogue(site: &Site, asking: &Asking) -> Result<Vec<Reason>, PageError> {
    Ok(site.moderation.reasons(&asking.here.words.language()).await?)
}

/// A reason in the council's words; its code when it has none any more.
fn title(catalogue: &[Reason], code: &ReasonCode) -> String {
    let known = catalogue.iter().find(|reason| reason.code == *code);
    known.map_or_else(|| code.as_str().to_owned(), |reason| reason.title.clone())
}
