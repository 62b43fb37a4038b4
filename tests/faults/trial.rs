//! One trial: clients vote, the hand strikes, things heal, everybody goes home, and the checkers look.

use std::time::{Duration, Instant};

use super::answers::Officer;
use super::checks::{self, Findings};
use super::clients::{CLIENTS, Polls};
use super::hand::{Fault, Slipped};
use super::house::{Ground, House, Plan};
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
    /// What is broken, one after the other.
    pub faults: Vec<Fault>,
    /// How often each.
    pub strikes: usize,
    /// From one strike to the next.
    pub every: Duration,
    /// How long what is broken stays so.
    pub length: Duration,
}

impl Trial {
    /// What the table calls it.
    #[must_use]
    pub fn name(&self) -> String {
        let faults = self.faults.iter().copied().map(Fault::name).collect::<Vec<_>>().join(", ");
        match self.plan.ground {
            Ground::Postgres => faults,
            Ground::Sqlite => format!("{faults}, SQLite"),
        }
    }
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
    let mut findings = Findings::default();
    let times = strike(trial, &mut house, &polls, &watchers, &mut findings).await?;
    crowd.home().await;
    let answers = answering.home().await;

    checks::votes(&house, &polls.history, &mut findings).await?;
    checks::tallies(&house, &mut findings).await?;
    let shown = times.shown.max(checks::shown(&house, &watchers, &mut findings).await?);
    answers.check(&house, &mut findings).await?;
    checks::gone_back(&watchers, &mut findings);
    checks::deadlocks(&house, &mut findings).await?;
    if trial.faults.iter().all(|fault| fault.spares_votes()) {
        findings.failed = polls.history.failed();
    }
    Ok(Line {
        fault: trial.name(),
        strikes: trial.strikes,
        acknowledged: polls.history.acknowledged(),
        sent_again: polls.history.sent_again(),
        unknown: polls.history.unknown(),
        answers: answers.acknowledged(),
        findings,
        recovered: times.recovered,
        shown: Some(shown),
        history: polls.history.csv(),
    })
}

/// The longest times that anything took.
#[derive(Default)]
struct Times {
    /// From the end of a fault (from a node's death) until every node acknowledged votes again.
    recovered: Duration,
    /// From then until every browser showed what is so.
    shown: Duration,
}

/// Strikes, lets it heal, and strikes again.
async fn strike(
    trial: &Trial,
    house: &mut House,
    polls: &Polls,
    watchers: &[Watcher],
    findings: &mut Findings,
) -> Result<Times, Slipped> {
    let mut times = Times::default();
    for turn in 0..trial.strikes {
        for fault in &trial.faults {
            let struck = Instant::now();
            fault.strike(house, turn, trial.length).await?;
            let since = if fault.is_of_a_node() { struck } else { Instant::now() };
            times.recovered = times.recovered.max(recovered(house, polls, since).await?);
            if fault.is_of_redis() {
                // It is back. Nobody votes meanwhile: no vote's own word helps the numbers right.
                let _quiet = polls.quiet().await;
                times.shown = times.shown.max(checks::shown(house, watchers, findings).await?);
            }
            tokio::time::sleep(trial.every.saturating_sub(struck.elapsed())).await;
        }
    }
    Ok(times)
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
