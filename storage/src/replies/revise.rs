//! Revising an answer: what it said stays, with why it says something else now.

use folkmoot_common::{Id, ReplyId, StorageError, Timestamp};
use folkmoot_replies::{NewRevision, Published, ReplyRevision};
use sea_orm::QueryResult;

use super::drafts::written;
use super::{publish, read};
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, run};
use crate::telling;

pub(super) async fn revise(store: &Store, new: NewRevision) -> Result<Published, StorageError> {
    let tx = store.begin().await?;
    let Some(known) = read::reply(&tx, new.reply).await? else { return Ok(Published::Changed) };
    // The ideas first, as everywhere: then nobody revises it at the same time.
    if known.text.outcome.leads_to() != new.text.outcome.leads_to()
        && let Some(stuck) = publish::move_all(&tx, (&known.ideas, true), new.text.outcome, new.by).await?
    {
        return Ok(Published::CannotMove(stuck));
    }
    let raw = written(&new.text.to_raw())?;
    let (id, at, by) = (new.reply.uuid(), new.by.at.micros(), new.by.person.uuid());
    const REVISE: &str = "UPDATE official_reply SET raw = $3, outcome = $4, revision = revision + 1, revised_at = $5 \
         WHERE id = $1 AND revision = $2";
    let outcome = new.text.outcome.as_str();
    if run(&tx, REVISE, [id.into(), new.seen.into(), raw.clone().into(), outcome.into(), at.into()]).await? == 0 {
        return Ok(Published::Changed);
    }
    const KEEP: &str =
        "INSERT INTO reply_revision (reply_id, revision, raw, at, why, by_id) VALUES ($1, $2, $3, $4, $5, $6)";
    let why = new.why.as_str();
    run(&tx, KEEP, [id.into(), (new.seen + 1).into(), raw.into(), at.into(), why.into(), by.into()]).await?;
    const TELL: &str = "INSERT INTO happening (idea_id, what, at, department_id, words, by_id) \
         VALUES ($1, 'REVISED', $2, $3, $4, $5)";
    for idea in &known.ideas {
        let department = known.department.uuid();
        run(&tx, TELL, [idea.uuid().into(), at.into(), department.into(), why.into(), by.into()]).await?;
    }
    for (_, news) in &new.tells {
        telling::announce(&tx, news).await?;
    }
    let reply = read::reply(&tx, new.reply).await?;
    let reply = reply.ok_or_else(|| StorageError::corrupt("an answer vanished as it was revised"))?;
    tx.commit().await.map_err(sealed)?;
    Ok(Published::Done(Box::new(reply)))
}

/// What an answer said, oldest first, with what it says now.
pub(super) async fn revisions(store: &Store, id: ReplyId) -> Result<Vec<ReplyRevision>, StorageError> {
    const ALL: &str = "SELECT revision, raw, at, why FROM reply_revision WHERE reply_id = $1 ORDER BY revision";
    let one = |row: &QueryResult| {
        Ok(ReplyRevision {
            revision: get(row, "revision")?,
            text: read::text(&get::<String>(row, "raw")?)?,
            at: Timestamp::from_micros(get(row, "at")?),
            why: get(row, "why")?,
        })
    };
    all(store.read(), ALL, [id.uuid().into()]).await?.iter().map(one).collect()
}
