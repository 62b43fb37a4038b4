//! Comments as they are posted. The megaphone carries ids only: each is read anew through the listener's own sight.

use async_graphql::{Context, ID, Subscription};
use futures::StreamExt as _;

use super::object::Comment;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::listening::{Told, heard, until_broken};

/// What can be heard of comments.
#[derive(Default)]
pub(crate) struct CommentSubscriptions;

#[Subscription]
impl CommentSubscriptions {
    /// Every comment posted under the idea from now on, as far as the viewer may read it. A listener too slow to
    /// follow loses the oldest: read the list again after a pause.
    async fn comment_posted(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The idea.")] idea_id: ID,
    ) -> Result<Told<Comment>, ApiError> {
        let id = ids::argument(&idea_id, "ideaId")?;
        let services = ctx.services()?.clone();
        let viewer = ctx.viewer();
        if services.ideas.find(&viewer, id).await?.is_none() {
            return Err(ApiError::not_found());
        }
        let posted = services.comments.follow(id);
        let read = posted.filter_map(move |comment| {
            let comments = services.comments.clone();
            async move {
                let found = comments.find(&viewer, comment).await;
                heard(found.map(|comment| comment.filter(|comment| comment.words.is_some()).map(Comment)))
            }
        });
        Ok(until_broken(read))
    }
}
