//! `faults [--quick] [--program FILE]`: breaks everything in turn under 64 clients, prints one Markdown table, and saves what
//! every client sent and got. It ends with a failure when anything is wrong. Everything runs on this machine's loopback, on
//! throwaway servers, and ends with it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use folkmoot_common::Sources;
use folkmoot_tests::faults::{Fault, Line, Plan, Trial, closing, report, run, save};
use folkmoot_tests::services::built;

/// How long and how often.
struct Length {
    /// Strikes of each fault.
    strikes: usize,
    /// From one to the next.
    every: Duration,
    /// How long Redis stands still.
    redis_frozen: Duration,
    /// How long PostgreSQL does: longer than a node waits for it.
    postgres_frozen: Duration,
    /// Votes amid which voting ends.
    votes: usize,
}

const LONG: Length = Length {
    strikes: 15,
    every: Duration::from_secs(5),
    redis_frozen: Duration::from_secs(30),
    postgres_frozen: Duration::from_secs(12),
    votes: 10_000,
};
const QUICK: Length = Length {
    strikes: 2,
    every: Duration::from_secs(3),
    redis_frozen: Duration::from_secs(8),
    postgres_frozen: Duration::from_secs(12),
    votes: 2_000,
};

#[tokio::main]
async fn main() -> ExitCode {
    match faults().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("faults: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn faults() -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (length, program) = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => (LONG, built("folkmoot")?),
        ["--quick"] => (QUICK, built("folkmoot")?),
        ["--program", file] => (LONG, PathBuf::from(file)),
        ["--quick", "--program", file] => (QUICK, PathBuf::from(file)),
        _ => return Err("usage: faults [--quick] [--program FILE]".into()),
    };
    let (mut lines, mut all) = (Vec::new(), true);
    for trial in trials(&program, &length) {
        eprintln!("{}", trial.name());
        all &= note(&mut lines, run(&trial).await);
    }
    eprintln!("voting ends");
    all &= note(&mut lines, closing(&Plan { people: 2_048, ..Plan::of(&program) }, length.votes).await);
    println!("{}", report(&lines));
    let folder = save(&lines, Path::new("fault-results"), Sources::system().now().millis())?;
    println!("\nWhat every client sent and got: {}", folder.display());
    Ok(all && lines.iter().all(Line::is_clean))
}

/// Tells of it as it comes; one that could not be carried out keeps no other from being so. Says whether it was.
fn note(lines: &mut Vec<Line>, tried: Result<Line, Box<dyn std::error::Error + Send + Sync>>) -> bool {
    match tried {
        Ok(line) => {
            eprintln!("{}", line.row());
            lines.push(line);
            true
        }
        Err(why) => {
            eprintln!("not carried out: {why}");
            false
        }
    }
}

/// Every fault in turn; and what a file of SQLite's has to bear, where there is no other server to break.
fn trials(program: &Path, length: &Length) -> Vec<Trial> {
    let mut trials: Vec<Trial> = Fault::ALL.into_iter().map(|fault| trial(program, fault, length)).collect();
    let killed = trial(program, Fault::ProgramKilled, length);
    trials.push(Trial { plan: killed.plan.on_a_file(), ..killed });
    trials
}

fn trial(program: &Path, fault: Fault, length: &Length) -> Trial {
    let plan = Plan { people: 2_048, ideas: 24, answers: 100, keyed: 8, ..Plan::of(program) };
    let (strikes, every, long) = match fault {
        // As long as it is frozen, and as long again, a strike each.
        Fault::RedisFrozen => (2, length.redis_frozen + length.every, length.redis_frozen),
        Fault::PostgresFrozen => (length.strikes.min(4), length.postgres_frozen + length.every, length.postgres_frozen),
        Fault::PoolHeld => (length.strikes.min(6), length.every, Duration::from_secs(3)),
        _ => (length.strikes, length.every, Duration::from_secs(1)),
    };
    Trial { plan, faults: vec![fault], strikes, every, length: long }
}
