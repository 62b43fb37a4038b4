//! Appeals as rows, each together with the item that it puts into the queue. Of one decision there is one at the most.

use folkmoot_common::{Id, StorageError};
use folkmoot_moderation::{ItemKind, NewAppeal, rank};

use super::{decisions, record};
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, one, run};

pub(super) async fn file(store: &Store, new: NewAppeal) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let Some(decision) = decisions::find(&tx, new.decision).await? else { return Ok(false) };
    let report: Option<uuid::Uuid> = match &new.report {
        None => None,
        Some(receipt) => {
            const OF: &str = "SELECT id FROM report WHERE receipt = $1 AND decision_id = $2";
            let values = [receipt.as_str().into(), new.decision.uuid().into()];
            // Only whoever holds the number of a report that this decision answered.
            let Some(row) = one(&tx, OF, values).await? else { return Ok(false) };
            Some(get(&row, "id")?)
        }
    };
    const FILE: &str = "INSERT INTO appeal (id, decision_id, person_id, report_id, words, at, due_at) \
         SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (SELECT 1 FROM appeal WHERE decision_id = $2) \
         ON CONFLICT DO NOTHING";
    let values = [
        new.id.uuid().into(),
        new.decision.uuid().into(),
        new.person.map(Id::uuid).into(),
        report.into(),
        new.words.as_str().into(),
        new.at.micros().into(),
        new.due_at.micros().into(),
    ];
    if run(&tx, FILE, values).await? == 0 {
        return Ok(false);
    }
    const QUEUE: &str = "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, \
         rank, cluster, appeal_id, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $1, $10, {now}) \
         ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING";
    let values = [
        new.item.uuid().into(),
        ItemKind::Appeal.as_str().to_lowercase().into(),
        decision.target.kind().into(),
        decision.target.uuid().into(),
        decision.place.idea.map(Id::uuid).into(),
        decision.author.uuid().into(),
        new.at.micros().into(),
        new.due_at.micros().into(),
        rank(new.due_at, 0, 0).into(),
        new.id.uuid().into(),
    ];
    if run(&tx, QUEUE, values).await? == 0 {
        // Another decision on the same thing is being looked at again already.
        return Ok(false);
    }
    let entry = record::Act {
        at: new.at,
        actor: new.person,
        role: None,
        act: "APPEAL",
        target: Some(decision.target),
        reason: None,
        detail: format!("{{\"decision\":\"{}\"}}", new.decision),
    };
    record::write(&tx, entry).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}
