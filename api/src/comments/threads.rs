//! An idea's threads as a connection. The first page of several ideas is read at once; later pages one by one, and of one idea only.

use std::sync::Arc;

use async_graphql::{Context, Enum};
use folkmoot_comments as domain;
use folkmoot_common::IdeaId;
use folkmoot_ideas::Idea;

use super::object::Comment;
use crate::connection::{Listing, Total, Window, listing};
use crate::context::Reach as _;
use crate::error::ApiError;

/// In which order threads stand. Replies always follow what they reply to, oldest first.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::CommentOrder")]
pub(crate) enum CommentOrder {
    /// The latest thread first.
    #[default]
    Newest,
    /// The first thread first.
    Oldest,
}

/// A page of an idea's threads.
pub(crate) async fn threads(
    ctx: &Context<'_>,
    idea: &Idea,
    siblings: &Arc<[IdeaId]>,
    window: Window,
    order: CommentOrder,
) -> Result<Listing<Comment>, ApiError> {
    let order: domain::CommentOrder = order.into();
    let request = window.request(order.slug())?;

    let loaders = ctx.loaders()?;
    let page = if window.is_first_page() {
        loaders.first_comments(idea.id, siblings, order, request.size).await?
    } else {
        // Each later page is a question of its own, and a cursor is one idea's: there is no good reason to ask many.
        if siblings.len() > 1 {
            return Err(ApiError::invalid("comments: after goes on with one idea. Ask for that idea alone."));
        }
        let page = ctx.services()?.comments.list(&ctx.viewer(), idea.id, order, &request).await?;
        loaders.expect_comments(page.items.iter().map(|listed| &listed.comment));
        page
    };

    // The tally counts what anybody can read; places left by deleted comments are in the list but not in the count.
    let page = page.map(|listed| (listed.cursor, Comment(listed.comment)));
    Ok(listing(page, Total::Known(idea.tally.comments)))
}
