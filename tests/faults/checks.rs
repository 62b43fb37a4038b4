//! The checkers: each holds what clients know against what is there, by one invariant, and says in numbers what is wrong.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, DbErr, Statement};
use serde::Serialize;

use super::history::{Choice, Got, History, Key, Sent};
use super::house::{House, NAME};
use super::watch::{Shown, Watcher};

/// Within which time numbers are right again once Redis is back.
pub(crate) const RIGHT: Duration = Duration::from_secs(5);

/// What is wrong. All zeros, or something is.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// Votes that were acknowledged and aren't there, or aren't the last choice (invariants 1 and 2).
    pub lost: u64,
    /// Votes of which their key says that they were done and that their answer is lost: a vote's is drawn anew.
    pub answer_lost: u64,
    /// People who count twice on one idea, or whose vote was written more often than they sent it (2).
    pub doubled: u64,
    /// Ideas whose tally isn't the sum of its rows (3).
    pub tallies_off: u64,
    /// Votes that count though voting was over, or don't though it wasn't (4).
    pub late: u64,
    /// Answers that were acknowledged and can't be read, or read otherwise (5).
    pub answers_off: u64,
    /// Numbers that a browser still had wrong after five seconds (9).
    pub shown_wrong: u64,
    /// Numbers that a browser was told after newer ones of the same idea (9).
    pub gone_back: u64,
    /// Votes that had no answer when they were sent, though nothing suffered that they need (9).
    pub failed: u64,
    /// Times that transactions waited for each other until PostgreSQL ended one of them. No invariant forbids it, but the order
    /// in which every node takes its locks does.
    pub deadlocks: u64,
}

/// What the table of votes has of somebody on an idea.
struct Row {
    choice: i16,
    rows: i64,
    /// How often it changed, by the history that the database keeps.
    changes: i64,
}

/// Invariants 1 and 2.
pub(crate) async fn votes(house: &House, history: &History, findings: &mut Findings) -> Result<(), DbErr> {
    let raw = house.database().await?;
    let rows = rows(&raw, house).await?;
    raw.close().await?;
    for (key, sent) in history.by_key() {
        let (is_lost, is_doubled) = judged(&sent, rows.get(&key));
        findings.lost += u64::from(is_lost);
        findings.doubled += u64::from(is_doubled);
    }
    findings.answer_lost += history.answer_lost();
    Ok(())
}

/// Whether something is lost, and whether something is there twice, of all that somebody sent on an idea. What was sent
/// several times under one key is one vote: it moved something once where its answer says so, and at most once where it is
/// lost.
fn judged(sent: &[Sent], row: Option<&Row>) -> (bool, bool) {
    let count =
        |got: &[Got]| i64::try_from(sent.iter().filter(|sent| got.contains(&sent.got)).count()).unwrap_or(i64::MAX);
    let least = count(&[Got::Changed]);
    let most = count(&[Got::Changed, Got::Done, Got::Unknown]);
    let (is, rows, changes) = row.map_or((0, 0, 0), |row| (row.choice, row.rows, row.changes));
    let last = sent.iter().rev().find(|sent| sent.got.is_done()).map_or(Choice::Nothing, |sent| sent.choice);
    let maybe = sent.iter().filter(|sent| sent.got == Got::Unknown).map(|sent| sent.choice);
    let stands = std::iter::once(last).chain(maybe).any(|choice| choice.number() == is);
    (!stands || changes < least, rows > 1 || changes > most)
}

/// Every vote by person and idea, as clients number them.
async fn rows(raw: &DatabaseConnection, house: &House) -> Result<HashMap<Key, Row>, DbErr> {
    let asked = format!(
        "SELECT CAST(substr(person.name, {}) AS BIGINT) AS person, idea.number, MAX(vote.choice) AS choice, \
         COUNT(*) AS rows, (SELECT COUNT(*) FROM vote_event e WHERE e.idea_id = idea.id AND e.person_id = person.id) AS changes \
         FROM vote JOIN idea ON idea.id = vote.idea_id JOIN person ON person.id = vote.person_id \
         WHERE person.name LIKE '{NAME} %' AND vote.state = 'counted' GROUP BY person.name, person.id, idea.number, idea.id",
        NAME.len() + 2
    );
    let mut found = HashMap::new();
    for row in raw.query_all_raw(Statement::from_string(raw.get_database_backend(), asked)).await? {
        let (person, number): (i64, i64) = (row.try_get("", "person")?, row.try_get("", "number")?);
        let Some(idea) = house.ideas.iter().position(|(known, _id)| *known == number) else { continue };
        let person = usize::try_from(person - 1).unwrap_or(usize::MAX);
        let row = Row {
            choice: row.try_get("", "choice")?,
            rows: row.try_get("", "rows")?,
            changes: row.try_get("", "changes")?,
        };
        found.insert((person, idea), row);
    }
    Ok(found)
}

/// Invariant 3, in the words of this checker: it doesn't ask the program what it thinks of itself.
pub(crate) async fn tallies(house: &House, findings: &mut Findings) -> Result<(), DbErr> {
    const OFF: &str = "SELECT COUNT(*) FROM tally WHERE \
         support <> (SELECT COUNT(*) FROM vote WHERE vote.idea_id = tally.idea_id AND choice = 1 AND state = 'counted') \
         OR oppose <> (SELECT COUNT(*) FROM vote WHERE vote.idea_id = tally.idea_id AND choice = -1 AND state = 'counted')";
    findings.tallies_off += u64::try_from(house.number(OFF).await?).unwrap_or(u64::MAX);
    Ok(())
}

/// Invariant 9: how long until every browser shows what is so; what is still wrong when the time is up is a finding.
pub(crate) async fn shown(house: &House, watchers: &[Watcher], findings: &mut Findings) -> Result<Duration, DbErr> {
    let raw = house.database().await?;
    let mut truth = truth(&raw).await?;
    truth.retain(|(number, _)| house.ideas.iter().any(|(voted_on, _)| voted_on == number));
    raw.close().await?;
    let since = Instant::now();
    loop {
        let wrong = watchers.iter().map(|watcher| wrong(watcher, &truth)).sum::<u64>();
        if wrong == 0 || since.elapsed() > RIGHT {
            findings.shown_wrong += wrong;
            return Ok(since.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn wrong(watcher: &Watcher, truth: &[(i64, Shown)]) -> u64 {
    let is_right = |(number, (support, oppose, _)): &&(i64, Shown)| {
        watcher.newest(*number).is_some_and(|(s, o, _)| (s, o) == (*support, *oppose))
    };
    u64::try_from(truth.iter().filter(|one| !is_right(one)).count()).unwrap_or(u64::MAX)
}

/// Invariant 9 as well: what each browser was told, from its first stream to its last.
pub(crate) fn gone_back(watchers: &[Watcher], findings: &mut Findings) {
    findings.gone_back += watchers.iter().map(Watcher::gone_back).sum::<u64>();
}

/// What nobody else would see, since the vote desk writes its ballots again. It is asked last: no node's connection outlives
/// it. Where PostgreSQL itself was killed its recovery began to count anew, and this is what came after the last kill. SQLite,
/// whose one lock is the whole file's, has none.
pub(crate) async fn deadlocks(house: &House, findings: &mut Findings) -> Result<(), DbErr> {
    let raw = house.database().await?;
    if raw.get_database_backend() == DbBackend::Postgres {
        findings.deadlocks += counted(&raw).await?;
    }
    raw.close().await
}

/// How many PostgreSQL knows of. A connection keeps such news to itself while its transaction is open, and for up to ten
/// seconds more; when it ends it gives them all away. So every other one is ended first, and waited for.
async fn counted(raw: &DatabaseConnection) -> Result<u64, DbErr> {
    const END: &str = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    const READ: &str = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
    raw.execute_unprepared(END).await?;
    let row = raw.query_one_raw(Statement::from_string(DbBackend::Postgres, READ)).await?;
    let deadlocks: i64 = row.ok_or_else(|| DbErr::Custom("no row".to_owned()))?.try_get("", "deadlocks")?;
    Ok(u64::try_from(deadlocks).unwrap_or(u64::MAX))
}

async fn truth(raw: &DatabaseConnection) -> Result<Vec<(i64, Shown)>, DbErr> {
    const READ: &str = "SELECT idea.number, support, oppose, version FROM tally JOIN idea ON idea.id = tally.idea_id";
    let rows = raw.query_all_raw(Statement::from_string(raw.get_database_backend(), READ)).await?;
    let read = |row: &sea_orm::QueryResult| {
        let shown = (row.try_get("", "support")?, row.try_get("", "oppose")?, row.try_get("", "version")?);
        Ok((row.try_get("", "number")?, shown))
    };
    rows.iter().map(read).collect()
}

#[cfg(test)]
mod tests;
