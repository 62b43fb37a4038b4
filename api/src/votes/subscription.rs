//! Tallies as they move. A listener starts from what the database says, and hears of public ideas only.

use std::collections::{HashMap, HashSet};
use std::future::ready;

use async_graphql::{Context, ID, Subscription};
use folkmoot_common::IdeaId;
use futures::stream::{self, BoxStream, Stream, StreamExt as _};

use super::object::Tally;
use super::watch::Watch;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;

/// What can be heard of votes.
#[derive(Default)]
pub(crate) struct VoteSubscriptions;

#[Subscription]
impl VoteSubscriptions {
    /// The present tallies of these public ideas, then every later one: at most two a second for each idea, each with a
    /// higher version than the one before.
    async fn tally_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 50 ideas. Those that aren't public are left out.")] idea_ids: Vec<ID>,
    ) -> Result<BoxStream<'static, Tally>, ApiError> {
        let wanted = ids::followed(&idea_ids)?;
        let services = ctx.services()?;
        let watch = ctx.data_opt::<Watch>().cloned().ok_or_else(|| ApiError::missing("the schema has no watch"))?;

        // Listening begins before reading, so that nothing falls between the two.
        let moving = services.votes.follow(&wanted);
        let present = services.votes.tallies(&wanted).await?;
        if present.is_empty() {
            return Err(ApiError::not_found());
        }
        let public: HashSet<IdeaId> = present.iter().map(|tally| tally.idea).collect();
        watch.saw_public(&present).await;

        let later = moving.filter_map(move |tally| {
            let (watch, watched) = (watch.clone(), public.contains(&tally.idea));
            // One tally left out is better than an end of the stream: the next one has everything.
            async move { if watched { watch.still_public(tally).await.ok().flatten() } else { None } }
        });
        Ok(rising(stream::iter(present).chain(later)).map(Tally).boxed())
    }
}

/// Without those that are no newer than one already sent.
fn rising(
    tallies: impl Stream<Item = folkmoot_common::Tally> + Send + 'static,
) -> impl Stream<Item = folkmoot_common::Tally> + Send + 'static {
    let sent = HashMap::<IdeaId, i64>::new();
    let newer = tallies.scan(sent, |sent, tally| {
        let before = sent.insert(tally.idea, tally.version);
        let is_newer = before.is_none_or(|before| before < tally.version);
        if !is_newer && let Some(before) = before {
            sent.insert(tally.idea, before);
        }
        ready(Some(is_newer.then_some(tally)))
    });
    newer.filter_map(ready)
}
