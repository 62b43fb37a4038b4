//! Milestones as rows: set, claimed, asked about, and what supporters say of them.

use folkmoot_common::{Id, IdeaId, MailId, MilestoneId, PersonId, StorageError, Timestamp};
use folkmoot_ideas::{IdeaStatus, Mover};
use folkmoot_replies::{
    Announcement, Claim, Due, Happens, LetterWords, Milestone, MilestoneWord, NewMilestone, Onward, Said,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};
use uuid::Uuid;

use super::letters;
use crate::Store;
use crate::error::sealed;
use crate::moderation::{held, hold_idea, stand_idea};
use crate::sql::{all, get, one, places, run};
use crate::telling;

/// What supporters said of it is counted by the database, with every word.
const MILESTONE: &str = "m.id, m.idea_id, m.title, m.due, m.claim, m.note, m.claimed_at, m.asked_at, m.reopened_at, \
     m.said_yes, m.said_partly, m.said_no";

fn milestone(row: &QueryResult) -> Result<Milestone, StorageError> {
    let moment = |column| get::<Option<i64>>(row, column).map(|at| at.map(Timestamp::from_micros));
    let people = |column| get::<i64>(row, column).map(|people| u64::try_from(people).unwrap_or(0));
    let due: String = get(row, "due")?;
    Ok(Milestone {
        id: MilestoneId::from_uuid(get(row, "id")?),
        idea: IdeaId::from_uuid(get(row, "idea_id")?),
        title: get(row, "title")?,
        due: due.parse().map_err(|_no_day| StorageError::corrupt(format!("a milestone is due on {due}")))?,
        claim: get::<Option<String>>(row, "claim")?.and_then(|word| Happens::parse(&word)),
        note: get(row, "note")?,
        claimed_at: moment("claimed_at")?,
        asked_at: moment("asked_at")?,
        said: Said { yes: people("said_yes")?, partly: people("said_partly")?, no: people("said_no")? },
        reopened_at: moment("reopened_at")?,
    })
}

/// The milestones that this finds.
async fn found(
    on: &impl ConnectionTrait,
    which: &str,
    values: Vec<sea_orm::Value>,
) -> Result<Vec<Milestone>, StorageError> {
    let rows = all(on, &format!("SELECT {MILESTONE} FROM milestone m {which}"), values).await?;
    rows.iter().map(milestone).collect()
}

/// The milestones of these ideas, by their day.
pub(super) async fn of(on: &impl ConnectionTrait, ideas: &[Uuid]) -> Result<Vec<Milestone>, StorageError> {
    if ideas.is_empty() {
        return Ok(Vec::new());
    }
    let which = format!("WHERE m.idea_id IN ({}) ORDER BY m.due_at, m.id", places(1, ideas.len()));
    found(on, &which, ideas.iter().map(|idea| (*idea).into()).collect()).await
}

/// A line of an idea's timeline.
async fn tell(
    tx: &DatabaseTransaction,
    (idea, what, words): (IdeaId, &str, &str),
    (by, at): (Option<PersonId>, Timestamp),
) -> Result<(), StorageError> {
    const TELL: &str = "INSERT INTO happening (idea_id, what, at, words, by_id) VALUES ($1, $2, $3, $4, $5)";
    let values = [idea.uuid().into(), what.into(), at.micros().into(), words.into(), by.map(Id::uuid).into()];
    run(tx, TELL, values).await?;
    Ok(())
}

pub(super) async fn set(store: &Store, new: NewMilestone) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    const SET: &str = "INSERT INTO milestone (id, idea_id, title, due, due_at, by_id, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        new.id.uuid().into(),
        new.idea.uuid().into(),
        new.title.as_str().into(),
        new.due.to_string().into(),
        new.due_at.micros().into(),
        new.by.person.uuid().into(),
        new.by.at.micros().into(),
    ];
    run(&tx, SET, values).await?;
    tell(&tx, (new.idea, "MILESTONE", new.title.as_str()), (Some(new.by.person), new.by.at)).await?;
    tx.commit().await.map_err(sealed)
}

/// The council's word. After so many said otherwise that it had to look again, everybody is asked anew.
pub(super) async fn claim(store: &Store, claim: Claim) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let id = claim.milestone.uuid();
    let asked = "SELECT m.asked_at, m.reopened_at FROM milestone m WHERE m.id = $1 AND m.idea_id = $2";
    let values = [id.into(), claim.idea.uuid().into()];
    let Some(row) = one(&tx, &held(&tx, asked), values).await? else { return Ok(false) };
    let anew = get::<Option<i64>>(&row, "reopened_at")?.is_some();
    let asks = anew || get::<Option<i64>>(&row, "asked_at")?.is_none();
    if anew {
        run(&tx, "DELETE FROM milestone_word WHERE milestone_id = $1", [id.into()]).await?;
    }
    const CLAIM: &str = "UPDATE milestone SET claim = $2, note = $3, claimed_at = $4, claimed_by = $5, reopened_at = NULL, \
         officers_at = coalesce(officers_at, $4), asked_at = CASE WHEN $6 THEN $4 ELSE asked_at END WHERE id = $1";
    let (at, by) = (claim.by.at.micros(), claim.by.person.uuid());
    let (word, note) = (claim.claim.as_str(), claim.note.as_str());
    run(&tx, CLAIM, [id.into(), word.into(), note.into(), at.into(), by.into(), asks.into()]).await?;
    tell(&tx, (claim.idea, "CLAIMED", note), (Some(claim.by.person), claim.by.at)).await?;
    if asks {
        telling::announce(&tx, &claim.tells).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// Whether somebody may say: they support the idea, or wrote it, and people were asked.
const MAY: &str = "SELECT 1 AS one FROM milestone m JOIN idea i ON i.id = m.idea_id \
     JOIN person ON person.id = $3 AND person.deleted_at IS NULL \
     WHERE m.id = $1 AND m.idea_id = $2 AND m.asked_at IS NOT NULL AND (i.author_id = $3 OR EXISTS ( \
     SELECT 1 FROM vote v WHERE v.idea_id = $2 AND v.person_id = $3 AND v.choice = 1 AND v.state = 'counted'))";

pub(super) async fn say(store: &Store, word: MilestoneWord) -> Result<Option<Milestone>, StorageError> {
    let MilestoneWord { milestone: id, idea, person, said, reopening, at } = word;
    let tx = store.begin().await?;
    // The idea first, as everywhere; then of two who say no at once, one makes the council look again. The milestone before the
    // words about it: each word moves what is counted there, and whoever asks anew comes that way as well.
    let Some(row) = hold_idea(&tx, idea).await? else { return Ok(None) };
    one(&tx, &held(&tx, "SELECT m.id FROM milestone m WHERE m.id = $1"), [id.uuid().into()]).await?;
    if one(&tx, MAY, [id.uuid().into(), idea.uuid().into(), person.uuid().into()]).await?.is_none() {
        return Ok(None);
    }
    const SAY: &str = "INSERT INTO milestone_word (milestone_id, person_id, said, at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (milestone_id, person_id) DO UPDATE SET said = excluded.said, at = excluded.at";
    let values = [id.uuid().into(), person.uuid().into(), said.as_str().into(), at.micros().into()];
    run(&tx, SAY, values).await?;
    let mut milestones = found(&tx, "WHERE m.id = $1", vec![id.uuid().into()]).await?;
    let Some(mut milestone) = milestones.pop() else { return Ok(None) };
    let reopens = milestone.reopened_at.is_none() && milestone.said.reopens();
    if reopens {
        run(&tx, "UPDATE milestone SET reopened_at = $2 WHERE id = $1", [id.uuid().into(), at.micros().into()]).await?;
        milestone.reopened_at = Some(at);
        tell(&tx, (idea, "REOPENED", &milestone.title), (None, at)).await?;
        reopen(&tx, idea, &row).await?;
        telling::announce(&tx, &reopening.tells).await?;
        letters::post(&tx, &reopening.letters, at).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(Some(milestone))
}

/// What many say hasn't happened isn't done.
async fn reopen(tx: &DatabaseTransaction, idea: IdeaId, row: &QueryResult) -> Result<(), StorageError> {
    let status: String = get(row, "status")?;
    let from = IdeaStatus::parse(&status);
    if from.is_some_and(|from| from == IdeaStatus::Done && from.may_move(IdeaStatus::InProgress, Mover::Program)) {
        stand_idea(tx, idea, "in_progress", get(row, "hidden_at")?).await?;
    }
    Ok(())
}

pub(super) async fn own_words(
    store: &Store,
    person: PersonId,
    milestones: &[MilestoneId],
) -> Result<Vec<(MilestoneId, Happens)>, StorageError> {
    let asked = format!(
        "SELECT milestone_id, said FROM milestone_word WHERE person_id = $1 AND milestone_id IN ({})",
        places(2, milestones.len())
    );
    let values = std::iter::once(person.uuid().into()).chain(milestones.iter().map(|id| id.uuid().into()));
    let mut words = Vec::new();
    for row in all(store.read(), &asked, values).await? {
        if let Some(said) = Happens::parse(&get::<String>(&row, "said")?) {
            words.push((MilestoneId::from_uuid(get(&row, "milestone_id")?), said));
        }
    }
    Ok(words)
}

/// Moves an answered idea on, by the table of moves.
pub(super) async fn move_on(store: &Store, step: Onward) -> Result<bool, StorageError> {
    let tx = store.begin().await?;
    let Some(row) = hold_idea(&tx, step.idea).await? else { return Ok(false) };
    let status: String = get(&row, "status")?;
    let hidden = get::<Option<i64>>(&row, "hidden_at")?;
    let role = if step.by.admin { folkmoot_common::Role::Admin } else { folkmoot_common::Role::Officer };
    let mover = Mover::Holder([role].into_iter().collect());
    let (from, to) = (IdeaStatus::parse(&status), IdeaStatus::parse(&step.to));
    // Yes and no change places by a revision only, which everybody reads.
    let Some(to) = to.filter(|to| from.is_some_and(|from| from.may_go_on(*to) && from.may_move(*to, mover))) else {
        return Ok(false);
    };
    if hidden.is_some() {
        return Ok(false);
    }
    stand_idea(&tx, step.idea, &to.as_str().to_lowercase(), None).await?;
    const MOVED: &str = "INSERT INTO happening (idea_id, what, at, words, status, by_id) \
         VALUES ($1, 'MOVED', $2, $3, $4, $5)";
    let (words, by) = (step.words.as_str(), step.by.person.uuid());
    let values = [step.idea.uuid().into(), step.by.at.micros().into(), words.into(), to.as_str().into(), by.into()];
    run(&tx, MOVED, values).await?;
    telling::announce(&tx, &step.tells).await?;
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

/// About which officers, or supporters, must be asked. Each is read with what says so: between two readings another node
/// asks the officers, and that is no reason to ask supporters before they could answer.
pub(super) async fn due(store: &Store, now: Timestamp, silent: Timestamp, most: u64) -> Result<Vec<Due>, StorageError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    // Of what nobody sees nobody is asked, and it stands in nobody's way.
    const SEEN: &str = "JOIN tally t ON t.idea_id = m.idea_id AND t.listed WHERE m.asked_at IS NULL";
    const LAST: &str = "ORDER BY m.due_at LIMIT $2";
    let officers = format!("{SEEN} AND m.officers_at IS NULL AND m.due_at <= $1 {LAST}");
    let supporters = format!("{SEEN} AND m.due_at <= $1 AND m.officers_at <= $1 {LAST}");
    let officers = found(store.read(), &officers, vec![now.micros().into(), most.into()]).await?;
    let supporters = found(store.read(), &supporters, vec![silent.micros().into(), most.into()]).await?;
    let ask = |ask_officers: bool| move |milestone| Due { ask_officers, milestone };
    Ok(officers.into_iter().map(ask(true)).chain(supporters.into_iter().map(ask(false))).collect())
}

pub(super) async fn asked_officers(
    store: &Store,
    id: MilestoneId,
    said: &[(MailId, PersonId, LetterWords)],
    at: Timestamp,
) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    const ASK: &str = "UPDATE milestone SET officers_at = $2 WHERE id = $1 AND officers_at IS NULL";
    if run(&tx, ASK, [id.uuid().into(), at.micros().into()]).await? == 1 {
        letters::post(&tx, said, at).await?;
    }
    tx.commit().await.map_err(sealed)
}

pub(super) async fn asked_supporters(
    store: &Store,
    id: MilestoneId,
    tells: &Announcement,
    at: Timestamp,
) -> Result<(), StorageError> {
    let tx = store.begin().await?;
    const ASK: &str = "UPDATE milestone SET asked_at = $2 WHERE id = $1 AND asked_at IS NULL";
    if run(&tx, ASK, [id.uuid().into(), at.micros().into()]).await? == 1 {
        telling::announce(&tx, tells).await?;
    }
    tx.commit().await.map_err(sealed)
}
