//! How support for an idea grew, by day. It counts votes as they stand now, so that its end is the tally's own number; no
//! line of it names anybody.

use folkmoot_common::{Id, IdeaId, StorageError};

use crate::Store;
use crate::sql::{all, get};

/// Microseconds in a day.
const A_DAY: i64 = 86_400_000_000;

/// More days than this nobody plots: the first ones.
const MOST: i64 = 3_660;

/// By day since 1970 in UTC: how many of those who support the idea now said so last on that day.
pub(super) async fn by_day(store: &Store, idea: IdeaId) -> Result<Vec<(i64, i64)>, StorageError> {
    const DAYS: &str = "SELECT s.day, COUNT(*) AS new FROM (SELECT changed_at / $2 AS day FROM vote \
         WHERE idea_id = $1 AND choice = 1 AND state = 'counted') s GROUP BY s.day ORDER BY s.day LIMIT $3";
    let rows = all(store.read(), DAYS, [idea.uuid().into(), A_DAY.into(), MOST.into()]).await?;
    rows.iter().map(|row| Ok((get(row, "day")?, get(row, "new")?))).collect()
}
