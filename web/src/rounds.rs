//! The council's own rounds, by the clock: ideas that are owed an answer find their department, answers that were set for a
//! time become public, whoever must say what came of a milestone is asked, and the calendar is laid out for the years ahead.
//! Each step may be done by every node at once: the store lets one do it.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_replies::ReplyError;

use crate::site::Site;

/// How often: an officer should hear within seconds that an idea waits.
const ROUND: Duration = Duration::from_secs(5);
/// Every how many rounds the calendar is looked at: once in an hour.
const CALENDAR: u64 = 720;

/// Runs until the site closes.
pub(crate) async fn work(site: Arc<Site>) {
    let mut turn: u64 = 0;
    loop {
        tokio::select! {
            () = site.tasks.closing() => break,
            () = tokio::time::sleep(ROUND) => {}
        }
        turn = turn.wrapping_add(1);
        if let Err(why) = round(&site, turn).await {
            tracing::warn!(cause = %why, "a round of the council's desk could not be made");
        }
    }
}

async fn round(site: &Site, turn: u64) -> Result<(), ReplyError> {
    site.replies.round().await?;
    if turn.is_multiple_of(CALENDAR) {
        site.replies.lay_out().await?;
    }
    Ok(())
}
