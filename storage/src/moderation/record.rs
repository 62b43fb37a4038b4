//! The record as rows. Whoever adds to it holds its end, so that entries follow one another whatever races; that is why it
//! is the last thing an act locks.

use folkmoot_common::{Digest, Id, PersonId, Role, StorageError, Timestamp};
use folkmoot_moderation::{Entry, Target};
use sea_orm::{DatabaseTransaction, DbBackend, QueryResult};
use uuid::Uuid;

use crate::Store;
use crate::sql::{all, get, one, run};

/// An act to be written down.
pub(super) struct Act<'a> {
    pub(super) at: Timestamp,
    pub(super) actor: Option<PersonId>,
    pub(super) role: Option<Role>,
    pub(super) act: &'a str,
    pub(super) target: Option<Target>,
    pub(super) reason: Option<&'a str>,
    pub(super) detail: String,
}

/// Adds an entry at the end.
pub(super) async fn write(tx: &DatabaseTransaction, act: Act<'_>) -> Result<(), StorageError> {
    let (seq, seal) = end(tx, true).await?;
    let entry = Entry {
        seq: seq + 1,
        at: act.at,
        actor: act.actor,
        role: act.role,
        act: act.act.to_owned(),
        target: act.target,
        reason: act.reason.map(str::to_owned),
        detail: act.detail,
    };
    let sealed = entry.sealed(&seal).bytes().to_vec();
    const ADD: &str = "INSERT INTO audit (seq, at, actor_id, role, act, subject_kind, subject_id, reason, detail, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = [
        entry.seq.into(),
        entry.at.micros().into(),
        entry.actor.map(Id::uuid).into(),
        entry.role.map_or("", Role::as_str).into(),
        entry.act.into(),
        entry.target.map_or("", Target::kind).into(),
        entry.target.map(Target::uuid).into(),
        entry.reason.into(),
        entry.detail.into(),
        sealed.clone().into(),
    ];
    run(tx, ADD, values).await?;
    run(tx, "UPDATE audit_head SET seq = $1, hash = $2 WHERE one = 1", [entry.seq.into(), sealed.into()]).await?;
    Ok(())
}

/// Where the record ends.
pub(super) async fn end(on: &impl sea_orm::ConnectionTrait, hold: bool) -> Result<(i64, Digest), StorageError> {
    let hold = if hold && on.get_database_backend() == DbBackend::Postgres { " FOR UPDATE" } else { "" };
    let row = one(on, &format!("SELECT seq, hash FROM audit_head WHERE one = 1{hold}"), []).await?;
    let row = row.ok_or_else(|| StorageError::corrupt("the record has no end"))?;
    let seq = get(&row, "seq")?;
    Ok((seq, if seq == 0 { Entry::beginning() } else { seal(get(&row, "hash")?)? }))
}

pub(super) async fn read(store: &Store, after: i64, most: u64) -> Result<Vec<(Entry, Digest)>, StorageError> {
    const READ: &str = "SELECT seq, at, actor_id, role, act, subject_kind, subject_id, reason, detail, hash FROM audit \
         WHERE seq > $1 ORDER BY seq LIMIT $2";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    all(store.read(), READ, [after.into(), most.into()]).await?.iter().map(entry).collect()
}

fn entry(row: &QueryResult) -> Result<(Entry, Digest), StorageError> {
    let kind: String = get(row, "subject_kind")?;
    let id: Option<Uuid> = get(row, "subject_id")?;
    let role: String = get(row, "role")?;
    let entry = Entry {
        seq: get(row, "seq")?,
        at: Timestamp::from_micros(get(row, "at")?),
        actor: get::<Option<Uuid>>(row, "actor_id")?.map(PersonId::from_uuid),
        role: Role::parse(&role),
        act: get(row, "act")?,
        target: id.and_then(|id| Target::of(&kind, id)),
        reason: get(row, "reason")?,
        detail: get(row, "detail")?,
    };
    Ok((entry, seal(get(row, "hash")?)?))
}

fn seal(bytes: Vec<u8>) -> Result<Digest, StorageError> {
    let bytes = <[u8; 32]>::try_from(bytes).map_err(|_other| StorageError::corrupt("a seal that isn't 32 bytes"))?;
    Ok(Digest::from_bytes(bytes))
}
