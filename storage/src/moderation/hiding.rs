//! Who supports or follows an idea hears that a moderator hid it. Not what reports hide until somebody has looked: that is no
//! decision yet; not who heard it already, when what is hidden is hidden once more; and nobody of an idea that was merged:
//! they were led to the one that it lives on in.

use folkmoot_common::{DecisionId, Id, IdeaId, StorageError};
use folkmoot_moderation::NewDecision;
use sea_orm::DatabaseTransaction;

use super::stood::Stood;
use crate::sql::{get, one};
use crate::telling;

/// Tells them, once it can't be undone any more. MUST come after the decision's own row.
pub(super) async fn tell(
    tx: &DatabaseTransaction,
    (idea, decision): (IdeaId, DecisionId),
    before: &Stood,
    new: &NewDecision,
) -> Result<(), StorageError> {
    let is_told = before.hidden_at.is_some() && was_decided(tx, idea, decision).await?;
    if is_told || before.status.as_deref() == Some("merged") {
        return Ok(());
    }
    telling::tell_hidden(tx, (idea, decision), &new.letters.hidden, (new.by.at, new.final_at)).await
}

/// Whether it was a moderator, and not reports, who hid it before this decision.
async fn was_decided(tx: &DatabaseTransaction, idea: IdeaId, but: DecisionId) -> Result<bool, StorageError> {
    const LAST: &str = "SELECT act FROM decision WHERE subject_kind = 'idea' AND subject_id = $1 AND id <> $2 \
         AND undone_at IS NULL AND act IN ('HIDE', 'HOLD') ORDER BY id DESC LIMIT 1";
    let last = one(tx, LAST, [idea.uuid().into(), but.uuid().into()]).await?;
    let act: Option<String> = last.map(|row| get(&row, "act")).transpose()?;
    Ok(act.as_deref() == Some("HIDE"))
}
