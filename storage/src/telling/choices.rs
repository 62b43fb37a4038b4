//! What people chose to hear: of one idea, and how often of anything.

use folkmoot_common::{Id, IdeaId, PersonId, StorageError, Timestamp};
use folkmoot_replies::{ChosenIdea, Concern, NoticePace};
use sea_orm::{ConnectionTrait, QueryResult, Value};
use uuid::Uuid;

use super::step::why;
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, one, run};

/// Ids in one question: well below what either database binds.
const MOST_IDS: usize = 500;

/// What they choose for themselves is theirs, wherever an earlier line came from.
///
/// An idea can be followed by whoever may see it; it can be left alone by everybody.
pub(super) async fn follow(
    store: &Store,
    (person, idea): (PersonId, IdeaId),
    follows: bool,
    at: Timestamp,
) -> Result<bool, StorageError> {
    const NOTE: &str = "INSERT INTO follow (idea_id, person_id, follows, at) SELECT idea.id, person.id, $3, $4 FROM idea \
         JOIN tally ON tally.idea_id = idea.id JOIN person ON person.id = $2 \
         WHERE idea.id = $1 AND person.deleted_at IS NULL AND (tally.listed OR idea.author_id = $2) \
         ON CONFLICT (idea_id, person_id) DO UPDATE SET follows = excluded.follows, at = excluded.at, carried_from = NULL";
    let tx = store.begin().await?;
    let values = [idea.uuid().into(), person.uuid().into(), follows.into(), at.micros().into()];
    let noted = run(&tx, NOTE, values).await? > 0;
    if !follows {
        take_back(&tx, person, Some(idea)).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(noted)
}

/// Whoever asks holds a letter: the idea may be hidden by now, and they must be left alone all the same.
pub(super) async fn stop(
    store: &Store,
    (person, idea): (PersonId, Option<IdeaId>),
    at: Timestamp,
) -> Result<(), StorageError> {
    const LEAVE_ALONE: &str = "INSERT INTO follow (idea_id, person_id, follows, at) \
         SELECT idea.id, person.id, FALSE, $3 FROM idea JOIN person ON person.id = $2 \
         WHERE idea.id = $1 AND person.deleted_at IS NULL \
         ON CONFLICT (idea_id, person_id) DO UPDATE SET follows = excluded.follows, at = excluded.at, carried_from = NULL";
    let tx = store.begin().await?;
    match idea {
        Some(idea) => {
            run(&tx, LEAVE_ALONE, [idea.uuid().into(), person.uuid().into(), at.micros().into()]).await?;
        }
        None => {
            set_pace(&tx, person, NoticePace::Never, at).await?;
        }
    }
    take_back(&tx, person, idea).await?;
    tx.commit().await.map_err(sealed)
}

/// What was to tell them and hasn't left. What waits to leave is few, and found by its index.
async fn take_back(tx: &impl ConnectionTrait, person: PersonId, idea: Option<IdeaId>) -> Result<(), StorageError> {
    const LETTERS: &str = "DELETE FROM outbox WHERE state IN ('waiting', 'dead') AND person_id = $1";
    const ENTRIES: &str = "DELETE FROM digest_entry WHERE person_id = $1";
    let who = person.uuid().into();
    match idea {
        Some(idea) => {
            let of = [who, idea.uuid().into()];
            run(tx, &format!("{LETTERS} AND idea_id = $2"), of.clone()).await?;
            let of_idea = "AND mailing_id IN (SELECT id FROM mailing WHERE idea_id = $2)";
            run(tx, &format!("{ENTRIES} {of_idea}"), of).await?;
        }
        None => {
            run(tx, LETTERS, [who.clone()]).await?;
            run(tx, ENTRIES, [who]).await?;
        }
    }
    Ok(())
}

pub(super) async fn concerns(
    store: &Store,
    person: PersonId,
    ideas: &[IdeaId],
) -> Result<Vec<(IdeaId, Concern)>, StorageError> {
    const STAND: &str = "SELECT idea.id, idea.author_id = $1 AS wrote, follow.follows, notice_pace.pace, \
         vote.choice = 1 AND vote.state = 'counted' AS supports FROM idea \
         LEFT JOIN follow ON follow.idea_id = idea.id AND follow.person_id = $1 \
         LEFT JOIN vote ON vote.idea_id = idea.id AND vote.person_id = $1 \
         LEFT JOIN notice_pace ON notice_pace.person_id = $1 WHERE idea.id IN";
    let mut found = Vec::with_capacity(ideas.len());
    for some in ideas.chunks(MOST_IDS) {
        let places = (2..some.len() + 2).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
        let values = std::iter::once(person.uuid()).chain(some.iter().map(|idea| idea.uuid())).map(Value::from);
        for row in all(store.read(), &format!("{STAND} ({places})"), values).await? {
            found.push((IdeaId::from_uuid(get(&row, "id")?), stands(&row)?));
        }
    }
    Ok(found)
}

fn stands(row: &QueryResult) -> Result<Concern, StorageError> {
    let (wrote, supports): (bool, Option<bool>) = (get(row, "wrote")?, get(row, "supports")?);
    let follows: Option<bool> = get(row, "follows")?;
    let concerned = follows.unwrap_or(wrote || supports == Some(true));
    let pace = get::<Option<String>>(row, "pace")?.as_deref().and_then(NoticePace::parse).unwrap_or_default();
    Ok(Concern { why: concerned.then(|| why(wrote, follows)), pace })
}

/// In the order of the ideas' ids, read off the index.
pub(super) async fn chosen(
    store: &Store,
    person: PersonId,
    after: Option<IdeaId>,
    most: u64,
) -> Result<Vec<ChosenIdea>, StorageError> {
    const READ: &str = "SELECT idea_id, follows, at FROM follow WHERE person_id = $1 AND idea_id > $2 \
         ORDER BY idea_id LIMIT $3";
    let after = after.map_or_else(Uuid::nil, Id::uuid);
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = all(store.read(), READ, [person.uuid().into(), after.into(), most.into()]).await?;
    let read = |row: &QueryResult| {
        Ok(ChosenIdea {
            idea: IdeaId::from_uuid(get(row, "idea_id")?),
            follows: get(row, "follows")?,
            at: Timestamp::from_micros(get(row, "at")?),
        })
    };
    rows.iter().map(read).collect()
}

pub(super) async fn choose(
    store: &Store,
    person: PersonId,
    pace: NoticePace,
    at: Timestamp,
) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let noted = set_pace(&tx, person, pace, at).await?;
    if pace == NoticePace::Never {
        take_back(&tx, person, None).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(noted)
}

async fn set_pace(
    on: &impl ConnectionTrait,
    person: PersonId,
    pace: NoticePace,
    at: Timestamp,
) -> Result<bool, StorageError> {
    const SET: &str = "INSERT INTO notice_pace (person_id, pace, at) SELECT id, $2, $3 FROM person \
         WHERE id = $1 AND deleted_at IS NULL \
         ON CONFLICT (person_id) DO UPDATE SET pace = excluded.pace, at = excluded.at";
    Ok(run(on, SET, [person.uuid().into(), pace.as_str().into(), at.micros().into()]).await? > 0)
}

pub(super) async fn pace(store: &Store, person: PersonId) -> Result<NoticePace, StorageError> {
    const READ: &str = "SELECT pace FROM notice_pace WHERE person_id = $1";
    let Some(row) = one(store.read(), READ, [person.uuid().into()]).await? else { return Ok(NoticePace::default()) };
    Ok(NoticePace::parse(&get::<String>(&row, "pace")?).unwrap_or_default())
}
