//! Who hears of an idea that is merged hears of the one that it lives on in: whoever followed it, and its author. A choice
//! of their own there stands. Who wanted to be left alone is left alone where only their carried vote would have them told.

use folkmoot_common::StorageError;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::merge::{came_along, values_along};
use crate::sql::run;

/// Carries them along; call it after the votes. Whoever came along muted from one idea, and follows another that comes along,
/// follows.
pub(super) async fn carry(tx: &DatabaseTransaction, from: Uuid, into: Uuid) -> Result<(), StorageError> {
    const CARRY: &str = "INSERT INTO follow (idea_id, person_id, follows, at, carried_from) \
         SELECT $2, heard.person_id, heard.follows, {now}, $1 FROM ( \
             SELECT person_id, follows FROM follow WHERE idea_id = $1 \
             UNION ALL SELECT author_id, TRUE FROM idea WHERE id = $1 AND NOT EXISTS \
                 (SELECT 1 FROM follow own WHERE own.idea_id = idea.id AND own.person_id = idea.author_id) \
         ) AS heard JOIN person ON person.id = heard.person_id \
         WHERE person.deleted_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM idea WHERE id = $2 AND author_id = heard.person_id) \
         AND (heard.follows OR EXISTS (SELECT 1 FROM vote \
             WHERE idea_id = $2 AND vote.person_id = heard.person_id AND carried_from = $1)) \
         ON CONFLICT (idea_id, person_id) DO UPDATE SET follows = TRUE, carried_from = excluded.carried_from, \
             at = excluded.at WHERE follow.carried_from IS NOT NULL AND NOT follow.follows AND excluded.follows";
    run(tx, CARRY, [from.into(), into.into()]).await?;
    Ok(())
}

/// Whoever came so far along the way, and comes along with another idea that is merged into the same place, goes on as they
/// come from there; call it after the votes.
pub(super) async fn hand_over(
    tx: &DatabaseTransaction,
    from: Uuid,
    way: &[Uuid],
    far: usize,
) -> Result<(), StorageError> {
    const HEARS: &str = "coalesce(too.follows, other.author_id = follow.person_id)";
    let too = format!(
        "FROM idea other LEFT JOIN follow too ON too.idea_id = other.id AND too.person_id = follow.person_id \
         WHERE other.merged_into = (SELECT number FROM idea WHERE id = follow.idea_id) \
         AND other.id <> follow.carried_from \
         AND ({HEARS} OR (too.person_id IS NOT NULL AND EXISTS (SELECT 1 FROM vote WHERE vote.idea_id = follow.idea_id \
             AND vote.person_id = follow.person_id AND vote.carried_from = other.id)))"
    );
    // Whoever follows one of several follows.
    let handed = format!(
        "UPDATE follow SET (carried_from, follows) = \
             (SELECT other.id, {HEARS} AS hears {too} ORDER BY hears DESC, other.number LIMIT 1) \
         WHERE {} AND EXISTS (SELECT 1 {too})",
        came_along("follow", far)
    );
    run(tx, &handed, values_along(from, way, far)).await?;
    Ok(())
}

/// Takes back what came so far along the way, and was never chosen again: as with votes, the furthest first.
pub(super) async fn take_back(
    tx: &DatabaseTransaction,
    from: Uuid,
    way: &[Uuid],
    far: usize,
) -> Result<(), StorageError> {
    let gone = format!("DELETE FROM follow WHERE {}", came_along("follow", far));
    run(tx, &gone, values_along(from, way, far)).await?;
    Ok(())
}
