//! Merging an idea into another, and taking that back. Nobody's choice is touched: supporters are carried over only where
//! they have no vote of their own, each carried vote says where it came from, and whoever then chooses for themselves
//! owns it. The idea that is merged keeps its votes, and stays readable. Whoever heard of it hears of the other
//! (`followers.rs`).

use folkmoot_common::{Id, IdeaId, StorageError, Tally};
use sea_orm::{DatabaseTransaction, QueryResult};
use uuid::Uuid;

use super::effect::{Effect, held, of_idea, stand_idea, tally};
use super::followers;
use super::stood::Stood;
use crate::sql::{confidence, get, one, run, trend};

/// Merges; `None` when the idea of that number can't take it in: it isn't there, isn't public, takes no votes, or is the
/// same.
pub(super) async fn merge(
    tx: &DatabaseTransaction,
    id: IdeaId,
    row: &QueryResult,
    into: i64,
) -> Result<Option<Effect>, StorageError> {
    let Some(target) = one(tx, "SELECT id FROM idea WHERE number = $1", [into.into()]).await? else { return Ok(None) };
    let target: Uuid = get(&target, "id")?;
    if target == id.uuid() || !hold_both(tx, id.uuid(), target).await? {
        return Ok(None);
    }
    let before = of_idea(row)?;
    stand_idea(tx, id, "merged", None).await?;
    run(tx, "UPDATE idea SET merged_into = $2 WHERE id = $1", [id.uuid().into(), into.into()]).await?;
    let carried = carry(tx, id.uuid(), target).await?;
    followers::carry(tx, id.uuid(), target).await?;
    let moved = shift(tx, target, carried).await?;
    let after = Stood { status: Some("merged".to_owned()), merged: Some((into, carried)), ..Stood::default() };
    Ok(Some(Effect { before, after, tallies: vec![moved], ..Effect::default() }))
}

/// The most ideas, each merged into the next, that are followed.
const LONGEST: usize = 50;

/// Takes a merge back: what was carried and never chosen again goes, and the idea stands as it stood. Where the other idea
/// was merged onwards since, it goes there too: nobody's support is left where nothing of theirs leads to. Whatever another
/// idea carries as well stays, and counts as carried from there.
pub(super) async fn unmerge(tx: &DatabaseTransaction, id: IdeaId, into: i64) -> Result<Vec<Tally>, StorageError> {
    let found = chain(tx, into).await?;
    hold_all(tx, id.uuid(), &found).await?;
    // Read again, now that nothing of it can be merged onwards meanwhile.
    let way = chain(tx, into).await?;
    if way != found {
        hold_all(tx, id.uuid(), &way).await?;
    }
    // The nearest first: whoever stays there still goes along from there.
    for far in 0..way.len() {
        hand_over(tx, id.uuid(), &way, far).await?;
        followers::hand_over(tx, id.uuid(), &way, far).await?;
    }
    let mut moved = Vec::new();
    // The furthest first: who leaves it is told by the votes nearer by.
    for far in (0..way.len()).rev() {
        followers::take_back(tx, id.uuid(), &way, far).await?;
        moved.push(take_back(tx, id.uuid(), &way, far).await?);
    }
    run(tx, "UPDATE idea SET merged_into = NULL WHERE id = $1", [id.uuid().into()]).await?;
    Ok(moved)
}

/// The idea of this number, and those that it lives on in by now, one in the next.
async fn chain(tx: &DatabaseTransaction, into: i64) -> Result<Vec<Uuid>, StorageError> {
    let (mut way, mut next) = (Vec::new(), Some(into));
    while let Some(number) = next.filter(|_| way.len() < LONGEST) {
        let asked = "SELECT id, merged_into FROM idea WHERE number = $1";
        let Some(row) = one(tx, asked, [number.into()]).await? else { break };
        way.push(get(&row, "id")?);
        next = get(&row, "merged_into")?;
    }
    Ok(way)
}

/// Of the votes that came so far along the way, those that another idea which is merged into the same place carries too
/// are carried from that one. Nothing that is counted moves, so there is no line of it in the history.
async fn hand_over(tx: &DatabaseTransaction, from: Uuid, way: &[Uuid], far: usize) -> Result<(), StorageError> {
    const TOO: &str = "FROM vote too JOIN idea other ON other.id = too.idea_id \
         WHERE too.person_id = vote.person_id AND too.choice = 1 AND too.state = 'counted' \
         AND other.merged_into = (SELECT number FROM idea WHERE id = vote.idea_id) AND other.id <> vote.carried_from";
    let handed = format!(
        "UPDATE vote SET carried_from = (SELECT other.id {TOO} ORDER BY other.number LIMIT 1) \
         WHERE {} AND EXISTS (SELECT 1 {TOO})",
        came_along("vote", far)
    );
    run(tx, &handed, values_along(from, way, far)).await?;
    Ok(())
}

/// Takes back what came so far along the way: `$1` is the idea that it came from, `$2` the first on the way.
async fn take_back(tx: &DatabaseTransaction, from: Uuid, way: &[Uuid], far: usize) -> Result<Tally, StorageError> {
    let carried = came_along("vote", far);
    let values = || values_along(from, way, far);
    let note = format!(
        "INSERT INTO vote_event (idea_id, person_id, choice, previous, state, at) \
         SELECT idea_id, person_id, 0, choice, state, {{now}} FROM vote WHERE {carried}"
    );
    run(tx, &note, values()).await?;
    let counted = format!("SELECT COUNT(*) AS n FROM vote WHERE {carried} AND choice = 1 AND state = 'counted'");
    let counted: i64 = one(tx, &counted, values()).await?.map_or(Ok(0), |row| get(&row, "n"))?;
    run(tx, &format!("DELETE FROM vote WHERE {carried}"), values()).await?;
    let here = *way.get(far).ok_or_else(|| StorageError::corrupt("a way of merged ideas ended early"))?;
    count_carried(tx, here).await?;
    shift(tx, here, -counted).await
}

/// The lines of a table that came from `$1` so far along the way, whose first is `$2`.
pub(super) fn came_along(table: &str, far: usize) -> String {
    let mut carried = "idea_id = $2 AND carried_from = $1".to_owned();
    for step in 1..=far {
        carried = format!(
            "idea_id = ${} AND carried_from = ${} AND person_id IN (SELECT person_id FROM {table} WHERE {carried})",
            step + 2,
            step + 1
        );
    }
    carried
}

/// What stands for `$1` and so on there.
pub(super) fn values_along(from: Uuid, way: &[Uuid], far: usize) -> impl Iterator<Item = sea_orm::Value> + '_ {
    std::iter::once(from).chain(way.iter().copied().take(far + 1)).map(sea_orm::Value::from)
}

/// Holds these tallies, the smallest id first as everywhere.
async fn hold_all(tx: &DatabaseTransaction, id: Uuid, way: &[Uuid]) -> Result<(), StorageError> {
    let mut all: Vec<Uuid> = way.iter().copied().chain([id]).collect();
    all.sort_unstable();
    for one_of in all {
        one(tx, &held(tx, "SELECT idea_id FROM tally WHERE idea_id = $1"), [one_of.into()]).await?;
    }
    Ok(())
}

/// Holds both tallies, the smaller id first as everywhere; says whether the second takes votes: nobody's support is counted
/// outside of its campaign's time, by the database's clock.
async fn hold_both(tx: &DatabaseTransaction, id: Uuid, target: Uuid) -> Result<bool, StorageError> {
    let mut open = false;
    let mut both = [id, target];
    both.sort_unstable();
    for one_of in both {
        const OPEN: &str = "SELECT listed, votable, EXISTS (SELECT 1 FROM campaign WHERE campaign.id = tally.campaign_id \
             AND opens_at <= {now} AND (closes_at IS NULL OR closes_at > {now})) AS in_time FROM tally WHERE idea_id = $1";
        let asked = held(tx, OPEN);
        let row = one(tx, &asked, [one_of.into()]).await?;
        if one_of == target {
            open = row
                .map_or(Ok(false), |row| Ok(get(&row, "listed")? && get(&row, "votable")? && get(&row, "in_time")?))?;
        }
    }
    Ok(open)
}

/// Carries supporters over who have no vote there; says how many.
async fn carry(tx: &DatabaseTransaction, from: Uuid, into: Uuid) -> Result<i64, StorageError> {
    const CARRY: &str = "INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at, carried_from) \
         SELECT $2, person_id, 1, 0, 'counted', {now}, $1 FROM vote \
         WHERE idea_id = $1 AND choice = 1 AND state = 'counted' \
         AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = vote.person_id AND person.deleted_at IS NOT NULL) \
         ON CONFLICT (idea_id, person_id) DO NOTHING";
    let carried = run(tx, CARRY, [from.into(), into.into()]).await?;
    const NOTE: &str = "INSERT INTO vote_event (idea_id, person_id, choice, previous, state, at) \
         SELECT idea_id, person_id, choice, previous, state, changed_at FROM vote WHERE idea_id = $1 AND carried_from = $2";
    run(tx, NOTE, [into.into(), from.into()]).await?;
    count_carried(tx, into).await?;
    Ok(i64::try_from(carried).unwrap_or(i64::MAX))
}

/// Counts anew who came along to this idea, by where they came from. Its tally MUST be held: whoever chooses for themselves
/// meanwhile is taken off by the database (migration 35).
async fn count_carried(tx: &DatabaseTransaction, idea: Uuid) -> Result<(), StorageError> {
    const COUNT: &str = "INSERT INTO carried (idea_id, from_id, people) SELECT idea_id, carried_from, COUNT(*) FROM vote \
         WHERE idea_id = $1 AND carried_from IS NOT NULL AND choice = 1 AND state = 'counted' GROUP BY idea_id, carried_from";
    run(tx, "DELETE FROM carried WHERE idea_id = $1", [idea.into()]).await?;
    run(tx, COUNT, [idea.into()]).await?;
    Ok(())
}

/// Moves the support of an idea, and the keys of its orders with it.
async fn shift(tx: &DatabaseTransaction, idea: Uuid, by: i64) -> Result<Tally, StorageError> {
    let support = "(support + $2)";
    let moved = format!(
        "UPDATE tally SET support = support + $2, votes = support + $2 + oppose, version = version + 1, \
         confidence = {}, trend = {} WHERE idea_id = $1 RETURNING support, oppose, comments, version",
        confidence(support, "oppose"),
        trend("born_at", support, "oppose")
    );
    let row = one(tx, &moved, [idea.into(), by.into()]).await?;
    tally(idea, &row.ok_or_else(|| StorageError::corrupt("an idea has no tally"))?)
}
