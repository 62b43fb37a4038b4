//! Promises as rows: what campaigns promise, the clocks that run, and what changes them. Clocks are started by the database.

use std::collections::HashMap;

use folkmoot_common::{CampaignId, Id, IdeaId, StorageError, Timestamp};
use folkmoot_replies::{Announcement, Change, Kept, Kind, NewChange, Promise, Step};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::Store;
use crate::error::sealed;
use crate::moderation::{held, stand_idea};
use crate::sql::{all, get, one, places, run};
use crate::telling;

/// What was promised, from its row.
pub(super) fn kind(row: &QueryResult) -> Result<Kind, StorageError> {
    let word: String = get(row, "kind")?;
    Kind::parse(&word).ok_or_else(|| StorageError::corrupt(format!("a promise is of the kind {word}")))
}

fn step(row: &QueryResult) -> Result<Step, StorageError> {
    let supporters: i64 = get(row, "supporters")?;
    let working_days: i32 = get(row, "working_days")?;
    Ok(Step {
        kind: kind(row)?,
        supporters: u32::try_from(supporters).unwrap_or(u32::MAX),
        working_days: u16::try_from(working_days).unwrap_or(u16::MAX),
    })
}

pub(super) async fn steps(
    store: &Store,
    campaigns: &[CampaignId],
) -> Result<HashMap<CampaignId, Vec<Step>>, StorageError> {
    let mut found: HashMap<CampaignId, Vec<Step>> = HashMap::new();
    if campaigns.is_empty() {
        return Ok(found);
    }
    let asked = format!(
        "SELECT campaign_id, kind, supporters, working_days FROM promise_step WHERE campaign_id IN ({}) \
         ORDER BY supporters, kind",
        places(1, campaigns.len())
    );
    for row in all(store.read(), &asked, campaigns.iter().map(|campaign| campaign.uuid().into())).await? {
        found.entry(CampaignId::from_uuid(get(&row, "campaign_id")?)).or_default().push(step(&row)?);
    }
    Ok(found)
}

/// Sets what a campaign promises. Looking for the next step of each idea anew starts the clocks of those who are there.
pub(super) async fn set_steps(store: &Store, campaign: CampaignId, steps: &[Step]) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    let id = campaign.uuid();
    run(&tx, "DELETE FROM promise_step WHERE campaign_id = $1", [id.into()]).await?;
    const ADD: &str = "INSERT INTO promise_step (campaign_id, kind, supporters, working_days) VALUES ($1, $2, $3, $4)";
    for step in steps {
        let (supporters, days) = (i64::from(step.supporters), i32::from(step.working_days));
        run(&tx, ADD, [id.into(), step.kind.as_str().into(), supporters.into(), days.into()]).await?;
    }
    // In the order in which votes lock them.
    if store.backend() == sea_orm::DbBackend::Postgres {
        const HOLD: &str = "SELECT idea_id FROM tally WHERE campaign_id = $1 ORDER BY idea_id FOR NO KEY UPDATE";
        all(&tx, HOLD, [id.into()]).await?;
    }
    const NEXT: &str = "UPDATE tally SET next_step = (SELECT min(s.supporters) FROM promise_step s \
         WHERE s.campaign_id = tally.campaign_id AND NOT EXISTS (SELECT 1 FROM promise p \
         WHERE p.idea_id = tally.idea_id AND p.kind = s.kind)) WHERE campaign_id = $1";
    run(&tx, NEXT, [id.into()]).await?;
    tx.commit().await.map_err(sealed)
}

const PROMISE: &str = "p.idea_id, p.kind, p.supporters, p.working_days, p.reached_at, p.due_at, p.kept_at";

/// The promises of these ideas, with what changed them, in the order in which they were reached.
pub(super) async fn of(on: &impl ConnectionTrait, ideas: &[Uuid]) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
    if ideas.is_empty() {
        return Ok(Vec::new());
    }
    let asked = format!(
        "SELECT {PROMISE} FROM promise p WHERE p.idea_id IN ({}) ORDER BY p.reached_at, p.supporters, p.kind",
        places(1, ideas.len())
    );
    let rows = all(on, &asked, ideas.iter().map(|idea| (*idea).into())).await?;
    let mut changes = changes(on, ideas).await?;
    rows.iter().map(|row| promise(row, &mut changes)).collect()
}

type Changes = HashMap<(Uuid, Kind), Vec<Change>>;

fn promise(row: &QueryResult, changes: &mut Changes) -> Result<(IdeaId, Promise), StorageError> {
    let idea: Uuid = get(row, "idea_id")?;
    let step = step(row)?;
    let promise = Promise {
        step,
        reached_at: Timestamp::from_micros(get(row, "reached_at")?),
        due_at: get::<Option<i64>>(row, "due_at")?.map(Timestamp::from_micros),
        changes: changes.remove(&(idea, step.kind)).unwrap_or_default(),
        kept_at: get::<Option<i64>>(row, "kept_at")?.map(Timestamp::from_micros),
    };
    Ok((IdeaId::from_uuid(idea), promise))
}

async fn changes(on: &impl ConnectionTrait, ideas: &[Uuid]) -> Result<Changes, StorageError> {
    let asked = format!(
        "SELECT idea_id, kind, what, at, working_days, reason FROM promise_change WHERE idea_id IN ({}) \
         ORDER BY idea_id, kind, nth",
        places(1, ideas.len())
    );
    let mut found = Changes::new();
    for row in all(on, &asked, ideas.iter().map(|idea| (*idea).into())).await? {
        let at = Timestamp::from_micros(get(&row, "at")?);
        let reason = get::<Option<String>>(&row, "reason")?.unwrap_or_default();
        let days = get::<Option<i32>>(&row, "working_days")?.unwrap_or_default();
        let change = match get::<String>(&row, "what")?.as_str() {
            "paused" => Change::Paused { at, reason },
            "resumed" => Change::Resumed { at },
            _ => Change::Extended { at, working_days: u16::try_from(days).unwrap_or(u16::MAX), reason },
        };
        found.entry((get(&row, "idea_id")?, kind(&row)?)).or_default().push(change);
    }
    Ok(found)
}

/// Whether a promise that isn't kept is owed still, over `p` (promise) and `t` (the tally of its idea). An answer ends what
/// was to be answered or acknowledged; a committee is owed all the same.
pub(super) const OWED: &str = "(p.kind = 'COMMITTEE' OR t.status IN ('published', 'awaiting_reply', 'under_review'))";

/// Promises that haven't been kept, in the order of idea and kind.
pub(super) async fn running(
    store: &Store,
    after: Option<(IdeaId, Kind)>,
    most: u64,
) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
    unkept(store, "", after, most).await
}

/// Those of them that the figures have as waiting or overdue.
pub(super) async fn awaited(
    store: &Store,
    after: Option<(IdeaId, Kind)>,
    most: u64,
) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
    let alive = format!("JOIN tally t ON t.idea_id = p.idea_id AND t.listed AND t.status <> 'merged' AND {OWED}");
    unkept(store, &alive, after, most).await
}

/// Some of those that haven't been kept: which, says a join.
async fn unkept(
    store: &Store,
    which: &str,
    after: Option<(IdeaId, Kind)>,
    most: u64,
) -> Result<Vec<(IdeaId, Promise)>, StorageError> {
    let beyond = if after.is_some() { "AND (p.idea_id > $2 OR (p.idea_id = $2 AND p.kind > $3))" } else { "" };
    let asked = format!(
        "SELECT {PROMISE} FROM promise p {which} WHERE p.kept_at IS NULL {beyond} ORDER BY p.idea_id, p.kind LIMIT $1"
    );
    let mut values = vec![i64::try_from(most).unwrap_or(i64::MAX).into()];
    if let Some((idea, kind)) = after {
        values.extend([idea.uuid().into(), kind.as_str().into()]);
    }
    let rows = all(store.read(), &asked, values).await?;
    let ideas = rows.iter().map(|row| get(row, "idea_id")).collect::<Result<Vec<Uuid>, _>>()?;
    let mut changes = if ideas.is_empty() { Changes::new() } else { changes(store.read(), &ideas).await? };
    rows.iter().map(|row| promise(row, &mut changes)).collect()
}

pub(super) async fn set_due(
    store: &Store,
    idea: IdeaId,
    kind: Kind,
    (changes, due): (usize, Option<Timestamp>),
) -> Result<(), StorageError> {
    const SET: &str = "UPDATE promise SET due_at = $3 WHERE idea_id = $1 AND kind = $2 AND changes = $4 \
         AND kept_at IS NULL";
    let seen = i32::try_from(changes).unwrap_or(i32::MAX);
    let values = [idea.uuid().into(), kind.as_str().into(), due.map(Timestamp::micros).into(), seen.into()];
    run(store.write(), SET, values).await?;
    Ok(())
}

/// Ideas that are owed an answer and say "published" still: a moderator had them in hand as the clock started.
pub(super) async fn catch_up(store: &Store, most: u64) -> Result<usize, StorageError> {
    const LATE: &str = "SELECT p.idea_id FROM promise p JOIN tally t ON t.idea_id = p.idea_id \
         WHERE p.kind = 'REPLY' AND p.kept_at IS NULL AND t.listed AND t.status = 'published' LIMIT $1";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut moved = 0;
    for row in all(store.read(), LATE, [most.into()]).await? {
        let idea: Uuid = get(&row, "idea_id")?;
        let tx = store.begin().await?;
        let still = "SELECT status FROM idea WHERE id = $1 AND status = 'published' AND hidden_at IS NULL";
        if one(&tx, &held(&tx, still), [idea.into()]).await?.is_some() {
            stand_idea(&tx, IdeaId::from_uuid(idea), "awaiting_reply", None).await?;
            moved += 1;
        }
        tx.commit().await.map_err(sealed)?;
    }
    Ok(moved)
}

/// Ideas to which an answer is promised that nobody was told of, and that wait for it. Its index has no other promises.
pub(super) async fn untold(store: &Store, most: u64) -> Result<Vec<IdeaId>, StorageError> {
    const UNTOLD: &str = "SELECT p.idea_id FROM promise p JOIN tally t ON t.idea_id = p.idea_id AND t.listed \
         WHERE p.told_at IS NULL AND p.kept_at IS NULL AND p.kind = 'REPLY' \
         AND t.status IN ('published', 'awaiting_reply', 'under_review') ORDER BY p.idea_id LIMIT $1";
    let rows = all(store.read(), UNTOLD, [i64::try_from(most).unwrap_or(i64::MAX).into()]).await?;
    rows.iter().map(|row| get(row, "idea_id").map(IdeaId::from_uuid)).collect()
}

/// Whoever notes it tells it, unless it was answered meanwhile.
pub(super) async fn told(store: &Store, tells: &Announcement) -> Result<bool, StorageError> {
    const NOTE: &str = "UPDATE promise SET told_at = $2 WHERE idea_id = $1 AND kind = 'REPLY' \
         AND told_at IS NULL AND kept_at IS NULL";
    let tx = store.begin().await?;
    if run(&tx, NOTE, [tells.idea.uuid().into(), tells.at.micros().into()]).await? == 0 {
        return Ok(false);
    }
    telling::announce(&tx, tells).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

pub(super) async fn change(store: &Store, new: NewChange) -> Result<bool, StorageError> {
    let (what, days, reason) = match &new.change {
        Change::Paused { reason, .. } => ("paused", None, Some(reason.clone())),
        Change::Resumed { .. } => ("resumed", None, None),
        Change::Extended { working_days, reason, .. } => ("extended", Some(*working_days), Some(reason.clone())),
    };
    let tx = store.begin().await?;
    let (idea, kind) = (new.idea.uuid(), new.kind.as_str());
    let seen = i32::try_from(new.seen).unwrap_or(i32::MAX);
    const MOVE: &str = "UPDATE promise SET due_at = $4, changes = changes + 1, \
         paused_at = CASE WHEN $5 = 'paused' THEN CAST($6 AS BIGINT) WHEN $5 = 'resumed' THEN NULL ELSE paused_at END \
         WHERE idea_id = $1 AND kind = $2 AND changes = $3 AND kept_at IS NULL";
    let due = new.due_at.map(Timestamp::micros);
    let values = [idea.into(), kind.into(), seen.into(), due.into(), what.into(), new.by.at.micros().into()];
    if run(&tx, MOVE, values).await? == 0 {
        return Ok(false);
    }
    const ADD: &str = "INSERT INTO promise_change (idea_id, kind, nth, what, at, working_days, reason, by_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        idea.into(),
        kind.into(),
        (seen + 1).into(),
        what.into(),
        new.by.at.micros().into(),
        days.map(i32::from).into(),
        reason.clone().into(),
        new.by.person.uuid().into(),
    ];
    run(&tx, ADD, values).await?;
    const TELL: &str =
        "INSERT INTO happening (idea_id, what, at, number, words, by_id) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = [
        idea.into(),
        what.to_uppercase().into(),
        new.by.at.micros().into(),
        days.map(i64::from).into(),
        reason.into(),
        new.by.person.uuid().into(),
    ];
    run(&tx, TELL, values).await?;
    telling::announce(&tx, &new.tells).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

pub(super) async fn keep(store: &Store, kept: Kept) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let (idea, at) = (kept.idea.uuid(), kept.by.at.micros());
    const KEEP: &str = "UPDATE promise SET kept_at = $3 WHERE idea_id = $1 AND kind = $2 AND kept_at IS NULL";
    if run(&tx, KEEP, [idea.into(), kept.kind.as_str().into(), at.into()]).await? == 0 {
        return Ok(false);
    }
    let what = if kept.kind == Kind::Committee { "COMMITTEE" } else { "ACKNOWLEDGED" };
    const TELL: &str = "INSERT INTO happening (idea_id, what, at, words, by_id) VALUES ($1, $2, $3, $4, $5)";
    let values = [idea.into(), what.into(), at.into(), kept.words.as_str().into(), kept.by.person.uuid().into()];
    run(&tx, TELL, values).await?;
    telling::announce(&tx, &kept.tells).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}
