//! Everything a comment ever said, to those who may read it now.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_comments::Stance;

use super::changes::changes;
use super::finish::of_comment;
use super::frame::{Frame, page};
use super::idea::look_up;
use super::idea_history::{History, Wanted, versions};
use super::lang::Lang;
use super::link;
use crate::edge::{Asking, Path, Query};
use crate::error::PageError;
use crate::site::Site;

/// `GET /ideas/{number}/comments/{comment}/history`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path((number, comment)): Path<(i64, i32)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let idea = look_up(&site, &asking, number).await?;
    let comment = site.comments.find_number(&asking.viewer, idea.id, comment).await?.ok_or(PageError::NotFound)?;
    let revisions = site.comments.history(&asking.viewer, comment.id).await.map_err(of_comment)?;
    let (before, shown) = wanted.pair(&revisions, |revision| revision.revision).ok_or(PageError::NotFound)?;
    let stance = |stance: Stance| format!("history-stance-{}", stance.as_str());
    let path = link::comment(number, comment.number);
    page(&History {
        frame: Frame::new(&site, &asking, "ideas").unlisted(),
        title: idea.title.as_str().to_owned(),
        titled: Lang::of(asking.here.words, &idea.language),
        language: comment.words.as_ref().map(|words| Lang::of(asking.here.words, &words.language)).unwrap_or_default(),
        here: format!("{path}/history"),
        path,
        versions: versions(&revisions, shown.revision, |revision| (revision.revision, revision.written_at)),
        shown: shown.revision,
        before: before.revision,
        heading: Vec::new(),
        stance: (before.stance != shown.stance).then(|| (stance(before.stance), stance(shown.stance))),
        body: changes(before.body.as_str(), shown.body.as_str()),
    })
}
