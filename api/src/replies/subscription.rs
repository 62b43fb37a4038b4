//! Answers as they are published. The megaphone carries ids only: each idea is read anew through the listener's own sight.

use async_graphql::{Context, ID, Subscription};
use futures::StreamExt as _;

use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::listening::{Told, heard, until_broken};

/// What can be heard of answers.
#[derive(Default)]
pub(crate) struct ReplySubscriptions;

#[Subscription]
impl ReplySubscriptions {
    /// Each of these ideas when the council answers it, revises its answer, or says what came of a step, from now on: as it
    /// stands then, its `officialReplies` and `milestones` with it, as far as the viewer may see it. A listener too slow to
    /// follow loses the oldest: read the ideas again after a pause.
    async fn idea_answered(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 50 ideas. Those that the viewer may not see are left out.")] idea_ids: Vec<ID>,
    ) -> Result<Told<Idea>, ApiError> {
        let wanted = ids::followed(&idea_ids)?;
        let (services, viewer) = (ctx.services()?.clone(), ctx.viewer());

        // Listening begins before reading, so that nothing falls between the two.
        let answered = services.replies.follow(&wanted);
        if services.ideas.find_many(&viewer, &wanted).await?.is_empty() {
            return Err(ApiError::not_found());
        }

        let read = answered.filter_map(move |idea| {
            let ideas = services.ideas.clone();
            async move { heard(ideas.find(&viewer, idea).await.map(|idea| idea.map(Idea::heard))) }
        });
        Ok(until_broken(read))
    }
}
