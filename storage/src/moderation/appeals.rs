//! Appeals as rows, each together with the item that it puts into the queue. Of one decision there is one at the most.

use folkmoot_common::{Id, StorageError, Timestamp};
use folkmoot_moderation::{Actor, Decision, ItemKind, NewAppeal, Target, TargetState, rank};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{decide, decisions, record};
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, one, run};

pub(super) async fn file(store: &Store, new: NewAppeal) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let Some(decision) = decisions::find(&tx, new.decision).await? else { return Ok(false) };
    let report: Option<Uuid> = match &new.report {
        None => None,
        Some(receipt) => {
            const OF: &str = "SELECT id FROM report WHERE receipt = $1 AND decision_id = $2 AND outcome = 'KEPT'";
            let values = [receipt.as_str().into(), new.decision.uuid().into()];
            // Only whoever holds the number of a report that this decision answered.
            let Some(row) = one(&tx, OF, values).await? else { return Ok(false) };
            Some(get(&row, "id")?)
        }
    };
    decide::hold(&tx, decision.target).await?;
    // Read again, now that nothing can change under it.
    let now = decisions::find(&tx, new.decision).await?;
    if now.is_none_or(|now| now.undone_at.is_some() || now.state == TargetState::Gone) {
        return Ok(false);
    }
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
    queue_next(&tx, decision.target).await?;
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

/// Puts the oldest appeal about this that nobody answered into the queue. One after the other: of the same thing one item
/// of a kind is open at a time, so where one is open the next waits its turn. Its time runs all the same.
pub(super) async fn queue_next(tx: &DatabaseTransaction, target: Target) -> Result<(), StorageError> {
    const NEXT: &str = "SELECT appeal.id, appeal.due_at FROM appeal JOIN decision ON decision.id = appeal.decision_id \
         WHERE decision.subject_kind = $1 AND decision.subject_id = $2 AND appeal.outcome IS NULL \
         AND NOT EXISTS (SELECT 1 FROM queue_item WHERE queue_item.appeal_id = appeal.id) ORDER BY appeal.id LIMIT 1";
    let values = [target.kind().into(), target.uuid().into()];
    let Some(next) = one(tx, NEXT, values).await? else { return Ok(()) };
    // Its id is the appeal's: of one appeal there is one item at the most.
    const QUEUE: &str = "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, \
         rank, cluster, appeal_id, changed_at) SELECT appeal.id, $2, decision.subject_kind, decision.subject_id, \
         decision.idea_id, decision.author_id, appeal.at, appeal.due_at, $3, appeal.id, appeal.id, {now} \
         FROM appeal JOIN decision ON decision.id = appeal.decision_id WHERE appeal.id = $1 \
         ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING";
    let due = Timestamp::from_micros(get(&next, "due_at")?);
    let kind = ItemKind::Appeal.as_str().to_lowercase();
    run(tx, QUEUE, [get::<Uuid>(&next, "id")?.into(), kind.into(), rank(due, 0, 0).into()]).await?;
    Ok(())
}

/// Ends the appeal against a decision that is taken back without it: nothing is left to answer.
pub(super) async fn drop_of(tx: &DatabaseTransaction, decision: &Decision, by: Actor) -> Result<(), StorageError> {
    const ANSWER: &str = "UPDATE appeal SET outcome = 'moot', decided_by = $2, decided_at = $3 \
         WHERE decision_id = $1 AND outcome IS NULL";
    let values = [decision.id.uuid().into(), by.person.uuid().into(), by.at.micros().into()];
    if run(tx, ANSWER, values).await? == 0 {
        return Ok(());
    }
    const CLOSE: &str = "UPDATE queue_item SET closed_at = $2, changed_at = {now}, locked_by = NULL, locked_until = NULL \
         WHERE closed_at IS NULL AND appeal_id IN (SELECT id FROM appeal WHERE decision_id = $1)";
    run(tx, CLOSE, [decision.id.uuid().into(), by.at.micros().into()]).await?;
    queue_next(tx, decision.target).await
}
