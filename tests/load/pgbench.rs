//! The reference for votes: PostgreSQL's own pgbench, which runs one vote as one statement, prepared, with nothing around
//! it: the upsert, its line in the history and the tally, as short as one would write them by hand. No rule is judged.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Measured};
use crate::rounds::Sample;
use crate::spent::Meter;
use crate::town::{Names, PEOPLE};

/// One way to vote with pgbench.
pub(crate) struct Pgbench<'a> {
    /// The database.
    pub(crate) url: String,
    /// Where its script and logs go.
    pub(crate) folder: &'a Path,
    /// Connections, each with one vote under way.
    pub(crate) clients: usize,
    /// Whose processor time is counted.
    pub(crate) meter: Meter,
}

/// The vote of a person drawn by chance on one of the first `ideas` ideas. Who votes again changes sides.
pub(crate) fn script(names: &Names, ideas: u32) -> String {
    let (idea, person) = (names.idea("(:idea)::bigint"), names.person("(:person)::bigint"));
    format!(
        "\\set person random(1, {PEOPLE})\n\\set idea random(1, {ideas})\n\
        WITH written AS ( \
            INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at) \
            VALUES ({idea}, {person}, 1, 0, 'counted', (extract(epoch FROM statement_timestamp()) * 1000000)::bigint) \
            ON CONFLICT (idea_id, person_id) DO UPDATE \
                SET previous = vote.choice, choice = -vote.choice, changed_at = excluded.changed_at \
            RETURNING idea_id, person_id, choice, previous, state, changed_at \
        ), noted AS ( \
            INSERT INTO vote_event (idea_id, person_id, choice, previous, state, at) \
            SELECT idea_id, person_id, choice, previous, state, changed_at FROM written \
        ) \
        UPDATE tally t SET version = t.version + 1, \
            support = t.support + (w.choice = 1)::int - (w.previous = 1)::int, \
            oppose = t.oppose + (w.choice = -1)::int - (w.previous = -1)::int, \
            votes = t.votes + 1 - (w.previous <> 0)::int \
        FROM written w WHERE t.idea_id = w.idea_id \
        RETURNING t.support, t.oppose, t.comments, t.version;\n"
    )
}

impl Pgbench<'_> {
    /// Votes for so many seconds.
    pub(crate) fn run(&self, script: &str, seconds: u64) -> Measured<Sample> {
        let file = self.folder.join("vote.sql");
        fs::write(&file, script)?;
        let logs = self.folder.join("pgbench-log");
        if logs.exists() {
            fs::remove_dir_all(&logs)?;
        }
        fs::create_dir(&logs)?;
        let before = self.meter.read();
        let output = Command::new("pgbench")
            .args(["--no-vacuum", "--protocol=prepared", "--jobs=1", "--log", "--sampling-rate=0.2"])
            .arg(format!("--client={}", self.clients))
            .arg(format!("--time={seconds}"))
            .arg(format!("--log-prefix={}", logs.join("log").display()))
            .arg(format!("--file={}", file.display()))
            .arg(&self.url)
            .output()
            .map_err(|why| Failure::words(format!("pgbench can't be started: {why}")))?;
        let spent = self.meter.read().since(before);
        let said = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            let why = String::from_utf8_lossy(&output.stderr);
            return Err(Failure::words(format!("pgbench: {}", why.lines().last().unwrap_or("failed"))));
        }
        let number = |before: &str| said.lines().find_map(|line| first_number(line.strip_prefix(before)?));
        let missing = || Failure::words("pgbench says nothing that can be read");
        let votes = number("number of transactions actually processed: ").ok_or_else(missing)?;
        // On a machine that does much else, 64 connections can take all of a short turn; then it says no rate.
        let rate = if votes > 0.0 { number("tps = ").ok_or_else(missing)? } else { 0.0 };
        let failed = number("number of failed transactions: ").unwrap_or(0.0);
        Ok(Sample::new(rate, &latencies(&logs)?, spent, votes).with_bad(failed))
    }
}

fn first_number(text: &str) -> Option<f64> {
    text.split([' ', '/']).next()?.parse().ok()
}

/// Each line of pgbench's logs has, third, the microseconds of one vote.
fn latencies(folder: &Path) -> Measured<Vec<u32>> {
    let mut micros = Vec::new();
    for entry in fs::read_dir(folder)? {
        let text = fs::read_to_string(entry?.path())?;
        micros.extend(text.lines().filter_map(|line| line.split(' ').nth(2)?.parse::<u32>().ok()));
    }
    micros.sort_unstable();
    Ok(micros)
}
