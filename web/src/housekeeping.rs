//! Work by the clock: what has expired is forgotten, what was counted is folded, and the mail's queue is measured.

use std::sync::Arc;
use std::time::Duration;

use crate::numbers;
use crate::site::Site;

/// How often metrics are folded.
const FOLD: Duration = Duration::from_secs(5);
/// Every how many folds the mail's queue is measured and quiet senders are forgotten: once in 30 seconds.
const MEASURE: u64 = 6;
/// Every how many folds what has expired is forgotten: once in ten minutes.
const FORGET: u64 = 120;

/// For how long the answer to an act is kept under its key.
const KEYS_ARE_KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// How many keys are forgotten in one statement.
const AT_ONCE: u64 = 1_000;

/// Runs until the site closes.
pub(crate) async fn work(site: Arc<Site>) {
    let mut turn: u64 = 0;
    loop {
        tokio::select! {
            () = site.tasks.closing() => break,
            () = tokio::time::sleep(FOLD) => {}
        }
        turn = turn.wrapping_add(1);
        numbers::tidy();
        if turn.is_multiple_of(MEASURE) {
            measure(&site).await;
            site.pace.tidy();
        }
        if turn.is_multiple_of(FORGET) {
            forget(&site).await;
            forget_keys(&site).await;
        }
    }
}

async fn measure(site: &Site) {
    if let Ok(waiting) = site.outbox.waiting().await {
        // At most 1,000, so nothing is lost.
        metrics::gauge!("folkmoot_mail_waiting").set(f64::from(u32::try_from(waiting).unwrap_or(u32::MAX)));
    }
}

async fn forget(site: &Site) {
    match site.people.forget_expired().await {
        Ok(0) => {}
        Ok(forgotten) => tracing::info!(forgotten, "expired sign-ins, sessions, drafts and letters were forgotten"),
        Err(why) => tracing::warn!(cause = %why, "what has expired can't be forgotten now"),
    }
}

async fn forget_keys(site: &Site) {
    let before = site.sources.now().minus(KEYS_ARE_KEPT);
    loop {
        match site.retries.forget(before, AT_ONCE).await {
            Ok(AT_ONCE) => {}
            Ok(_last) => return,
            Err(why) => return tracing::warn!(cause = %why, "keys of acts can't be forgotten now"),
        }
    }
}
