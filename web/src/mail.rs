//! The outbox's worker: takes letters that are due, hands each to the mail server, and notes how that went. A letter that
//! can't leave is tried again, later each time, and given up in the end. A crash between sending and noting sends a
//! letter twice, with the same Message-ID; it never loses one.

mod html;
pub(crate) mod page;
mod paper;
pub(crate) mod probe;
pub(crate) mod stop;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{PostedMail, StorageError};
use futures::TryStreamExt as _;
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use crate::site::Site;

use paper::Paper;

type Postman = AsyncSmtpTransport<Tokio1Executor>;

/// After each failed try, how long until the next; after the last there is none.
const WAITS: [Duration; 5] = [
    Duration::from_secs(5),
    Duration::from_secs(30),
    Duration::from_secs(2 * 60),
    Duration::from_secs(10 * 60),
    Duration::from_secs(60 * 60),
];
/// How often the outbox is looked into: a sign-in letter should be gone within seconds.
const LOOK: Duration = Duration::from_secs(1);
/// How long a claimed letter is hidden from other workers; longer than all tries of one round may take.
const HOLD: Duration = Duration::from_secs(5 * 60);
/// How long the mail server may take for one letter.
const PATIENCE: Duration = Duration::from_secs(10);
/// Lines to the mail server that may be open at once: no more than there are letters in a round.
pub(crate) const MOST_LINES: u32 = 28;
/// Letters in one round.
const ROUND: u64 = MOST_LINES as u64;
// Even when none of them can leave, a round ends while its letters are still hidden from others.
const _: () = assert!(PATIENCE.as_secs() * ROUND < HOLD.as_secs(), "a letter could be sent twice");
/// Without a mail server, how often the log says that letters wait.
const REMIND: Duration = Duration::from_secs(60);

/// Whether an address can be a mail server's. In one line, without the address, which may hold a password.
pub(crate) fn check(smtp_url: &str) -> Result<(), String> {
    builder(smtp_url).map(|_| ())
}

fn builder(smtp_url: &str) -> Result<AsyncSmtpTransportBuilder, String> {
    let wrong =
        |_why| "must be smtp://user:password@host:port, with ?tls=required for STARTTLS, or smtps://…".to_owned();
    Postman::from_url(smtp_url).map_err(wrong)
}

/// Keeps its lines to the mail server open for a while: many letters, one greeting.
fn postman(smtp_url: &str, lines: u32) -> Result<Postman, String> {
    let pool = PoolConfig::new().max_size(lines);
    Ok(builder(smtp_url)?.timeout(Some(PATIENCE)).pool_config(pool).build())
}

/// Runs until the site closes.
pub(crate) async fn work(site: Arc<Site>) {
    let url = site.config.mail.smtp_url.reveal();
    if url.is_empty() {
        return remind(&site).await;
    }
    let (Ok(postman), Some(paper)) = (postman(url, site.config.mail.lines), Paper::of(&site)) else {
        return tracing::error!("the mail settings can't be used: letters wait");
    };
    loop {
        let pause = match round(&site, &postman, &paper).await {
            Ok(sent) if sent == ROUND => Duration::ZERO,
            Ok(_) => LOOK,
            Err(why) => {
                tracing::warn!(cause = %why, "the outbox can't be read");
                LOOK * 5
            }
        };
        tokio::select! {
            () = site.tasks.closing() => break,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// One look into the outbox. Says how many letters were taken. Several leave side by side; those to one reader leave one
/// after the other, in the order of their reasons.
async fn round(site: &Site, postman: &Postman, paper: &Paper) -> Result<u64, StorageError> {
    let now = site.sources.now();
    let letters = site.outbox.claim(now, now.plus(HOLD), ROUND).await?;
    let taken = u64::try_from(letters.len()).unwrap_or(ROUND);
    let mut lanes: Vec<(String, Vec<PostedMail>)> = Vec::new();
    for letter in letters {
        match lanes.iter_mut().find(|(to, _)| *to == letter.mail.to) {
            Some((_, lane)) => lane.push(letter),
            None => lanes.push((letter.mail.to.clone(), vec![letter])),
        }
    }
    let lanes = futures::stream::iter(lanes.into_iter().map(Ok));
    let lines = usize::try_from(site.config.mail.lines).ok();
    lanes.try_for_each_concurrent(lines, |(_, lane)| send(site, postman, paper, lane)).await?;
    Ok(taken)
}

/// Sends these letters, one after the other.
async fn send(site: &Site, postman: &Postman, paper: &Paper, letters: Vec<PostedMail>) -> Result<(), StorageError> {
    for letter in letters {
        let result = match paper.message(&letter) {
            Ok(message) => hand_over(postman, message, PATIENCE).await,
            Err(why) => Err(why),
        };
        let now = site.sources.now();
        match result {
            Ok(()) => site.outbox.sent(letter.id, now).await?,
            Err(why) => {
                let retry = wait(letter.attempts).map(|wait| now.plus(wait));
                tracing::warn!(mail.id = %letter.id, given_up = retry.is_none(), "a letter could not be sent: {why}");
                site.outbox.failed(letter.id, &why, retry).await?;
            }
        }
        if site.tasks.is_closing() {
            break;
        }
    }
    Ok(())
}

/// The library's own patience is for connecting only: a server that says nothing more must not stop all mail.
async fn hand_over(postman: &Postman, message: Message, patience: Duration) -> Result<(), String> {
    match tokio::time::timeout(patience, postman.send(message)).await {
        Ok(sent) => sent.map(|_| ()).map_err(|why| why.to_string()),
        Err(_late) => Err(format!("the mail server did not answer within {} seconds", patience.as_secs())),
    }
}

/// How long after this many tries, the last of which has just failed, the next is due.
fn wait(tries: u32) -> Option<Duration> {
    WAITS.get(usize::try_from(tries.saturating_sub(1)).ok()?).copied()
}

/// Without a mail server: says now and then that letters wait, so that nobody wonders why none arrive.
async fn remind(site: &Site) {
    loop {
        match site.outbox.waiting().await {
            Ok(0) | Err(_) => {}
            Ok(waiting) if !site.config.dev => {
                tracing::warn!(waiting, "letters wait and SMTP_URL is not set: nobody can sign in by mail");
            }
            Ok(_) => {}
        }
        tokio::select! {
            () = site.tasks.closing() => break,
            () = tokio::time::sleep(REMIND) => {}
        }
    }
}
