//! Everything an idea ever said: a list of versions, and what changed in one of them.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::Revision;

use super::changes::{Stretch, Tag, changes};
use super::finish::of_idea;
use super::frame::{Frame, page};
use super::idea::look_up;
use super::link;
use super::when::When;
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// Which version.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(crate) version: Option<i32>,
}

/// One version in the list.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    /// 1 for the first.
    pub(crate) number: i32,
    /// From when it said so.
    pub(crate) written: When,
    /// Whether it is shown below.
    pub(crate) shown: bool,
}

#[derive(Template)]
#[template(path = "history.html")]
pub(crate) struct History {
    pub(crate) frame: Frame,
    /// What this is the history of.
    pub(crate) title: String,
    /// Its page.
    pub(crate) path: String,
    /// This page.
    pub(crate) here: String,
    pub(crate) versions: Vec<Version>,
    pub(crate) shown: i32,
    /// The title's changes; none for a comment.
    pub(crate) heading: Vec<Stretch>,
    /// The stance before and now, when it changed.
    pub(crate) stance: Option<(&'static str, &'static str)>,
    pub(crate) body: Vec<Stretch>,
}

/// `GET …/history`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, _slug)): Path<(i64, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let revisions = site.ideas.history(&asking.viewer, idea.id).await.map_err(of_idea)?;
    let find = |version: i32| revisions.iter().find(|revision| revision.revision == version);
    let shown = wanted.version.and_then(find).or(revisions.first()).ok_or(PageError::NotFound)?;
    let before = find(shown.revision.saturating_sub(1)).unwrap_or(shown);
    let title = |revision: &Revision| revision.title.as_str().to_owned();
    page(&History {
        frame: Frame::new(&site, &asking, "ideas"),
        title: idea.title.as_str().to_owned(),
        path: link::idea(&idea),
        here: link::act(&idea, "history"),
        versions: versions(&revisions, shown.revision, |revision| (revision.revision, revision.written_at)),
        shown: shown.revision,
        heading: changes(&title(before), &title(shown)),
        stance: None,
        body: changes(before.body.as_str(), shown.body.as_str()),
    })
}

/// The list of versions, newest first.
pub(crate) fn versions<T>(
    revisions: &[T],
    shown: i32,
    read: impl Fn(&T) -> (i32, folkmoot_common::Timestamp),
) -> Vec<Version> {
    let version = |(number, at)| Version { number, written: When::minute(at), shown: number == shown };
    revisions.iter().map(|revision| version(read(revision))).collect()
}
