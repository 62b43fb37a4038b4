//! How promises were kept, by what was promised and by the department for which it counts (`leads.rs`). Each step of a
//! promise counts by itself. Hidden ideas count for nobody.
//!
//! Time takes away only what is settled: a promise counts from the day on which it was kept as long as it is asked for, and
//! one that still waits counts however old it is. Otherwise whoever never answers would look better than who answers late.

use std::collections::BTreeMap;

use folkmoot_common::{Id, StorageError, Timestamp};
use folkmoot_replies::{Department, Kind, Score};
use sea_orm::Value;
use uuid::Uuid;

use super::leads::LED;
use super::promises::OWED;
use super::{departments, promises};
use crate::Store;
use crate::sql::{all, get, statement};

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

/// The question, and its values: what was kept since, and what is open, each by an index of its own. `CROSS JOIN` has SQLite,
/// which counts nothing beforehand, begin with promises and not with all ideas.
fn question(since: Timestamp, now: Timestamp) -> (String, [Value; 2]) {
    let of = format!(
        "SELECT {LED} AS department_id, p.kind, p.reached_at, p.due_at, p.kept_at FROM promise p CROSS JOIN tally t \
         WHERE t.idea_id = p.idea_id AND t.listed AND t.status <> 'merged'"
    );
    let asked =
        format!("{of} AND p.kept_at >= $2 UNION ALL {of} AND p.kept_at IS NULL AND (p.reached_at >= $2 OR {OWED})");
    (asked, [now.micros().into(), since.micros().into()])
}

pub(super) async fn scores(store: &Store, since: Timestamp, now: Timestamp) -> Result<Vec<Score>, StorageError> {
    let (asked, values) = question(since, now);
    let mut sums: BTreeMap<(Kind, Option<Uuid>), Sum> = BTreeMap::new();
    for row in all(store.read(), &asked, values).await? {
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

impl Store {
    /// How the database would read the figures, in its own words: for the test that holds it to its indexes.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn plan_of_scores(&self, since: Timestamp, now: Timestamp) -> Result<String, StorageError> {
        let (asked, values) = question(since, now);
        self.free_plan(statement(self.backend(), &asked, values)).await
    }
}
