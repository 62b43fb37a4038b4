//! For how long a database may say nothing. A request is given up by whoever asked; what works for many, and for nobody in
//! particular, has to give up by itself.

use std::time::Duration;

use folkmoot_common::StorageError;
use tokio::time::timeout;

/// A server ends each statement itself after five seconds: whoever says nothing about one for longer is not slow, but behind a
/// line that leads nowhere any more.
pub(crate) const SILENCE: Duration = Duration::from_secs(7);

/// The same for work of several statements. It may have been slow and not silent; either way others have waited enough.
const WORK: Duration = Duration::from_secs(10);

/// What comes of it, unless it takes longer. What the database did meanwhile stands, as where its answer is lost.
pub(crate) async fn in_time<T>(work: impl Future<Output = Result<T, StorageError>>) -> Result<T, StorageError> {
    timeout(WORK, work).await.map_err(|_late| silent())?
}

/// As whoever asked is told of it.
pub(crate) fn silent() -> StorageError {
    StorageError::Unavailable("the database says nothing".into())
}
