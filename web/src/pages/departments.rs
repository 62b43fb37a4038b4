//! Who in the council answers for what, and how each department keeps what was promised: a directory, one page for each,
//! the ideas whose answer is overdue (`overdue.rs`), and the figures for spreadsheets.
//!
//! The figures count promises that were kept in the last twelve months, and all that still wait, however old they are. Each
//! step counts by itself, in a table of its own: to have seen an idea is no answer. Nobody's name is on these pages.

mod overdue;

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::PageRequest;
use folkmoot_replies::{AnsweredFilter, Department, MOST_OVERDUE, Score};

use super::answers::{Line, lines};
use super::csv_file::{file, text};
use super::frame::{Frame, Raw, page};
use super::when::When;
use crate::edge::{Asking, Path};
use crate::error::PageError;
use crate::site::Site;

use overdue::{Late, late, query};
pub(crate) use overdue::{overdue_feed, overdue_table};

/// Answers on a department's page.
const LATEST: u16 = 10;
/// Promises that were kept longer ago are counted no more.
const SINCE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// A department in the directory.
#[derive(Debug, Clone)]
struct Entry {
    name: String,
    path: String,
    about: Raw,
    closed: bool,
}

/// The figures of one kind of promise.
#[derive(Debug, Clone)]
struct Table {
    /// Which, in the API's word: the end of the name of the message that says so.
    kind: &'static str,
    rows: Vec<Row>,
}

/// A row of the figures.
#[derive(Debug, Clone)]
struct Row {
    /// The department; none for what no department has.
    name: Option<String>,
    path: String,
    kept: u64,
    late: u64,
    waiting: u64,
    overdue: u64,
    median_days: Option<u32>,
}

#[derive(Template)]
#[template(path = "departments.html")]
struct Directory {
    frame: Frame,
    entries: Vec<Entry>,
    tables: Vec<Table>,
    since: When,
    /// The longest overdue first.
    late: Vec<Late>,
    /// So many are named at the most.
    most: u64,
    /// What the addresses of all of them end in.
    query: String,
}

#[derive(Template)]
#[template(path = "department.html")]
struct One {
    frame: Frame,
    entry: Entry,
    slug: String,
    tables: Vec<Table>,
    since: When,
    /// The longest overdue first.
    late: Vec<Late>,
    /// So many are named at the most.
    most: u64,
    /// What the addresses of all of them end in.
    query: String,
    lines: Vec<Line>,
    more: bool,
}

/// `GET /departments`
pub(crate) async fn show(State(site): State<Arc<Site>>, asking: Asking) -> Result<Response, PageError> {
    let departments = site.replies.departments().await?;
    let (scores, since) = scores(&site).await?;
    page(&Directory {
        frame: Frame::new(&site, &asking, "answers"),
        entries: departments.iter().filter(|one| one.closed_at.is_none()).map(Entry::of).collect(),
        tables: Table::all(&scores),
        since,
        late: late(&site, asking.here.words, None).await?,
        most: MOST_OVERDUE,
        query: query(None),
    })
}

/// `GET /departments/{slug}`
pub(crate) async fn one(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(slug): Path<String>,
) -> Result<Response, PageError> {
    let departments = site.replies.departments().await?;
    let department = departments.into_iter().find(|one| one.slug == slug).ok_or(PageError::NotFound)?;
    let (mut scores, since) = scores(&site).await?;
    scores.retain(|score| score.department.as_ref().is_some_and(|one| one.id == department.id));
    let filter = AnsweredFilter { department: Some(department.id), ..AnsweredFilter::default() };
    let answered = site.replies.answered(&filter, &PageRequest::first(LATEST)).await?;
    page(&One {
        frame: Frame::new(&site, &asking, "answers"),
        entry: Entry::of(&department),
        tables: Table::all(&scores),
        since,
        late: late(&site, asking.here.words, Some(department.id)).await?,
        most: MOST_OVERDUE,
        query: query(Some(&department)),
        lines: lines(&site, asking.here.words, &answered.items).await?,
        more: answered.has_next,
        slug,
    })
}

/// `GET /departments/scores.csv`
pub(crate) async fn table(State(site): State<Arc<Site>>) -> Result<Response, PageError> {
    // What was promised came later, and stands last: whoever reads by position finds the others where they were.
    const NAMES: [&str; 8] = ["department", "address", "kept", "late", "waiting", "overdue", "median_days", "promise"];
    let (scores, _since) = scores(&site).await?;
    let row = |score: &Score| {
        let row = Row::of(score);
        [
            row.name.as_deref().map(text).unwrap_or_default(),
            row.path,
            row.kept.to_string(),
            row.late.to_string(),
            row.waiting.to_string(),
            row.overdue.to_string(),
            row.median_days.map(|days| days.to_string()).unwrap_or_default(),
            score.kind.as_str().to_owned(),
        ]
    };
    file("folkmoot-promises.csv", std::iter::once(NAMES.map(str::to_owned)).chain(scores.iter().map(row)))
}

async fn scores(site: &Site) -> Result<(Vec<Score>, When), PageError> {
    let since = site.sources.now().minus(SINCE);
    Ok((site.replies.scores(since).await?, When::day(since)))
}

fn path(department: &Department) -> String {
    format!("/departments/{}", department.slug)
}

impl Entry {
    fn of(department: &Department) -> Self {
        Self {
            name: department.name.clone(),
            path: path(department),
            about: Raw(department.about.to_html()),
            closed: department.closed_at.is_some(),
        }
    }
}

impl Table {
    /// One for each kind, in the order of the scores.
    fn all(scores: &[Score]) -> Vec<Self> {
        let kinds = scores.chunk_by(|one, next| one.kind == next.kind);
        let table = |of: &[Score]| {
            let kind = of.first()?.kind.as_str();
            Some(Self { kind, rows: of.iter().map(Row::of).collect() })
        };
        kinds.filter_map(table).collect()
    }
}

impl Row {
    fn of(score: &Score) -> Self {
        Self {
            name: score.department.as_ref().map(|one| one.name.clone()),
            path: score.department.as_ref().map(path).unwrap_or_default(),
            kept: score.kept,
            late: score.late,
            waiting: score.waiting,
            overdue: score.overdue,
            median_days: score.median_days,
        }
    }
}
