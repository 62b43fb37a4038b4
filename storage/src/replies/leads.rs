//! Who led on an idea when: a line for each department that took the lead, written where it does. Figures go by it: nobody
//! gets, and nobody loses, what another department did or left undone.

use folkmoot_common::StorageError;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use crate::sql::run;

/// The department for which a promise `p` counts, where `$1` is now: the one that led when it was kept, else the one that
/// led when its day passed, else the one that leads.
pub(super) const LED: &str = "(SELECT l.department_id FROM idea_lead l WHERE l.idea_id = p.idea_id \
     AND l.since <= coalesce(p.kept_at, CASE WHEN p.due_at <= $1 THEN p.due_at END, 9223372036854775807) \
     ORDER BY l.since DESC, l.id DESC LIMIT 1)";

/// Notes that a department leads from now on.
pub(super) async fn note(
    tx: &DatabaseTransaction,
    (idea, department): (Uuid, Uuid),
    at: i64,
) -> Result<(), StorageError> {
    const LEADS: &str = "INSERT INTO idea_lead (idea_id, department_id, since) VALUES ($1, $2, $3)";
    run(tx, LEADS, [idea.into(), department.into(), at.into()]).await?;
    Ok(())
}
