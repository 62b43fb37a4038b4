//! Writing votes on SQLite: one transaction, however many ballots. SQLite can't write inside a common table expression,
//! so each ballot is judged and written by a small statement, and each idea's tally moves once at the end. There is
//! only ever one writer, so nothing can come in between.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use folkmoot_common::StorageError;
use folkmoot_votes::Recorded;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, QueryResult};
use uuid::Uuid;

use super::entry::{Entry, JUDGED, tally, verdict};
use crate::Store;
use crate::error::sealed;
use crate::sql::{confidence, statement, trend};

static JUDGE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT t.support, t.oppose, t.comments, t.version, {JUDGED} AS judged
         FROM tally t JOIN campaign c ON c.id = t.campaign_id, (SELECT $2 AS choice, $3 AS at) b
         WHERE t.idea_id = $1 AND (t.listed OR b.at IS NOT NULL)"
    )
});

const WRITE: &str = "INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at)
    SELECT $1, $2, $3, 0, 'counted', coalesce($4, {now})
    WHERE $3 <> 0 OR EXISTS (SELECT 1 FROM vote WHERE idea_id = $1 AND person_id = $2)
    ON CONFLICT (idea_id, person_id) DO UPDATE
        SET previous = vote.choice, choice = excluded.choice, changed_at = excluded.changed_at
        WHERE vote.choice <> excluded.choice AND ($4 IS NULL OR excluded.changed_at > vote.changed_at)
    RETURNING choice, previous, state, changed_at";

const NOTE: &str = "INSERT INTO vote_event (idea_id, person_id, choice, previous, state, at)
    VALUES ($1, $2, $3, $4, $5, $6)";

static MOVE: LazyLock<String> = LazyLock::new(|| {
    let (support, oppose) = ("(support + $2)", "(oppose + $3)");
    let (confidence, trend) = (confidence(support, oppose), trend("born_at", support, oppose));
    format!(
        "UPDATE tally SET support = support + $2, oppose = oppose + $3, votes = support + $2 + oppose + $3,
            version = version + 1, confidence = {confidence}, trend = {trend}
         WHERE idea_id = $1 RETURNING support, oppose, comments, version"
    )
});

/// How far a round moves an idea: support, oppose.
type Moves = BTreeMap<Uuid, (i64, i64)>;

pub(super) async fn write(store: &Store, entries: &[Entry]) -> Result<Vec<Recorded>, StorageError> {
    let tx = store.begin().await?;
    let mut moves = Moves::new();
    let mut recorded = Vec::with_capacity(entries.len());
    for entry in entries {
        recorded.push(one(&tx, entry, &mut moves).await?);
    }
    let mut moved = BTreeMap::new();
    for (idea, (support, oppose)) in moves {
        let update = statement(DbBackend::Sqlite, &MOVE, [idea.into(), support.into(), oppose.into()]);
        let row = tx.query_one_raw(update).await.map_err(sealed)?;
        let row = row.ok_or_else(|| StorageError::corrupt("a tally vanished while it moved"))?;
        moved.insert(idea, tally(idea, counts(&row)?));
    }
    tx.commit().await.map_err(sealed)?;
    for (entry, what) in entries.iter().zip(&mut recorded) {
        what.tally = moved.get(&entry.idea).copied().or(what.tally);
    }
    Ok(recorded)
}

async fn one(tx: &DatabaseTransaction, entry: &Entry, moves: &mut Moves) -> Result<Recorded, StorageError> {
    let (idea, person, choice, at) = (entry.idea, entry.person, entry.choice, entry.at);
    let judge = statement(DbBackend::Sqlite, &JUDGE, [idea.into(), choice.into(), at.into()]);
    let Some(room) = tx.query_one_raw(judge).await.map_err(sealed)? else {
        return Ok(Recorded { verdict: verdict(None, false)?, tally: None });
    };
    let judged: String = room.try_get("", "judged").map_err(sealed)?;
    let stands = Some(tally(idea, counts(&room)?));
    if judged != "open" {
        return Ok(Recorded { verdict: verdict(Some(&judged), false)?, tally: stands });
    }

    let write = statement(DbBackend::Sqlite, WRITE, [idea.into(), person.into(), choice.into(), at.into()]);
    let Some(row) = tx.query_one_raw(write).await.map_err(sealed)? else {
        return Ok(Recorded { verdict: verdict(Some(&judged), false)?, tally: stands });
    };
    let (now, before): (i16, i16) =
        (row.try_get("", "choice").map_err(sealed)?, row.try_get("", "previous").map_err(sealed)?);
    let state: String = row.try_get("", "state").map_err(sealed)?;
    let changed_at: i64 = row.try_get("", "changed_at").map_err(sealed)?;
    let (support, oppose) = moves.entry(idea).or_default();
    if state == "counted" {
        *support += i64::from(now == 1) - i64::from(before == 1);
        *oppose += i64::from(now == -1) - i64::from(before == -1);
    }
    let note = [idea.into(), person.into(), now.into(), before.into(), state.into(), changed_at.into()];
    tx.execute_raw(statement(DbBackend::Sqlite, NOTE, note)).await.map_err(sealed)?;
    Ok(Recorded { verdict: verdict(Some(&judged), true)?, tally: stands })
}

fn counts(row: &QueryResult) -> Result<[i64; 4], StorageError> {
    let number = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    Ok([number("support")?, number("oppose")?, number("comments")?, number("version")?])
}
