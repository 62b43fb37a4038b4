//! What colleagues write to each other about an idea.

use folkmoot_common::{Id, IdeaId, MailId, PersonId, StorageError, Timestamp};
use folkmoot_replies::LetterWords;
use folkmoot_replies::{By, StaffNote};
use folkmoot_text::Markdown;
use sea_orm::{ConnectionTrait as _, DatabaseTransaction, DbBackend};

use super::letters;
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, one, places, run};

/// The most notes that are shown; the newest, in order.
const MOST: i64 = 200;

pub(super) async fn notes(store: &Store, idea: IdeaId) -> Result<Vec<StaffNote>, StorageError> {
    const NOTES: &str = "SELECT n.id, n.by_id, person.name, n.words, n.at FROM staff_note n \
         JOIN person ON person.id = n.by_id WHERE n.idea_id = $1 ORDER BY n.id DESC LIMIT $2";
    const MENTIONS: &str = "SELECT m.note_id, m.person_id FROM staff_mention m JOIN staff_note n ON n.id = m.note_id \
         WHERE n.idea_id = $1";
    let mentions = all(store.read(), MENTIONS, [idea.uuid().into()]).await?;
    let mut found = Vec::new();
    for row in all(store.read(), NOTES, [idea.uuid().into(), MOST.into()]).await? {
        let id: i64 = get(&row, "id")?;
        let mut named = Vec::new();
        for mention in &mentions {
            if get::<i64>(mention, "note_id")? == id {
                named.push(PersonId::from_uuid(get(mention, "person_id")?));
            }
        }
        found.push(StaffNote {
            by: PersonId::from_uuid(get(&row, "by_id")?),
            name: get(&row, "name")?,
            words: Markdown::from_stored(get(&row, "words")?),
            at: Timestamp::from_micros(get(&row, "at")?),
            mentions: named,
        });
    }
    found.reverse();
    Ok(found)
}

pub(super) async fn add(
    store: &Store,
    idea: IdeaId,
    words: &Markdown,
    (mentions, by): (&[(MailId, PersonId, LetterWords)], By),
) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    let people: Vec<PersonId> = mentions.iter().map(|(_, person, _)| *person).collect();
    write(&tx, idea, (words, &people), (by.person, by.at)).await?;
    letters::post(&tx, mentions, by.at).await?;
    tx.commit().await.map_err(sealed)
}

/// Holds whoever a note names, in one order and before anything that they have: on PostgreSQL somebody who leaves
/// meanwhile comes before or after, and the two never wait for each other.
pub(super) async fn hold(tx: &DatabaseTransaction, people: &[PersonId]) -> Result<(), StorageError> {
    if people.is_empty() || tx.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let asked = format!("SELECT id FROM person WHERE id IN ({}) ORDER BY id FOR KEY SHARE", places(1, people.len()));
    all(tx, &asked, people.iter().map(|person| person.uuid().into())).await.map(drop)
}

/// Writes a note, and whom it names.
pub(super) async fn write(
    tx: &DatabaseTransaction,
    idea: IdeaId,
    (words, mentions): (&Markdown, &[PersonId]),
    (by, at): (PersonId, Timestamp),
) -> Result<(), StorageError> {
    const ADD: &str = "INSERT INTO staff_note (idea_id, by_id, words, at) VALUES ($1, $2, $3, $4) RETURNING id";
    let values = [idea.uuid().into(), by.uuid().into(), words.as_str().into(), at.micros().into()];
    let row = one(tx, ADD, values).await?;
    let row = row.ok_or_else(|| StorageError::corrupt("a note vanished as it was written"))?;
    let note: i64 = get(&row, "id")?;
    const NAME: &str = "INSERT INTO staff_mention (note_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    for person in mentions {
        run(tx, NAME, [note.into(), person.uuid().into()]).await?;
    }
    Ok(())
}
