//! What becomes of somebody's votes when they leave: those on questions that are still open are taken back, so that whoever
//! comes back with the same address can't count twice; those on closed questions stay counted.
//!
//! Whether the person goes is for `people/depart.rs`, which holds each tally before it asks for the vote on it.

use folkmoot_common::StorageError;
use sea_orm::ConnectionTrait;
use sea_orm::prelude::Uuid;

use crate::sql::{all, get, one, run};

/// The ideas on which this person's vote could still be cast anew, and counts.
pub(crate) async fn open_votes(on: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Uuid>, StorageError> {
    const OPEN: &str = "SELECT v.idea_id FROM vote v JOIN tally t ON t.idea_id = v.idea_id \
         JOIN campaign c ON c.id = t.campaign_id \
         WHERE v.person_id = $1 AND v.choice <> 0 AND (c.closes_at IS NULL OR c.closes_at > {now})";
    all(on, OPEN, [person.into()]).await?.iter().map(|row| get(row, "idea_id")).collect()
}

/// Takes the vote on this idea back, and notes it in the history; gives how far support and oppose move.
pub(crate) async fn take_back(on: &impl ConnectionTrait, idea: Uuid, person: Uuid) -> Result<(i64, i64), StorageError> {
    const TAKE: &str = "UPDATE vote SET previous = choice, choice = 0, changed_at = {now}, carried_from = NULL \
         WHERE idea_id = $1 AND person_id = $2 AND choice <> 0 RETURNING previous, state";
    let Some(row) = one(on, TAKE, [idea.into(), person.into()]).await? else { return Ok((0, 0)) };
    const NOTE: &str = "INSERT INTO vote_event (idea_id, person_id, choice, previous, state, at) \
         SELECT idea_id, person_id, choice, previous, state, changed_at FROM vote WHERE idea_id = $1 AND person_id = $2";
    run(on, NOTE, [idea.into(), person.into()]).await?;
    if get::<String>(&row, "state")? != "counted" {
        return Ok((0, 0));
    }
    let was: i16 = get(&row, "previous")?;
    Ok((-i64::from(was == 1), -i64::from(was == -1)))
}
