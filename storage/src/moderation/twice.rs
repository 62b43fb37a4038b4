//! A press that came twice: the same act said of the same item by the same person, a moment ago. Only what leaves the item
//! open can be said twice at all; whoever means it again says something else, or waits a minute.

use std::time::Duration;

use folkmoot_common::{DecisionId, Id, StorageError, Timestamp};
use folkmoot_moderation::{Act, ActKind, Decision, Item, NewDecision};
use sea_orm::DatabaseTransaction;

use super::{decisions, stood};
use crate::sql::{get, one};

/// Within so much time nobody says the same twice on purpose.
const A_MOMENT: Duration = Duration::from_secs(60);

/// The decision that was made already. Call it while the item is held.
pub(super) async fn found(
    tx: &DatabaseTransaction,
    item: &Item,
    new: &NewDecision,
) -> Result<Option<Decision>, StorageError> {
    let act = new.act.kind();
    if !matches!(act, ActKind::Warn | ActKind::Suspend | ActKind::Move) {
        return Ok(None);
    }
    const SAME: &str = "SELECT id, reason, note, after FROM decision WHERE item_id = $1 AND actor_id = $2 AND act = $3 \
         AND at > $4 AND undone_at IS NULL ORDER BY id DESC LIMIT 1";
    let since = new.by.at.minus(A_MOMENT).micros();
    let values = [item.id.uuid().into(), new.by.person.uuid().into(), act.as_str().into(), since.into()];
    let Some(row) = one(tx, SAME, values).await? else { return Ok(None) };
    let reason = new.reason.as_ref().map(|reason| reason.as_str().to_owned());
    let note = new.note.as_ref().map(|note| note.as_str().to_owned());
    let after = stood::Stood::read(&get::<String>(&row, "after")?)?;
    let to_the_same = match &new.act {
        Act::Move { to } => after.campaign == Some(to.uuid()),
        Act::Suspend { until } => after.suspended_until.is_some_and(|then| {
            until.since(Timestamp::from_micros(then)) < A_MOMENT && *until >= Timestamp::from_micros(then)
        }),
        _ => true,
    };
    if reason != get(&row, "reason")? || note != get(&row, "note")? || !to_the_same {
        return Ok(None);
    }
    decisions::find(tx, DecisionId::from_uuid(get(&row, "id")?)).await
}
