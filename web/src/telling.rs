//! The worker that tells news: a page of people at a time, and no faster than letters leave; and now and then the digests
//! that are due. Any number of nodes may do it at once.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::StorageError;
use folkmoot_replies::Stepped;

use crate::site::Site;

/// How long it rests when there is nothing to tell, or nowhere to put it.
const REST: Duration = Duration::from_secs(1);
/// How often digests are looked for, in rests.
const DIGESTS: u64 = 30;

/// Runs until the site closes.
pub(crate) async fn work(site: Arc<Site>) {
    let mut rests: u64 = 0;
    loop {
        let pause = match turn(&site, rests.is_multiple_of(DIGESTS)).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => {
                rests = rests.wrapping_add(1);
                REST
            }
            Err(why) => {
                tracing::warn!(cause = %why, "news can't be told now");
                rests = rests.wrapping_add(1);
                REST * 5
            }
        };
        tokio::select! {
            () = site.tasks.closing() => break,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Says whether there is more to do at once.
async fn turn(site: &Site, digests: bool) -> Result<bool, StorageError> {
    let digests = digests && site.telling.post_digests().await? > 0;
    Ok(matches!(site.telling.step().await?, Stepped::Told(_)) || digests)
}
