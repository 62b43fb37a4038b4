//! How promises were kept, by what was promised and by the department that led then. Each step of a promise counts by
//! itself. Hidden ideas count for nobody.
//!
//! Time takes away only what is settled: a promise counts from the day on which it was kept as long as it is asked for, and
//! one that still waits counts however old it is. Otherwise whoever never answers would look better than who answers late.

use std::collections::BTreeMap;

use folkmoot_common::{Id, StorageError, Timestamp};
use folkmoot_replies::{Department, Kind, Score};
use uuid::Uuid;

use super::leads::LED;
use super::promises::OWED;
use super::{departments, promises};
use crate::Store;
use crate::sql::{all, get};

const A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// What people wait for comes first.
const ORDER: [Kind; 3] = [Kind::Reply, Kind::Acknowledge, Kind::Committee];

/// The figures of one department as they come together.
#[derive(Default)]
struct Sum {
    kept: u64,
    late: u64,
    waiting: u64,
    overdue: u64,
    /// How long each took that was kept, in microseconds.
    took: Vec<i64>,
}

pub(super) async fn scores(store: &Store, since: Timestamp, now: Timestamp) -> Result<Vec<Score>, StorageError> {
    let asked = format!(
        "SELECT {LED} AS department_id, p.kind, p.reached_at, p.due_at, p.kept_at FROM promise p \
         JOIN tally t ON t.idea_id = p.idea_id AND t.listed \
         WHERE t.status <> 'merged' AND (coalesce(p.kept_at, p.reached_at) >= $2 OR (p.kept_at IS NULL AND {OWED}))"
    );
    let mut sums: BTreeMap<(Kind, Option<Uuid>), Sum> = BTreeMap::new();
    for row in all(store.read(), &asked, [now.micros().into(), since.micros().into()]).await? {
        let sum = sums.entry((promises::kind(&row)?, get(&row, "department_id")?)).or_default();
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
    let departments = departments::all_of_them(store).await?;
    let mut scores = Vec::new();
    for kind in ORDER {
        for department in &departments {
            let sum = sums.remove(&(kind, Some(department.id.uuid())));
            // A closed one is shown as long as it has anything to show, and so is what few campaigns promise.
            if sum.is_some() || (kind == Kind::Reply && department.closed_at.is_none()) {
                scores.push(sum.unwrap_or_default().score(kind, Some(department.clone())));
            }
        }
        scores.extend(sums.remove(&(kind, None)).map(|sum| sum.score(kind, None)));
    }
    Ok(scores)
}

impl Sum {
    fn score(mut self, kind: Kind, department: Option<Department>) -> Score {
        self.took.sort_unstable();
        let half = self.took.get(self.took.len() / 2).copied();
        let median_days = half.map(|took| u32::try_from((took + A_DAY / 2) / A_DAY).unwrap_or(u32::MAX));
        let Self { kept, late, waiting, overdue, .. } = self;
        Score { department, kind, kept, late, waiting, overdue, median_days }
    }
}
