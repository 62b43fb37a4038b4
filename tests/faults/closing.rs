//! Voting ends in the middle of many votes from all nodes, and while somebody holds the tables and the connections that they
//! need. By the database's clock: what was sent afterwards never counts, and what was sent before is never refused for
//! lateness, however long it had to wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures::future::join_all;

use super::checks::{self, Findings};
use super::clients::{CLIENTS, Polls, browser};
use super::hand::{self, Slipped};
use super::history::{Choice, Got, History, Sent};
use super::house::{House, Plan};
use super::report::Line;
use super::watch::Watcher;

/// The clocks of clients and of the database are one machine's, read at different moments.
const GRACE: Duration = Duration::from_millis(5);

/// How long a vote may be on its way, from a client until all of it has arrived at a node: both share two cores with 62 others.
const ON_THE_WAY: Duration = Duration::from_millis(250);

/// For how long everything is held, and after how much of that voting ends. What was sent before then, less what it may be on
/// its way, waits for the rest of it.
const HELD: Duration = Duration::from_millis(1_200);
const THEN_ENDS: Duration = Duration::from_millis(700);

/// How far ahead the end of voting is set.
const AHEAD: Duration = Duration::from_millis(50);

/// So many votes, each by somebody on something that they never voted on, and voting ends half way.
///
/// # Errors
/// When the house can't be built, or doesn't stand on PostgreSQL, whose clock the end is set by.
pub async fn closing(plan: &Plan, votes: usize) -> Result<Line, Slipped> {
    let mut house = House::build(plan).await?;
    house.postgres()?;
    let watchers = Watcher::at_every_node(&house);
    let polls = Polls::of(&house);
    let cast = Arc::new(AtomicUsize::new(0));
    let clients = (0..CLIENTS).map(|_| tokio::spawn(vote_on(polls.clone(), Arc::clone(&cast), (votes, plan.ideas))));
    let clients: Vec<_> = clients.collect();
    while cast.load(Ordering::Relaxed) < votes / 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let ends = async {
        tokio::time::sleep(THEN_ENDS).await;
        end_voting(&house).await
    };
    let (earliest, latest) = hand::hold(&house, HELD, ends).await??;
    join_all(clients).await;

    let mut findings = Findings::default();
    checks::votes(&house, &polls.history, &mut findings).await?;
    checks::tallies(&house, &mut findings).await?;
    let shown = checks::shown(&house, &watchers, &mut findings).await?;
    findings.late = late(&polls.history, earliest, latest) + counted_late(&house).await?;
    checks::gone_back(&watchers, &mut findings);
    checks::deadlocks(&house, &mut findings).await?;
    Ok(Line {
        fault: format!("voting ends amid {votes} votes"),
        strikes: 1,
        acknowledged: polls.history.acknowledged(),
        sent_again: polls.history.sent_again(),
        unknown: polls.history.unknown(),
        answers: 0,
        findings,
        recovered: Duration::ZERO,
        shown: Some(shown),
        history: polls.history.csv(),
    })
}

/// Sets the end a moment ahead, as a closing time always is, and says between which two moments it is by our own clock. Where
/// writing it down took longer than that moment the end would have come before anybody could know of it: then it is set
/// anew, and voting may have been over since the first of them.
async fn end_voting(house: &House) -> Result<(Instant, Instant), Slipped> {
    let set = "UPDATE campaign SET closes_at = (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";
    let raw = house.database().await?;
    let mut earliest = None;
    loop {
        let asked = Instant::now();
        let ends = asked + AHEAD;
        let earliest = *earliest.get_or_insert(ends);
        sea_orm::ConnectionTrait::execute_unprepared(&raw, &format!("{set} + {}", AHEAD.as_micros())).await?;
        if Instant::now() < ends {
            return Ok((earliest, ends + asked.elapsed()));
        }
    }
}

async fn vote_on(polls: Polls, cast: Arc<AtomicUsize>, (votes, ideas): (usize, usize)) {
    let http = browser();
    loop {
        let number = cast.fetch_add(1, Ordering::Relaxed);
        if number >= votes {
            return;
        }
        let _got = polls.vote(&http, (number / ideas, number % ideas), Choice::Support, number % polls.nodes()).await;
    }
}

/// What clients know of it.
fn late(history: &History, earliest: Instant, latest: Instant) -> u64 {
    let lines = history.by_key().into_values().flatten();
    let is_late = |sent: &Sent| match sent.got {
        Got::Changed => sent.sent > latest + GRACE,
        Got::Closed => sent.known + GRACE < earliest || (sent.tries == 1 && sent.sent + ON_THE_WAY < earliest),
        _ => false,
    };
    u64::try_from(lines.filter(is_late).count()).unwrap_or(u64::MAX)
}

/// What the database knows of it.
async fn counted_late(house: &House) -> Result<u64, Slipped> {
    let late = "SELECT COUNT(*) FROM vote JOIN idea ON idea.id = vote.idea_id JOIN campaign ON campaign.id = idea.campaign_id \
         WHERE vote.changed_at >= campaign.closes_at";
    Ok(u64::try_from(house.number(late).await?)?)
}
