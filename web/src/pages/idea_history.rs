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
use super::lang::Lang;
use super::link;
use super::when::When;
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// Which versions.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    /// The version to show; the newest when none is named.
    pub(crate) version: Option<i32>,
    /// The version to compare it with; the one before when none is named.
    pub(crate) from: Option<i32>,
}

impl Wanted {
    /// The version to compare with and the version to show, the earlier one first: of these revisions, newest first,
    /// whose numbers `number` tells. `None` only when there are none.
    pub(crate) fn pair<'a, T>(&self, revisions: &'a [T], number: impl Fn(&T) -> i32) -> Option<(&'a T, &'a T)> {
        let find = |wanted: i32| revisions.iter().find(|revision| number(revision) == wanted);
        let shown = self.version.and_then(find).or(revisions.first())?;
        let before = self.from.and_then(find).or_else(|| find(number(shown).saturating_sub(1))).unwrap_or(shown);
        Some(if number(before) > number(shown) { (shown, before) } else { (before, shown) })
    }
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
    /// The language of the title.
    pub(crate) titled: Lang,
    /// The language of what changed.
    pub(crate) language: Lang,
    /// Its page.
    pub(crate) path: String,
    /// This page.
    pub(crate) here: String,
    pub(crate) versions: Vec<Version>,
    pub(crate) shown: i32,
    /// The version that it is compared with; the same where nothing came before.
    pub(crate) before: i32,
    /// The title's changes; none for a comment.
    pub(crate) heading: Vec<Stretch>,
    /// The messages of the stance before and now, when it changed.
    pub(crate) stance: Option<(String, String)>,
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
    let (before, shown) = wanted.pair(&revisions, |revision| revision.revision).ok_or(PageError::NotFound)?;
    let title = |revision: &Revision| revision.title.as_str().to_owned();
    page(&History {
        frame: Frame::new(&site, &asking, "ideas").unlisted(),
        title: idea.title.as_str().to_owned(),
        titled: Lang::of(asking.here.words, &idea.language),
        language: Lang::of(asking.here.words, &idea.language),
        path: link::idea(&idea),
        here: link::act(&idea, "history"),
        versions: versions(&revisions, shown.revision, |revision| (revision.revision, revision.written_at)),
        shown: shown.revision,
        before: before.revision,
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
