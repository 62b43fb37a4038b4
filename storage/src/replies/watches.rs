//! What officers watch, and what they know of it. How far somebody knows an idea's timeline is one number beside the watch:
//! it moves with the letter, in one transaction, so that two nodes never write the same.

use std::sync::LazyLock;

use folkmoot_common::{Id, IdeaId, PersonId, StorageError, Timestamp};
use folkmoot_replies::{Unseen, Watch, WatchLetter, Watched};
use sea_orm::QueryResult;

use super::feed::{LINE, line};
use super::letters;
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, not_leaving, one, run};

pub(super) async fn watch(store: &Store, watch: Watch, most: u64) -> Result<bool, StorageError> {
    // Of two who count at once both may come in: the bound keeps a page short, and nothing else hangs on it. What can't be
    // seen, and so can't be let go, takes nobody's place.
    const ADD: &str = "INSERT INTO staff_watch (person_id, idea_id, since, told) \
         SELECT person.id, t.idea_id, $3, coalesce((SELECT MAX(h.id) FROM happening h WHERE h.idea_id = $2), 0) \
         FROM tally t JOIN person ON person.id = $1 AND person.deleted_at IS NULL \
         WHERE t.idea_id = $2 AND t.listed AND (SELECT COUNT(*) FROM staff_watch w \
         JOIN tally s ON s.idea_id = w.idea_id AND s.listed WHERE w.person_id = $1) < $4{hold} \
         ON CONFLICT (person_id, idea_id) DO NOTHING";
    const END: &str = "DELETE FROM staff_watch WHERE person_id = $1 AND idea_id = $2";
    let of = [watch.officer.uuid().into(), watch.idea.uuid().into()];
    if !watch.watches {
        store.act(END, of).await?;
        return Ok(true);
    }
    let [officer, idea] = of;
    let values = [officer, idea, watch.at.micros().into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    let added = store.act(&ADD.replace("{hold}", not_leaving(store.backend())), values).await? > 0;
    Ok(added || watches(store, watch.officer, watch.idea).await?)
}

pub(super) async fn watches(store: &Store, officer: PersonId, idea: IdeaId) -> Result<bool, StorageError> {
    const WATCHES: &str = "SELECT 1 AS one FROM staff_watch WHERE person_id = $1 AND idea_id = $2";
    Ok(one(store.read(), WATCHES, [officer.uuid().into(), idea.uuid().into()]).await?.is_some())
}

pub(super) async fn watched(store: &Store, officer: PersonId) -> Result<Vec<Watched>, StorageError> {
    const WATCHED: &str = "SELECT i.id, i.number, i.title, w.since FROM staff_watch w \
         JOIN tally t ON t.idea_id = w.idea_id AND t.listed JOIN idea i ON i.id = w.idea_id \
         WHERE w.person_id = $1 ORDER BY w.since DESC, i.id";
    let read = |row: &QueryResult| {
        Ok(Watched {
            idea: IdeaId::from_uuid(get(row, "id")?),
            number: get(row, "number")?,
            title: get(row, "title")?,
            since: Timestamp::from_micros(get(row, "since")?),
        })
    };
    all(store.read(), WATCHED, [officer.uuid().into()]).await?.iter().map(read).collect()
}

/// Whoever lost their role isn't written to: what colleagues do is no longer theirs to know. Of an idea nothing is told while
/// a line before it is too new: lines are numbered in another order than that of their clocks, and none may be passed over.
static UNSEEN: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT w.person_id, w.told, {LINE} JOIN staff_watch w ON w.idea_id = h.idea_id AND h.id > w.told \
         WHERE h.at <= $1 AND NOT EXISTS (SELECT 1 FROM happening e \
         WHERE e.idea_id = h.idea_id AND e.id > w.told AND e.id < h.id AND e.at > $1) AND (h.by_id IS NULL OR h.by_id <> w.person_id) AND EXISTS (SELECT 1 FROM person_role r \
         WHERE r.person_id = w.person_id AND r.role IN ('officer', 'admin')) \
         ORDER BY w.person_id, w.idea_id, h.id LIMIT $2"
    )
});

pub(super) async fn unseen(store: &Store, until: Timestamp, most: u64) -> Result<Vec<Unseen>, StorageError> {
    let read = |row: &QueryResult| {
        let officer = PersonId::from_uuid(get(row, "person_id")?);
        Ok(Unseen { officer, known: get(row, "told")?, line: line(row)? })
    };
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    all(store.read(), &UNSEEN, [until.micros().into(), most.into()]).await?.iter().map(read).collect()
}

pub(super) async fn tell(store: &Store, letter: WatchLetter) -> Result<bool, StorageError> {
    const KNOW: &str = "UPDATE staff_watch SET told = $4 WHERE person_id = $1 AND idea_id = $2 AND told = $3";
    let tx = store.begin().await?;
    let (officer, idea) = (letter.officer.uuid().into(), letter.idea.uuid().into());
    if run(&tx, KNOW, [officer, idea, letter.known.into(), letter.told.into()]).await? == 0 {
        return Ok(false);
    }
    letters::post(&tx, &[(letter.id, letter.officer, letter.words)], letter.at).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}
