//! Writing votes on SQLite: one transaction, however many ballots. SQLite can't write inside a common table expression,
//! so each vote is written by a small statement; the judging is shared, and each idea's tally moves once at the end.
//! There is only ever one writer, so nothing can come in between.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use folkmoot_common::{StorageError, Tally};
use folkmoot_votes::Recorded;
use sea_orm::sea_query::{Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, QueryResult};
use uuid::Uuid;

use super::entry::{Entry, JUDGED, tally, verdict};
use super::writing::{note_claims, take_claims};
use crate::Store;
use crate::error::sealed;
use crate::sql::{confidence, get, one, statement, trend};

static JUDGE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT t.support, t.oppose, t.comments, t.version, {JUDGED} AS judged, c.opens_at, c.closes_at
         FROM tally t JOIN campaign c ON c.id = t.campaign_id, (SELECT $2 AS choice, $3 AS at, $4 AS arrived) b
         WHERE t.idea_id = $1 AND (t.listed OR b.at IS NOT NULL)"
    )
});

const WRITE: &str = "INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at)
    SELECT $1, $2, $3, 0, 'counted', $4
    WHERE ($3 <> 0 OR EXISTS (SELECT 1 FROM vote WHERE idea_id = $1 AND person_id = $2))
        AND EXISTS (SELECT 1 FROM person WHERE id = $2 AND deleted_at IS NULL)
    ON CONFLICT (idea_id, person_id) DO UPDATE
        SET previous = vote.choice, choice = excluded.choice, changed_at = excluded.changed_at, carried_from = NULL
        WHERE (vote.choice <> excluded.choice OR vote.carried_from IS NOT NULL) AND (NOT $5 OR excluded.changed_at > vote.changed_at)
    RETURNING choice, previous, state, changed_at";

/// Lines of history in one statement: six values each stay far below SQLite's 32,766.
const LINES: usize = 1_000;

static MOVE: LazyLock<String> = LazyLock::new(|| {
    let (support, oppose) = ("(support + $2)", "(oppose + $3)");
    let (confidence, trend) = (confidence(support, oppose), trend("born_at", support, oppose));
    format!(
        "UPDATE tally SET support = support + $2, oppose = oppose + $3, votes = support + $2 + oppose + $3,
            version = version + 1, confidence = {confidence}, trend = {trend}
         WHERE idea_id = $1 RETURNING support, oppose, comments, version"
    )
});

/// How ballots of one choice on one idea are judged, at which instant, and how the idea stands.
#[derive(Clone)]
struct Room {
    judged: String,
    /// When the ballot arrived that this was judged for, by the database's clock. Votes are dated by that, so that none is
    /// dated after the closing that it was judged before.
    arrived: i64,
    opens_at: i64,
    closes_at: Option<i64>,
    stands: Tally,
}

impl Room {
    /// Whether a ballot that arrived then is judged the same: neither the opening nor the closing lies in between.
    fn holds_for(&self, arrived: i64) -> bool {
        let side = |at: i64| (self.opens_at <= at, self.closes_at.is_some_and(|end| end <= at));
        side(arrived) == side(self.arrived)
    }
}

/// What a transaction has learnt and must still write. Ballots of one choice on one idea are judged once.
#[derive(Default)]
struct Round {
    rooms: HashMap<(Uuid, i16), Option<Room>>,
    /// How far each idea moves: support, oppose.
    moves: BTreeMap<Uuid, (i64, i64)>,
    history: Vec<[SimpleExpr; 6]>,
}

pub(super) async fn write(store: &Store, entries: &[Entry]) -> Result<Vec<Option<Recorded>>, StorageError> {
    let tx = store.begin_freely().await?;
    let new = take_claims(&tx, entries).await?;
    // The write lock may have been a long time coming; it is ours now. One look at the clock is for all of them: were it
    // looked at for each, whoever is written last would have arrived the earlier.
    let waited: Vec<Entry> = entries.iter().map(waited).collect();
    let now: i64 = one(&tx, "SELECT {now} AS now", []).await?.map_or(Ok(0), |row| get(&row, "now"))?;
    let mut round = Round::default();
    let mut recorded = Vec::with_capacity(entries.len());
    for (entry, new) in waited.iter().zip(new) {
        recorded.push(if new { Some(round.one(&tx, entry, now - entry.waited).await?) } else { None });
    }
    round.note(&tx).await?;
    let moved = round.shift(&tx).await?;
    for (entry, what) in entries.iter().zip(&mut recorded) {
        if let Some(what) = what {
            what.tally = moved.get(&entry.idea).copied().or(what.tally);
        }
    }
    note_claims(&tx, entries, &recorded).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(recorded)
}

/// The same ballot, having waited until now, in the whole milliseconds of SQLite's clock. Taking microseconds away from
/// that clock would put a ballot up to a millisecond before the closing that it came after.
fn waited(entry: &Entry) -> Entry {
    let mut entry = entry.until_now();
    entry.waited -= entry.waited % 1_000;
    entry
}

impl Round {
    async fn one(&mut self, tx: &DatabaseTransaction, entry: &Entry, arrived: i64) -> Result<Recorded, StorageError> {
        let Some(room) = self.room(tx, entry, arrived).await? else {
            return Ok(Recorded { verdict: verdict(None, false)?, tally: None });
        };
        let open = room.judged == "open";
        let changed = open && self.upsert(tx, entry, arrived).await?;
        let judged = if open && !changed && !is_there(tx, entry.person).await? { "nobody" } else { &room.judged };
        Ok(Recorded { verdict: verdict(Some(judged), changed)?, tally: Some(room.stands) })
    }

    /// `None` when there is no such idea.
    async fn room(
        &mut self,
        tx: &DatabaseTransaction,
        entry: &Entry,
        arrived: i64,
    ) -> Result<Option<Room>, StorageError> {
        if let Some(known) = self.rooms.get(&(entry.idea, entry.choice))
            && known.as_ref().is_none_or(|room| room.holds_for(arrived))
        {
            return Ok(known.clone());
        }
        let asked = [entry.idea.into(), entry.choice.into(), entry.at.into(), arrived.into()];
        let row = tx.query_one_raw(statement(DbBackend::Sqlite, &JUDGE, asked)).await.map_err(sealed)?;
        let room = match row {
            Some(row) => Some(Room {
                judged: row.try_get("", "judged").map_err(sealed)?,
                arrived,
                opens_at: row.try_get("", "opens_at").map_err(sealed)?,
                closes_at: row.try_get("", "closes_at").map_err(sealed)?,
                stands: tally(entry.idea, counts(&row)?),
            }),
            None => None,
        };
        self.rooms.insert((entry.idea, entry.choice), room.clone());
        Ok(room)
    }

    /// Writes the vote; says whether that changed it.
    async fn upsert(&mut self, tx: &DatabaseTransaction, entry: &Entry, arrived: i64) -> Result<bool, StorageError> {
        let (at, past) = (entry.at.unwrap_or(arrived), entry.at.is_some());
        let values = [entry.idea.into(), entry.person.into(), entry.choice.into(), at.into(), past.into()];
        let written = tx.query_one_raw(statement(DbBackend::Sqlite, WRITE, values)).await.map_err(sealed)?;
        let Some(row) = written else { return Ok(false) };
        let number = |column: &str| row.try_get::<i16>("", column).map_err(sealed);
        let (now, before) = (number("choice")?, number("previous")?);
        let state: String = row.try_get("", "state").map_err(sealed)?;
        let at: i64 = row.try_get("", "changed_at").map_err(sealed)?;
        let (support, oppose) = self.moves.entry(entry.idea).or_default();
        if state == "counted" {
            *support += i64::from(now == 1) - i64::from(before == 1);
            *oppose += i64::from(now == -1) - i64::from(before == -1);
        }
        let line = [entry.idea.into(), entry.person.into(), now.into(), before.into(), state.into(), at.into()];
        self.history.push(line);
        Ok(true)
    }

    /// Adds to the history what changed, many lines a statement.
    async fn note(&mut self, tx: &DatabaseTransaction) -> Result<(), StorageError> {
        while !self.history.is_empty() {
            let some = self.history.drain(..self.history.len().min(LINES));
            let mut lines = Query::insert();
            lines.into_table("vote_event").columns(["idea_id", "person_id", "choice", "previous", "state", "at"]);
            for line in some {
                lines.values_panic(line);
            }
            tx.execute(&lines).await.map_err(sealed)?;
        }
        Ok(())
    }

    /// Moves each tally once; says how the ideas stand then.
    async fn shift(&self, tx: &DatabaseTransaction) -> Result<BTreeMap<Uuid, Tally>, StorageError> {
        let mut moved = BTreeMap::new();
        for (idea, (support, oppose)) in &self.moves {
            let update = statement(DbBackend::Sqlite, &MOVE, [(*idea).into(), (*support).into(), (*oppose).into()]);
            let row = tx.query_one_raw(update).await.map_err(sealed)?;
            let row = row.ok_or_else(|| StorageError::corrupt("a tally vanished while it moved"))?;
            moved.insert(*idea, tally(*idea, counts(&row)?));
        }
        Ok(moved)
    }
}

/// Whether this person hasn't left.
async fn is_there(tx: &DatabaseTransaction, person: Uuid) -> Result<bool, StorageError> {
    const THERE: &str = "SELECT id FROM person WHERE id = $1 AND deleted_at IS NULL";
    Ok(one(tx, THERE, [person.into()]).await?.is_some())
}

fn counts(row: &QueryResult) -> Result<[i64; 4], StorageError> {
    let number = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    Ok([number("support")?, number("oppose")?, number("comments")?, number("version")?])
}
