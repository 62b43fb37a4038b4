//! How promises to reply were kept, by the department that leads. Hidden ideas count for nobody.
//!
//! Time takes away only what is settled: a promise counts from the day of its answer as long as it is asked for, and one
//! that still waits counts however old it is. Otherwise whoever never answers would look better than who answers late.

use std::collections::BTreeMap;

use folkmoot_common::{Id, StorageError, Timestamp};
use folkmoot_replies::Score;
use uuid::Uuid;

use super::departments::{DEPARTMENT, department};
use crate::Store;
use crate::sql::{all, get};

const A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// The figures of one department as they come together.
#[derive(Default)]
struct Sum {
    kept: u64,
    late: u64,
    waiting: u64,
    overdue: u64,
    /// How long each answer took, in microseconds.
    took: Vec<i64>,
}

pub(super) async fn scores(store: &Store, since: Timestamp, now: Timestamp) -> Result<Vec<Score>, StorageError> {
    const ASKED: &str = "SELECT a.department_id, p.reached_at, p.due_at, p.kept_at FROM promise p \
         JOIN tally t ON t.idea_id = p.idea_id AND t.listed LEFT JOIN assignment a ON a.idea_id = p.idea_id AND a.lead \
         WHERE p.kind = 'REPLY' AND t.status <> 'merged' AND (coalesce(p.kept_at, p.reached_at) >= $1 \
         OR (p.kept_at IS NULL AND t.status IN ('published', 'awaiting_reply', 'under_review')))";
    let mut sums: BTreeMap<Option<Uuid>, Sum> = BTreeMap::new();
    for row in all(store.read(), ASKED, [since.micros().into()]).await? {
        let sum = sums.entry(get(&row, "department_id")?).or_default();
        let (due, kept): (Option<i64>, Option<i64>) = (get(&row, "due_at")?, get(&row, "kept_at")?);
        match kept {
            Some(at) if due.is_some_and(|due| at >= due) => sum.late += 1,
            Some(_) => sum.kept += 1,
            None if due.is_some_and(|due| now.micros() >= due) => sum.overdue += 1,
            None => sum.waiting += 1,
        }
        if let Some(at) = kept {
            sum.took.push(at - get::<i64>(&row, "reached_at")?);
        }
    }
    let asked = format!("SELECT {DEPARTMENT} FROM department d ORDER BY d.closed_at IS NOT NULL, d.name, d.id");
    let mut scores = Vec::new();
    for row in all(store.read(), &asked, []).await? {
        let department = department(&row)?;
        let sum = sums.remove(&Some(department.id.uuid()));
        // A closed one is shown as long as it has anything to show.
        if sum.is_some() || department.closed_at.is_none() {
            let mut score = sum.unwrap_or_default().score();
            score.department = Some(department);
            scores.push(score);
        }
    }
    scores.extend(sums.into_values().map(Sum::score));
    Ok(scores)
}

impl Sum {
    fn score(mut self) -> Score {
        self.took.sort_unstable();
        let half = self.took.get(self.took.len() / 2).copied();
        let median_days = half.map(|took| u32::try_from((took + A_DAY / 2) / A_DAY).unwrap_or(u32::MAX));
        let Self { kept, late, waiting, overdue, .. } = self;
        Score { department: None, kept, late, waiting, overdue, median_days }
    }
}
