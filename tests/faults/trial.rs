//! One trial: clients vote, the hand strikes, things heal, everybody goes home, and the checkers look.

use std::time::{Duration, Instant};

use super::answers::Officer;
use super::checks::{self, Findings};
use super::clients::{CLIENTS, Polls};
use super::hand::{Fault, Slipped};
use super::history::Got;
use super::house::{House, Plan};
use super::report::Line;
use super::watch::Watcher;

/// Votes that are acknowledged before the first strike: what a slow machine takes a second for, a fast one does at once.
const WARM_UP: u64 = 512;
/// How long votes may take to be acknowledged again.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is done, how often, and with which rests.
#[derive(Debug, Clone)]
pub struct Trial {
    /// What is built.
    pub plan: Plan,
    /// What is broken.
    pub fault: Fault,
    /// How often.
    pub strikes: usize,
    /// From one strike to the next.
    pub every: Duration,
    /// How long what is broken stays so.
    pub length: Duration,
}

/// Does it, and says what was found.
///
/// # Errors
/// When the house can't be built, or votes aren't acknowledged again.
pub async fn run(trial: &Trial) -> Result<Line, Slipped> {
    let mut house = House::build(&trial.plan).await?;
    if trial.plan.sabotage == Some("no-key") {
        house.say("ALTER TABLE vote DROP CONSTRAINT vote_pkey").await?;
    }
    let watchers = Watcher::at_every_node(&house);
    let officer = Officer::hire(&house).await?;
    let polls = Polls::of(&house);
    let crowd = polls.open(CLIENTS);
    let answering = officer.begin();
    warm_up(&polls).await?;
    let mut slowest = Duration::ZERO;
    for turn in 0..trial.strikes {
        let struck = Instant::now();
        trial.fault.strike(&mut house, turn, trial.length).await?;
        let since = if matches!(trial.fault, Fault::ProgramKilled | Fault::Rolled) { struck } else { Instant::now() };
        slowest = slowest.max(recovered(&house, &polls, since).await?);
        tokio::time::sleep(trial.every.saturating_sub(struck.elapsed())).await;
    }
    crowd.home().await;
    let answers = answering.home().await;

    let mut findings = Findings::default();
    checks::votes(&house, &polls.history, &mut findings).await?;
    checks::tallies(&house, &mut findings).await?;
    let shown = checks::shown(&house, &watchers, &mut findings).await?;
    answers.check(&house, &mut findings).await?;
    let unknown = polls.history.count(&[Got::Unknown]);
    if trial.fault.is_of_redis() {
        findings.failed = polls.history.count(&[Got::Unknown, Got::Refused]);
    }
    Ok(Line {
        fault: trial.fault.name().to_owned(),
        strikes: trial.strikes,
        acknowledged: polls.history.acknowledged(),
        unknown,
        answers: answers.acknowledged(),
        findings,
        recovered: slowest,
        shown: Some(shown),
        history: polls.history.csv(),
    })
}

/// Until the crowd is well under way.
async fn warm_up(polls: &Polls) -> Result<(), Slipped> {
    let since = Instant::now();
    while polls.history.acknowledged() < WARM_UP {
        if since.elapsed() > PATIENCE {
            return Err("votes are hardly acknowledged".into());
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

/// How long until every node acknowledges votes again.
async fn recovered(house: &House, polls: &Polls, since: Instant) -> Result<Duration, Slipped> {
    while !(0..house.nodes.len()).all(|node| polls.history.node_lives(node, since)) {
        if since.elapsed() > PATIENCE {
            return Err("votes are not acknowledged any more".into());
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(since.elapsed())
}
