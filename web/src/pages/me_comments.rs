//! One's own comments, page by page, wherever they stand: published, held, hidden. Of an idea that can't be read any
//! more only that is said.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_comments::{BY_AUTHOR, Comment, CommentState, Stance};
use folkmoot_common::IdeaId;
use folkmoot_ideas::Idea;

use super::frame::{Frame, Raw, page};
use super::lang::Lang;
use super::link;
use super::me::{Topic, Wanted, readable};
use super::pager::Pager;
use super::sign_in::first;
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// Comments on one page.
const SIZE: u16 = 20;

#[derive(Template)]
#[template(path = "me_comments.html")]
struct Comments {
    frame: Frame,
    tab: &'static str,
    comments: Vec<Remark>,
    later: bool,
    pager: Pager,
}

/// A comment by itself, with what it is about.
pub(crate) struct Remark {
    /// The idea, and the comment's lasting address; none when the idea can't be read now.
    pub(crate) idea: Option<Topic>,
    pub(crate) posted: When,
    pub(crate) state: CommentState,
    pub(crate) stance: Option<Stance>,
    /// The department for which its author works, where they are an officer and others read it.
    pub(crate) officer: Option<String>,
    /// What it says; none when even its author can't read it now.
    pub(crate) html: Option<Raw>,
    pub(crate) language: Lang,
}

impl Remark {
    /// Whether it waits for a moderator.
    pub(crate) fn is_held(&self) -> bool {
        self.state == CommentState::Held
    }

    /// Whether a moderator hides it.
    pub(crate) fn is_hidden(&self) -> bool {
        self.state == CommentState::Hidden
    }

    /// Whether it speaks for the idea.
    pub(crate) fn is_for(&self) -> bool {
        self.stance == Some(Stance::For)
    }

    /// Whether it speaks against the idea.
    pub(crate) fn is_against(&self) -> bool {
        self.stance == Some(Stance::Against)
    }
}

/// A comment, beside those of these ideas that can be read.
pub(crate) fn remark(asking: &Asking, comment: &Comment, about: &HashMap<IdeaId, Idea>) -> Remark {
    let idea = about.get(&comment.idea);
    Remark {
        idea: idea.map(|idea| Topic::of(asking, idea, link::comment(idea.number, comment.number))),
        posted: When::day(comment.created_at),
        state: comment.state,
        stance: comment.words.as_ref().map(|words| words.stance),
        officer: None,
        html: comment.words.as_ref().map(|words| Raw(words.html.clone())),
        language: comment.words.as_ref().map(|words| Lang::of(asking.here.words, &words.language)).unwrap_or_default(),
    }
}

/// `GET /me/comments`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    if asking.known.is_none() {
        return Ok(first("/me/comments"));
    }
    let request = wanted.place().request(SIZE, BY_AUTHOR);
    let listed = site.comments.mine(&asking.viewer, &request).await?;
    let about = readable(&site, &asking, listed.items.iter().map(|listed| listed.comment.idea)).await?;
    page(&Comments {
        frame: Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref()),
        tab: "comments",
        comments: listed.items.iter().map(|listed| remark(&asking, &listed.comment, &about)).collect(),
        later: request.from.is_some(),
        pager: Pager::of(&listed, "/me/comments", "", |listed| &listed.cursor),
    })
}
