//! What subscriptions share: they end with the first bug, and a store that is busy ends none. What anybody
//! may hear is decided where it is read.

use folkmoot_common::StorageError;
use futures::stream::{self, BoxStream, Stream, StreamExt as _};

use crate::error::ApiError;

/// What a listener is told, one thing after the other; it ends with the first bug.
pub(crate) type Told<T> = BoxStream<'static, Result<T, ApiError>>;

/// The stream ends with its first bug, so that a broken store isn't asked for ever.
pub(crate) fn until_broken<T: Send + 'static>(
    told: impl Stream<Item = Result<T, ApiError>> + Send + 'static,
) -> Told<T> {
    let until_broken = stream::unfold((told.boxed(), false), |(mut told, broken)| async move {
        if broken {
            return None;
        }
        let next = told.next().await?;
        let broken = next.is_err();
        Some((next, (told, broken)))
    });
    until_broken.boxed()
}

/// What was read for a listener, if it is there. One thing missed is better than an end of the stream: the listener reads
/// again anyway.
pub(crate) fn heard<T>(read: Result<Option<T>, StorageError>) -> Option<Result<T, ApiError>> {
    match read {
        Ok(thing) => thing.map(Ok),
        Err(error) if error.is_passing() => None,
        Err(error) => Some(Err(error.into())),
    }
}
