//! Taking refusals of the past: none twice, each with its line in the record.

use std::time::Duration;

use folkmoot_common::{Id, Role, StorageError};
use folkmoot_moderation::{ActKind, Decision, PastRefusal, Place, Target, TargetState};
use sea_orm::DatabaseTransaction;

use super::effect::{Effect, hold_idea};
use super::stood::Stood;
use super::{decide, decisions};
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, one};

pub(super) async fn take(store: &Store, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
    let tx = store.begin().await?;
    // In the order in which everybody locks ideas; the record's end comes last.
    let mut ordered = refusals.iter().collect::<Vec<_>>();
    ordered.sort_by_key(|past| (past.idea.uuid(), past.id.uuid()));
    let mut made = Vec::new();
    for past in ordered {
        made.extend(take_one(&tx, past).await?);
    }
    for (decision, effect) in &made {
        decide::note(&tx, decision, effect).await?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(made.len())
}

async fn take_one(tx: &DatabaseTransaction, past: &PastRefusal) -> Result<Option<(Decision, Effect)>, StorageError> {
    let Some(idea) = hold_idea(tx, past.idea).await? else { return Ok(None) };
    let known = one(tx, "SELECT 1 AS one FROM decision WHERE id = $1", [past.id.uuid().into()]).await?.is_some();
    if known || get::<String>(&idea, "status")? != "rejected" {
        return Ok(None);
    }
    let stood = |status: &str, revision| Stood { status: Some(status.to_owned()), revision, ..Stood::default() };
    let (before, after) = (stood("submitted", None), stood("rejected", Some(get(&idea, "revision")?)));
    let effect = Effect { before, after, ..Effect::default() };
    let decision = Decision {
        id: past.id,
        item: None,
        target: Target::Idea(past.idea),
        place: Place { idea: Some(past.idea), ..Place::default() },
        author: past.author,
        act: ActKind::Reject,
        reason: Some(past.reason.clone()),
        note: past.note.as_ref().map(|note| note.as_str().to_owned()),
        actor: Some(past.by),
        role: Some(Role::Moderator),
        at: past.at,
        waited: Duration::ZERO,
        batch: None,
        undone_at: None,
        state: TargetState::Rejected,
        appeal: None,
        of_edit: false,
    };
    let row = decisions::NewRow { decision: &decision, before: &effect.before, after: &effect.after };
    decisions::write(tx, row).await?;
    Ok(Some((decision, effect)))
}
