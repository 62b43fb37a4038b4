//! Taking answers of the past: none twice, and nothing that was decided here is undone by them.

use folkmoot_common::{Id, Role, StorageError};
use folkmoot_ideas::{IdeaStatus, Mover};
use folkmoot_replies::PastReply;
use sea_orm::DatabaseTransaction;

use super::departments::free_slug;
use super::drafts::written;
use crate::Store;
use crate::error::sealed;
use crate::moderation::{hold_idea, stand_idea};
use crate::sql::{get, one, run};

pub(super) async fn take(store: &Store, replies: &[PastReply]) -> Result<usize, StorageError> {
    let tx = store.begin().await?;
    // In the order in which everybody locks ideas.
    let mut ordered = replies.iter().collect::<Vec<_>>();
    ordered.sort_by_key(|past| (past.idea.uuid(), past.id.uuid()));
    let mut taken = 0;
    for past in ordered {
        taken += usize::from(take_one(&tx, past).await?);
    }
    tx.commit().await.map_err(sealed)?;
    Ok(taken)
}

async fn take_one(tx: &DatabaseTransaction, past: &PastReply) -> Result<bool, StorageError> {
    // The idea first: two imports at once meet there.
    let Some(idea) = hold_idea(tx, past.idea).await? else { return Ok(false) };
    if one(tx, "SELECT 1 AS one FROM official_reply WHERE id = $1", [past.id.uuid().into()]).await?.is_some() {
        return Ok(false);
    }
    let to = IdeaStatus::parse(past.text.outcome.leads_to());
    let to = to.ok_or_else(|| StorageError::corrupt("an answer leads nowhere"))?;
    let from = IdeaStatus::parse(&get::<String>(&idea, "status")?);
    let hidden_at: Option<i64> = get(&idea, "hidden_at")?;
    let officer = Mover::Holder([Role::Officer].into_iter().collect());
    if !from.is_some_and(|from| from == to || from.may_move(to, officer)) {
        return Ok(false);
    }
    if from != Some(to) {
        stand_idea(tx, past.idea, &to.as_str().to_lowercase(), hidden_at).await?;
    }
    department(tx, past).await?;
    write(tx, past).await?;
    Ok(true)
}

async fn department(tx: &DatabaseTransaction, past: &PastReply) -> Result<(), StorageError> {
    let id = past.department.uuid();
    if one(tx, "SELECT 1 AS one FROM department WHERE id = $1", [id.into()]).await?.is_some() {
        return Ok(());
    }
    const ADD: &str = "INSERT INTO department (id, slug, name, about, two_people, created_at, closed_at) \
         VALUES ($1, $2, $3, '', $4, $5, $5) ON CONFLICT (id) DO NOTHING";
    let name = past.department_name.as_str();
    let free = free_slug(tx, name).await?;
    run(tx, ADD, [id.into(), free.into(), name.into(), false.into(), past.published_at.micros().into()]).await?;
    Ok(())
}

async fn write(tx: &DatabaseTransaction, past: &PastReply) -> Result<(), StorageError> {
    const REPLY: &str = "INSERT INTO official_reply (id, department_id, outcome, raw, published_at, by_id) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    let (id, idea, department) = (past.id.uuid(), past.idea.uuid(), past.department.uuid());
    let (at, by, outcome) = (past.published_at.micros(), past.by.uuid(), past.text.outcome.as_str());
    let raw = written(&past.text.to_raw())?;
    let values = [id.into(), department.into(), outcome.into(), raw.clone().into(), at.into(), by.into()];
    run(tx, REPLY, values).await?;
    const FIRST: &str = "INSERT INTO reply_revision (reply_id, revision, raw, at, by_id) VALUES ($1, 1, $2, $3, $4)";
    run(tx, FIRST, [id.into(), raw.into(), at.into(), by.into()]).await?;
    const ANSWER: &str = "INSERT INTO reply_idea (idea_id, reply_id, place, published_at) VALUES ($1, $2, 1, $3)";
    run(tx, ANSWER, [idea.into(), id.into(), at.into()]).await?;
    const TELL: &str = "INSERT INTO happening (idea_id, what, at, department_id, words, by_id) \
         VALUES ($1, 'REPLIED', $2, $3, $4, $5)";
    run(tx, TELL, [idea.into(), at.into(), department.into(), outcome.into(), by.into()]).await?;
    Ok(())
}
