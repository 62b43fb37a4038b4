//! Writing votes on PostgreSQL: one statement, however many ballots, is the whole transaction, where none has a key.
//!
//! It takes the tallies' row locks in the order of their ids, so that two nodes can't wait for each other. What a
//! ballot replaced comes from the upserted row itself (`previous`), not from a look beforehand: under READ COMMITTED a
//! look would see the past of whoever it had to wait for. For the same reason the new tally is built on the row as it
//! was locked (`room`), not on the row as the update finds it: PostgreSQL would first try the sum on the past one, and
//! trip over its constraints. Whoever votes is held as present (`present`), after the tallies: a vote that races its
//! person's leaving is either there to be taken back, or finds nobody (`people/depart.rs`).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use folkmoot_common::StorageError;
use folkmoot_votes::{Recorded, Verdict};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, TransactionTrait, Values};
use uuid::Uuid;

use super::entry::{Entry, JUDGED, tally, verdict};
use super::writing::{Patience, note_claims, take_claims};
use crate::Store;
use crate::error::sealed;
use crate::pen::Nib;
use crate::silence::in_time;
use crate::sql::{confidence, get, one, statement, trend};

/// When the transaction began, which is before it waits for anything: the statement's own time begins once more when it has
/// the tables that it needs, and by that a vote would be late that came in time.
const BEGUN: &str = "(extract(epoch FROM transaction_timestamp()) * 1000000)::bigint";

/// The clock of the database, for a transaction that began long ago.
const CLOCK: &str = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now";

/// The tallies of the ballots' ideas, held in the order of their ids.
const ROOM: &str = "room AS MATERIALIZED (
            SELECT t.* FROM tally t
            WHERE t.idea_id IN (SELECT idea_id FROM ballot) AND (t.listed OR $5)
            ORDER BY t.idea_id FOR NO KEY UPDATE
        )";

/// The upsert, with what each row was before.
const WRITTEN: &str = "written AS (
            INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at)
            SELECT idea_id, person_id, choice, 0, 'counted', coalesce(at, arrived) FROM judged j
            WHERE judged = 'open' AND (choice <> 0 OR EXISTS (
                SELECT 1 FROM vote v WHERE v.idea_id = j.idea_id AND v.person_id = j.person_id))
                AND EXISTS (SELECT 1 FROM present p WHERE p.id = j.person_id)
            ORDER BY idea_id, person_id
            ON CONFLICT (idea_id, person_id) DO UPDATE
                SET previous = vote.choice, choice = excluded.choice, changed_at = excluded.changed_at, carried_from = NULL
                WHERE (vote.choice <> excluded.choice OR vote.carried_from IS NOT NULL) AND (NOT $5 OR excluded.changed_at > vote.changed_at)
            RETURNING idea_id, person_id, choice, previous, state, changed_at
        )";

/// What writes votes: the upsert, except in a saboteur.
fn written() -> &'static str {
    #[cfg(all(feature = "sabotage", debug_assertions))]
    if crate::sabotage::is(crate::sabotage::Sabotage::NoKey) {
        return crate::sabotage::LOOKED_FIRST;
    }
    WRITTEN
}

/// What holds the tallies: in one order, except in a saboteur.
fn room() -> &'static str {
    #[cfg(all(feature = "sabotage", debug_assertions))]
    if crate::sabotage::is(crate::sabotage::Sabotage::AnyOrder) {
        return crate::sabotage::ANY_ORDER;
    }
    ROOM
}

static WRITE: LazyLock<String> = LazyLock::new(|| {
    let (support, oppose) = ("(r.support + m.support)", "(r.oppose + m.oppose)");
    let (confidence, trend) = (confidence(support, oppose), trend("r.born_at", support, oppose));
    let (room, written) = (room(), written());
    format!(
        "WITH ballot AS MATERIALIZED (
            SELECT idea_id, person_id, choice, CASE WHEN $5 THEN at END AS at, coalesce($7::bigint, {BEGUN}) - waited AS arrived,
                place
            FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::bigint[], $6::bigint[])
                WITH ORDINALITY AS b(idea_id, person_id, choice, at, waited, place)
        ), {room}, judged AS MATERIALIZED (
            SELECT b.*, t.support, t.oppose, t.comments, t.version, {JUDGED} AS judged
            FROM ballot b JOIN room t ON t.idea_id = b.idea_id JOIN campaign c ON c.id = t.campaign_id
        ), present AS MATERIALIZED (
            SELECT id FROM person WHERE deleted_at IS NULL
                AND id IN (SELECT b.person_id FROM ballot b JOIN room r ON r.idea_id = b.idea_id)
            ORDER BY id FOR KEY SHARE
        ), {written}, noted AS (
            INSERT INTO vote_event (idea_id, person_id, choice, previous, state, at)
            SELECT idea_id, person_id, choice, previous, state, changed_at FROM written
        ), moved AS (
            SELECT idea_id,
                coalesce(sum((choice = 1)::int - (previous = 1)::int) FILTER (WHERE state = 'counted'), 0) AS support,
                coalesce(sum((choice = -1)::int - (previous = -1)::int) FILTER (WHERE state = 'counted'), 0) AS oppose
            FROM written GROUP BY idea_id
        ), counted AS (
            UPDATE tally t SET support = {support}, oppose = {oppose}, votes = {support} + {oppose},
                version = r.version + 1, confidence = {confidence}, trend = {trend}
            FROM moved m JOIN room r ON r.idea_id = m.idea_id WHERE t.idea_id = m.idea_id
            RETURNING t.idea_id, t.support, t.oppose, t.version
        )
        SELECT j.place, CASE WHEN j.judged = 'open' AND p.id IS NULL THEN 'nobody' ELSE j.judged END AS judged, w.idea_id IS NOT NULL AS changed, j.idea_id, j.comments,
            coalesce(k.support, j.support) AS support, coalesce(k.oppose, j.oppose) AS oppose,
            coalesce(k.version, j.version) AS version
        FROM judged j
        LEFT JOIN present p ON p.id = j.person_id
        LEFT JOIN written w ON w.idea_id = j.idea_id AND w.person_id = j.person_id
        LEFT JOIN counted k ON k.idea_id = j.idea_id"
    )
});

/// How long a short patience is. A round trip that isn't held up takes a fraction of it.
const SHORT: &str = "SET LOCAL lock_timeout = '50ms'";

/// Votes of the past, which are many and come from elsewhere, leave the pen to those of now.
pub(super) async fn write(
    store: &Store,
    entries: &[Entry],
    patience: Patience,
) -> Result<Vec<Option<Recorded>>, StorageError> {
    let Some(pen) = store.pen().filter(|_pen| entries.iter().all(|entry| entry.at.is_none())) else {
        return Ok(say(store.write(), entries, None).await?.into_iter().map(Some).collect());
    };
    let nib = pen.ready().await?;
    let written = in_time(write_with(&nib, entries, patience)).await;
    pen.has_done(&nib, &written).await;
    written
}

/// With keys among them there is a transaction: the keys first, then what is new, then what became of it beside the keys.
async fn write_with(nib: &Nib, entries: &[Entry], patience: Patience) -> Result<Vec<Option<Recorded>>, StorageError> {
    if patience == Patience::Usual && entries.iter().all(|entry| entry.claim.is_none()) {
        return Ok(at_once(nib, entries).await?.into_iter().map(Some).collect());
    }
    let tx = nib.pool().begin().await.map_err(sealed)?;
    if patience == Patience::Short {
        tx.execute_unprepared(SHORT).await.map_err(sealed)?;
    }
    let new = take_claims(&tx, entries).await?;
    let fresh: Vec<Entry> =
        entries.iter().zip(&new).filter(|(_, new)| **new).map(|(entry, _)| entry.until_now()).collect();
    let now = clock(&tx).await?;
    let mut said = say(&tx, &fresh, Some(now)).await?.into_iter();
    let recorded = new.into_iter().map(|new| if new { said.next() } else { None }).collect::<Vec<_>>();
    note_claims(&tx, entries, &recorded).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(recorded)
}

/// Which of these ideas somebody holds at this moment, and the transaction that does.
pub(super) async fn holders(store: &Store, ideas: HashSet<Uuid>) -> Result<HashMap<Uuid, String>, StorageError> {
    const HELD: &str = "WITH free AS MATERIALIZED (
            SELECT idea_id FROM tally WHERE idea_id = ANY($1) FOR NO KEY UPDATE SKIP LOCKED
        ) SELECT idea_id, xmax::text AS holder FROM tally WHERE idea_id = ANY($1) AND idea_id NOT IN (SELECT idea_id FROM free)";
    let asked = statement(DbBackend::Postgres, HELD, [ideas.into_iter().collect::<Vec<_>>().into()]);
    let Some(pen) = store.pen() else { return Ok(HashMap::new()) };
    let nib = pen.ready().await?;
    let rows = in_time(async { nib.pool().query_all_raw(asked).await.map_err(sealed) }).await;
    pen.has_done(&nib, &rows).await;
    let rows = rows?;
    rows.iter().map(|row| Ok((get(row, "idea_id")?, get(row, "holder")?))).collect()
}

/// By one statement.
async fn at_once(nib: &Nib, entries: &[Entry]) -> Result<Vec<Recorded>, StorageError> {
    let now = || ballots(&entries.iter().map(Entry::until_now).collect::<Vec<_>>(), None);
    recorded(&nib.write(&WRITE, now).await.map_err(sealed)?, entries.len())
}

async fn clock(tx: &impl ConnectionTrait) -> Result<i64, StorageError> {
    let row = one(tx, CLOCK, []).await?;
    get(&row.ok_or_else(|| StorageError::corrupt("the database has no clock"))?, "now")
}

async fn say(on: &impl ConnectionTrait, entries: &[Entry], now: Option<i64>) -> Result<Vec<Recorded>, StorageError> {
    let asked = Statement::from_sql_and_values(DbBackend::Postgres, &*WRITE, ballots(entries, now));
    recorded(&on.query_all_raw(asked).await.map_err(sealed)?, entries.len())
}

/// These, which have waited until now, as values of [`WRITE`]; where that isn't when the transaction begins, by this clock.
fn ballots(entries: &[Entry], now: Option<i64>) -> Values {
    let past = entries.iter().any(|entry| entry.at.is_some());
    Values(vec![
        entries.iter().map(|entry| entry.idea).collect::<Vec<_>>().into(),
        entries.iter().map(|entry| entry.person).collect::<Vec<_>>().into(),
        entries.iter().map(|entry| entry.choice).collect::<Vec<_>>().into(),
        entries.iter().map(|entry| entry.at.unwrap_or_default()).collect::<Vec<_>>().into(),
        past.into(),
        entries.iter().map(|entry| entry.waited).collect::<Vec<_>>().into(),
        now.into(),
    ])
}

/// What became of so many.
fn recorded(rows: &[QueryResult], many: usize) -> Result<Vec<Recorded>, StorageError> {
    let mut recorded = vec![Recorded { verdict: Verdict::NoSuchIdea, tally: None }; many];
    for row in rows {
        let (place, what) = read(row)?;
        if let Some(slot) = recorded.get_mut(place) {
            *slot = what;
        }
    }
    Ok(recorded)
}

fn read(row: &QueryResult) -> Result<(usize, Recorded), StorageError> {
    let number = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    let judged: String = row.try_get("", "judged").map_err(sealed)?;
    let changed: bool = row.try_get("", "changed").map_err(sealed)?;
    let idea = row.try_get("", "idea_id").map_err(sealed)?;
    let counts = [number("support")?, number("oppose")?, number("comments")?, number("version")?];
    let place = usize::try_from(number("place")? - 1).unwrap_or(usize::MAX);
    Ok((place, Recorded { verdict: verdict(Some(&judged), changed)?, tally: Some(tally(idea, counts)) }))
}
