//! Ideas whose promised answer is past its day, for everybody to read, with the department that led when it passed: as the
//! figures have it. Hidden ideas are named nowhere, and neither is what has ended.

use folkmoot_common::{DepartmentId, Id, IdeaId, StorageError, Timestamp};
use folkmoot_replies::{Overdue, OverdueFrom};
use sea_orm::{QueryResult, Value};

use super::leads::LED;
use crate::Store;
use crate::sql::{all, get, statement};

/// The question, and its values. It begins with the promises that are open and late, which are few. SQLite, which counts
/// nothing beforehand, would rather begin with all promises of the kind that were ever made: so the kind is said in words
/// that no index knows.
fn question(
    department: Option<DepartmentId>,
    now: Timestamp,
    (from, most): (OverdueFrom, u64),
) -> (String, Vec<Value>) {
    let way = if from == OverdueFrom::Longest { "ASC" } else { "DESC" };
    let own = if department.is_some() { "AND d.id = $3" } else { "" };
    let asked = format!(
        "SELECT p.idea_id, d.name AS department, p.due_at FROM promise p \
         JOIN tally t ON t.idea_id = p.idea_id AND t.listed LEFT JOIN department d ON d.id = {LED} \
         WHERE coalesce(p.kind, '') = 'REPLY' AND p.kept_at IS NULL AND p.due_at <= $1 \
         AND t.status IN ('published', 'awaiting_reply', 'under_review') {own} ORDER BY p.due_at {way}, p.idea_id {way} LIMIT $2"
    );
    let mut values: Vec<Value> = vec![now.micros().into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    values.extend(department.map(|department| Value::from(department.uuid())));
    (asked, values)
}

pub(super) async fn overdue(
    store: &Store,
    department: Option<DepartmentId>,
    now: Timestamp,
    which: (OverdueFrom, u64),
) -> Result<Vec<Overdue>, StorageError> {
    let one = |row: &QueryResult| {
        Ok(Overdue {
            idea: IdeaId::from_uuid(get(row, "idea_id")?),
            department: get(row, "department")?,
            due_at: Timestamp::from_micros(get(row, "due_at")?),
        })
    };
    let (asked, values) = question(department, now, which);
    all(store.read(), &asked, values).await?.iter().map(one).collect()
}

impl Store {
    /// How the database would find what is overdue now, in its own words: for the test that holds it to its index.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn plan_of_overdue(
        &self,
        department: Option<DepartmentId>,
        now: Timestamp,
        which: (OverdueFrom, u64),
    ) -> Result<String, StorageError> {
        let (asked, values) = question(department, now, which);
        self.free_plan(statement(self.backend(), &asked, values)).await
    }
}
