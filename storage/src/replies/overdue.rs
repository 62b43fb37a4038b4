//! Ideas whose promised answer is past its day, for everybody to read, with the department that led when it passed: as the
//! figures have it. Hidden ideas are named nowhere, and neither is what has ended.

use folkmoot_common::{DepartmentId, Id, IdeaId, StorageError, Timestamp};
use folkmoot_replies::Overdue;
use sea_orm::{QueryResult, Value};

use super::leads::LED;
use crate::Store;
use crate::sql::{all, get};

pub(super) async fn overdue(
    store: &Store,
    department: Option<DepartmentId>,
    now: Timestamp,
    most: u64,
) -> Result<Vec<Overdue>, StorageError> {
    let own = if department.is_some() { format!("AND {LED} = $3") } else { String::new() };
    let asked = format!(
        "SELECT p.idea_id, d.name AS department, p.due_at FROM promise p \
         JOIN tally t ON t.idea_id = p.idea_id AND t.listed LEFT JOIN department d ON d.id = {LED} \
         WHERE p.kind = 'REPLY' AND p.kept_at IS NULL AND p.due_at <= $1 \
         AND t.status IN ('published', 'awaiting_reply', 'under_review') {own} ORDER BY p.due_at, p.idea_id LIMIT $2"
    );
    let mut values: Vec<Value> = vec![now.micros().into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    values.extend(department.map(|department| Value::from(department.uuid())));
    let one = |row: &QueryResult| {
        Ok(Overdue {
            idea: IdeaId::from_uuid(get(row, "idea_id")?),
            department: get(row, "department")?,
            due_at: Timestamp::from_micros(get(row, "due_at")?),
        })
    };
    all(store.read(), &asked, values).await?.iter().map(one).collect()
}
