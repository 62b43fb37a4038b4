//! Comments as they are posted. The megaphone carries ids only: each is read anew through the listener's own sight.

use async_graphql::{Context, ID, Subscription};
use futures::stream::{self, BoxStream, StreamExt as _};

use super::object::Comment;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;

/// Comments as they come; it ends with the first bug.
type Posted = BoxStream<'static, Result<Comment, ApiError>>;

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
    ) -> Result<Posted, ApiError> {
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
                match comments.find(&viewer, comment).await {
                    Ok(comment) => {
                        comment.filter(|comment| comment.words.is_some()).map(|comment| Ok(Comment(comment)))
                    }
                    // One missed comment is better than an end of the stream: the listener reads the list again anyway.
                    Err(error) if error.is_passing() => None,
                    Err(error) => Some(Err(ApiError::from(error))),
                }
            }
        });
        // The stream ends with its first bug, so that a broken store isn't asked for ever.
        let until_broken = stream::unfold((read.boxed(), false), |(mut read, broken)| async move {
            if broken {
                return None;
            }
            let next = read.next().await?;
            let broken = next.is_err();
            Some((next, (read, broken)))
        });
        Ok(until_broken.boxed())
    }
}
