//! Everything one has posted, whatever became of it, page by page.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_ideas::{Idea, IdeaOrder};

use super::cards::Standing;
use super::frame::{Frame, page};
use super::lang::Lang;
use super::link;
use super::me::{Wanted, own_ideas};
use super::pager::Pager;
use super::sign_in::first;
use super::when::When;
use crate::edge::{Asking, Query};
use crate::error::PageError;
use crate::site::Site;

/// Ideas on one page.
const SIZE: u16 = 20;

#[derive(Template)]
#[template(path = "me_ideas.html")]
struct Ideas {
    frame: Frame,
    tab: &'static str,
    ideas: Vec<Mine>,
    later: bool,
    pager: Pager,
}

/// An idea of one's own.
pub(crate) struct Mine {
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) path: String,
    pub(crate) standing: Standing,
    pub(crate) posted: When,
    pub(crate) support: i64,
    pub(crate) oppose: i64,
    pub(crate) comments: i64,
    /// Whether a moderator hides it at present.
    pub(crate) hidden: bool,
    /// Whether others can vote and comment on it, so that counts mean something.
    pub(crate) public: bool,
}

impl Mine {
    pub(crate) fn of(asking: &Asking, idea: &Idea) -> Self {
        Self {
            title: idea.title.as_str().to_owned(),
            language: Lang::of(asking.here.words, &idea.language),
            path: link::idea(idea),
            standing: Standing(idea.status),
            posted: When::day(idea.created_at),
            support: idea.tally.support,
            oppose: idea.tally.oppose,
            comments: idea.tally.comments,
            hidden: idea.hidden,
            public: idea.is_public(),
        }
    }
}

/// `GET /me/ideas`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let Some(known) = &asking.known else { return Ok(first("/me/ideas")) };
    let request = wanted.place().request(SIZE, IdeaOrder::Newest.slug());
    let listed = site.ideas.list(&asking.viewer, &own_ideas(known), &request).await?;
    page(&Ideas {
        frame: Frame::new(&site, &asking, "me").with_notice(wanted.done.as_deref()),
        tab: "ideas",
        ideas: listed.items.iter().map(|listed| Mine::of(&asking, &listed.idea)).collect(),
        later: request.from.is_some(),
        pager: Pager::of(&listed, "/me/ideas", "", |listed| &listed.cursor),
    })
}
