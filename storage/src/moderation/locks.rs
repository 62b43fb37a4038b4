//! Locks on items: one statement each, so that of two who press at once one gets it.

use folkmoot_common::{Id, ItemId, PersonId, StorageError, Timestamp};
use folkmoot_moderation::{Actor, Lock, LockRequest, Locked, Note, Target};
use sea_orm::DatabaseTransaction;

use super::record;
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, one};

pub(super) async fn lock(store: &Store, request: LockRequest) -> Result<Locked, StorageError> {
    const TAKE: &str = "UPDATE queue_item SET locked_by = $2, locked_until = $3, changed_at = {now} \
         WHERE id = $1 AND closed_at IS NULL AND ($5 OR locked_by IS NULL OR locked_by = $2 OR locked_until <= $4)";
    let (until, now) = (request.until.micros(), request.now.micros());
    let values = [request.item.uuid().into(), request.who.uuid().into(), until.into(), now.into(), request.take.into()];
    if store.act(TAKE, values).await? == 1 {
        return Ok(Locked::Yours(Lock { by: request.who, until: request.until }));
    }
    const HELD: &str = "SELECT locked_by, locked_until FROM queue_item WHERE id = $1 AND closed_at IS NULL \
         AND locked_by IS NOT NULL";
    let Some(row) = one(store.read(), HELD, [request.item.uuid().into()]).await? else { return Ok(Locked::Gone) };
    let by = PersonId::from_uuid(get(&row, "locked_by")?);
    Ok(Locked::Theirs(Lock { by, until: Timestamp::from_micros(get(&row, "locked_until")?) }))
}

pub(super) async fn release(store: &Store, item: ItemId, who: PersonId) -> Result<(), StorageError> {
    const RELEASE: &str = "UPDATE queue_item SET locked_by = NULL, locked_until = NULL, changed_at = {now} \
         WHERE id = $1 AND locked_by = $2";
    store.act(RELEASE, [item.uuid().into(), who.uuid().into()]).await?;
    Ok(())
}

/// Leaves an item for somebody else, and writes that down.
pub(super) async fn ask(store: &Store, item: ItemId, by: Actor, why: &Note) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    const ASK: &str = "UPDATE queue_item SET asked_by = $2, asked_why = $3, locked_by = NULL, locked_until = NULL, \
         changed_at = {now} WHERE id = $1 AND closed_at IS NULL RETURNING subject_kind, subject_id";
    let Some(row) = one(&tx, ASK, [item.uuid().into(), by.person.uuid().into(), why.as_str().into()]).await? else {
        return Ok(false);
    };
    note(&tx, super::row::target(&row)?, by, "SECOND_OPINION").await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// Takes that back, and writes that down too.
pub(super) async fn unask(store: &Store, item: ItemId, by: Actor) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    const UNASK: &str = "UPDATE queue_item SET asked_by = NULL, asked_why = NULL, changed_at = {now} \
         WHERE id = $1 AND asked_by = $2 AND closed_at IS NULL RETURNING subject_kind, subject_id";
    let Some(row) = one(&tx, UNASK, [item.uuid().into(), by.person.uuid().into()]).await? else { return Ok(false) };
    note(&tx, super::row::target(&row)?, by, "SECOND_OPINION_TAKEN_BACK").await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

async fn note(tx: &DatabaseTransaction, target: Target, by: Actor, act: &str) -> Result<(), StorageError> {
    let entry = record::Act {
        at: by.at,
        actor: Some(by.person),
        role: Some(by.role),
        act,
        target: Some(target),
        reason: None,
        detail: "{}".to_owned(),
    };
    record::write(tx, entry).await
}
