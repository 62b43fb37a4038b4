//! How long one execution may take, where the transport can't tell one from the next: over a socket an answer may be
//! one of many, and a subscription waits for years. The timer is the transport's own; nothing here runs on a runtime.

use std::sync::Arc;

use async_graphql::async_trait::async_trait;
use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextExecute};
use async_graphql::{Response, ServerError};
use futures::future::{BoxFuture, Either, select};

use crate::error::{ApiError, Code};

/// A timer for every execution of a request that brings it as data: it resolves when time is up.
#[derive(Clone)]
pub struct Patience(Arc<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>);

impl Patience {
    /// Timers as this makes them.
    pub fn new(timer: impl Fn() -> BoxFuture<'static, ()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(timer))
    }
}

/// Gives up an execution whose time is up: a query, a mutation, or one event of a subscription.
pub(crate) struct Hurry;

impl ExtensionFactory for Hurry {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait]
impl Extension for Hurry {
    async fn execute(&self, ctx: &ExtensionContext<'_>, operation: Option<&str>, next: NextExecute<'_>) -> Response {
        let Some(patience) = ctx.data_opt::<Patience>() else {
            return next.run(ctx, operation).await;
        };
        match select(Box::pin(next.run(ctx, operation)), (patience.0)()).await {
            Either::Left((response, _timer)) => response,
            Either::Right(((), _unfinished)) => {
                tracing::warn!("an operation took too long");
                Response::from_errors(vec![too_slow()])
            }
        }
    }
}

fn too_slow() -> ServerError {
    let words = "This took too long. Ask for less at a time, or try again in a few seconds.";
    ApiError::new(Code::Unavailable, words).of_everything()
}

#[cfg(test)]
mod tests;
