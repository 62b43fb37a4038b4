//! The queue as it changes. The database is asked about once a second whether it did, for as long as somebody listens:
//! so it works over any number of nodes, and without a megaphone.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Context, Subscription};
use folkmoot_common::Viewer;
use folkmoot_moderation::{Moderation, ModerationError};
use futures::future::BoxFuture;
use futures::stream::{self, BoxStream, StreamExt as _};

use super::object::QueueCounts;
use crate::context::Reach as _;
use crate::error::ApiError;

/// How long to wait from one look to the next.
const EVERY: Duration = Duration::from_secs(1);

/// Makes pauses: the transport's own timer, since nothing here runs on a runtime. A request that subscribes to the queue
/// brings it as data.
#[derive(Clone)]
pub struct Metronome(Arc<dyn Fn(Duration) -> BoxFuture<'static, ()> + Send + Sync>);

impl Metronome {
    /// Pauses as this makes them.
    pub fn new(pause: impl Fn(Duration) -> BoxFuture<'static, ()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(pause))
    }
}

/// Counts as they move; they end with the first bug.
type Moving = BoxStream<'static, Result<QueueCounts, ApiError>>;

/// What can be heard of moderation.
#[derive(Default)]
pub(crate) struct ModerationSubscriptions;

#[Subscription]
impl ModerationSubscriptions {
    /// How much waits: at once, and again about a second after the queue has changed. For moderators.
    async fn moderation_queue_changed(&self, ctx: &Context<'_>) -> Result<Moving, ApiError> {
        ctx.staff()?;
        let moderation = ctx.services()?.moderation.clone();
        let metronome = ctx.data_opt::<Metronome>().cloned();
        let metronome = metronome.ok_or_else(|| ApiError::missing("the request has no metronome"))?;
        let ear = Ear { moderation, viewer: ctx.viewer(), metronome, heard: None, first: true };
        let moving = stream::unfold(Some(ear), |ear| async move {
            let mut ear = ear?;
            match ear.next().await {
                Ok(counts) => Some((Ok(QueueCounts(counts)), Some(ear))),
                Err(error) => Some((Err(error.into()), None)),
            }
        });
        Ok(moving.boxed())
    }
}

/// One listener.
struct Ear {
    moderation: Moderation,
    viewer: Viewer,
    metronome: Metronome,
    heard: Option<i64>,
    first: bool,
}

impl Ear {
    /// Waits until the queue is another than it was. A store that can't answer now is asked again at the next beat.
    async fn next(&mut self) -> Result<folkmoot_moderation::Counts, ModerationError> {
        loop {
            if !std::mem::replace(&mut self.first, false) {
                (self.metronome.0)(EVERY).await;
            }
            match self.look().await {
                Ok(Some(counts)) => return Ok(counts),
                Ok(None) => {}
                Err(ModerationError::Storage(error)) if error.is_passing() => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The stamp is read before the counts: what changes between the two is told at the next beat.
    async fn look(&mut self) -> Result<Option<folkmoot_moderation::Counts>, ModerationError> {
        let stamp = self.moderation.stamp(&self.viewer).await?;
        if self.heard == Some(stamp) {
            return Ok(None);
        }
        let counts = self.moderation.counts(&self.viewer).await?;
        self.heard = Some(stamp);
        Ok(Some(counts))
    }
}
