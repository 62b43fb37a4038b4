//! Drafts of answers: one for an idea, saved over and over, locked while somebody writes.

use folkmoot_common::{Id, IdeaId, PersonId, StorageError, Timestamp};
use folkmoot_replies::{Draft, SaveDraft, Saved, Stage};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};
use uuid::Uuid;

use super::letters;
use crate::Store;
use crate::error::sealed;
use crate::moderation::{held, hold_idea};
use crate::sql::{all, get, one, run};

const DRAFT: &str = "SELECT idea_id, others, credits, raw, by_id, saved_at, version, stage, stage_by, stage_at, \
     asked_by, locked_by, locked_until FROM reply_draft";

pub(super) async fn find(on: &impl ConnectionTrait, idea: IdeaId) -> Result<Option<Draft>, StorageError> {
    let asked = format!("{DRAFT} WHERE idea_id = $1");
    one(on, &asked, [idea.uuid().into()]).await?.as_ref().map(draft).transpose()
}

/// Those that shall be public by now.
pub(super) async fn ripe(store: &Store, now: Timestamp, most: u64) -> Result<Vec<Draft>, StorageError> {
    let asked = format!("{DRAFT} WHERE stage = 'scheduled' AND stage_at <= $1 ORDER BY stage_at LIMIT $2");
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    all(store.read(), &asked, [now.micros().into(), most.into()]).await?.iter().map(draft).collect()
}

fn draft(row: &QueryResult) -> Result<Draft, StorageError> {
    let person = |column| get::<Option<Uuid>>(row, column).map(|id| id.map(PersonId::from_uuid));
    let moment = |column| get::<Option<i64>>(row, column).map(|at| at.map(Timestamp::from_micros));
    let told = person("stage_by")?.zip(moment("stage_at")?);
    let stage = match (get::<String>(row, "stage")?.as_str(), told) {
        ("approval", Some((by, at))) => Stage::Approval { by, at },
        ("scheduled", Some((by, for_))) => Stage::Scheduled { by, for_ },
        _ => Stage::Writing,
    };
    Ok(Draft {
        idea: IdeaId::from_uuid(get(row, "idea_id")?),
        others: read(&get::<String>(row, "others")?)?,
        credits: read(&get::<String>(row, "credits")?)?,
        raw: read(&get::<String>(row, "raw")?)?,
        by: PersonId::from_uuid(get(row, "by_id")?),
        saved_at: Timestamp::from_micros(get(row, "saved_at")?),
        version: get(row, "version")?,
        stage,
        asked_by: person("asked_by")?,
        lock: person("locked_by")?.zip(moment("locked_until")?),
    })
}

fn read<T: serde::de::DeserializeOwned>(kept: &str) -> Result<T, StorageError> {
    serde_json::from_str(kept).map_err(|why| StorageError::Failed(why.into()))
}

pub(super) fn written<T: serde::Serialize>(what: &T) -> Result<String, StorageError> {
    serde_json::to_string(what).map_err(|why| StorageError::Failed(why.into()))
}

pub(super) async fn save(store: &Store, new: SaveDraft) -> Result<Saved, StorageError> {
    let tx = store.begin().await?;
    // The idea's row is what two first drafts of one idea meet at.
    if hold_idea(&tx, new.idea).await?.is_none() {
        return Err(StorageError::corrupt("a draft is about no idea"));
    }
    let asked = format!("{DRAFT} WHERE idea_id = $1");
    let known = one(&tx, &held(&tx, &asked), [new.idea.uuid().into()]).await?.as_ref().map(draft).transpose()?;
    if let Some(known) = known {
        if let Some((by, until)) = known.lock.filter(|_| known.is_locked_for(new.by.person, new.by.at)) {
            return Ok(Saved::Locked(by, until));
        }
        if known.version != new.seen {
            return Ok(Saved::Changed(Box::new(known)));
        }
    } else if new.seen != 0 {
        // It was published or thrown away meanwhile: nobody brings it back without knowing.
        return Ok(Saved::Gone);
    }
    write(tx, &new).await
}

async fn write(tx: DatabaseTransaction, new: &SaveDraft) -> Result<Saved, StorageError> {
    let (stage, by, at) = match new.stage {
        Stage::Writing => ("writing", None, None),
        Stage::Approval { by, at } => ("approval", Some(by), Some(at)),
        Stage::Scheduled { by, for_ } => ("scheduled", Some(by), Some(for_)),
    };
    const SAVE: &str = "INSERT INTO reply_draft (idea_id, others, credits, raw, by_id, saved_at, version, stage, stage_by, \
         stage_at, locked_by, locked_until, asked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         ON CONFLICT (idea_id) DO UPDATE SET others = excluded.others, credits = excluded.credits, raw = excluded.raw, \
         by_id = excluded.by_id, saved_at = excluded.saved_at, version = excluded.version, stage = excluded.stage, \
         stage_by = excluded.stage_by, stage_at = excluded.stage_at, locked_by = excluded.locked_by, \
         locked_until = excluded.locked_until, asked_by = excluded.asked_by";
    let version = new.seen + 1;
    // Whoever hands it on leaves it to the next.
    let held = (stage == "writing").then_some((new.by.person, new.until));
    let values = [
        new.idea.uuid().into(),
        written(&new.others)?.into(),
        written(&new.credits)?.into(),
        written(&new.raw)?.into(),
        new.by.person.uuid().into(),
        new.by.at.micros().into(),
        version.into(),
        stage.into(),
        by.map(Id::uuid).into(),
        at.map(Timestamp::micros).into(),
        held.map(|(by, _)| by.uuid()).into(),
        held.map(|(_, until)| until.micros()).into(),
        new.asked_by.map(Id::uuid).into(),
    ];
    run(&tx, SAVE, values).await?;
    letters::post(&tx, &new.letters, new.by.at).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(Saved::As(version))
}

pub(super) async fn drop(store: &Store, idea: IdeaId, seen: i32) -> Result<bool, StorageError> {
    const DROP: &str = "DELETE FROM reply_draft WHERE idea_id = $1 AND version = $2";
    Ok(store.act(DROP, [idea.uuid().into(), seen.into()]).await? == 1)
}
