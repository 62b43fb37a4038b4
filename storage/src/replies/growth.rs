//! How the numbers of an idea grew, by day. It counts votes and comments as they stand now, so that its end is the tally's
//! own numbers; no line of it names anybody.

use folkmoot_common::{Id, IdeaId, StorageError};
use folkmoot_replies::Growth;

use crate::Store;
use crate::sql::{all, get};

/// Microseconds in a day.
const A_DAY: i64 = 86_400_000_000;

/// By day since 1970 in UTC: how many of those who support or oppose the idea now said so last on that day, and how many of
/// its comments were written on it.
pub(super) async fn by_day(store: &Store, idea: IdeaId) -> Result<Vec<Growth>, StorageError> {
    const DAYS: &str = "SELECT day, COUNT(CASE WHEN what = 1 THEN 1 END) AS support, \
         COUNT(CASE WHEN what = -1 THEN 1 END) AS oppose, COUNT(CASE WHEN what = 0 THEN 1 END) AS comments FROM ( \
         SELECT changed_at / $2 AS day, choice AS what FROM vote \
         WHERE idea_id = $1 AND choice IN (-1, 1) AND state = 'counted' UNION ALL \
         SELECT created_at / $2 AS day, 0 AS what FROM comment WHERE idea_id = $1 AND state = 'published' \
         ) AS moved GROUP BY day ORDER BY day";
    let rows = all(store.read(), DAYS, [idea.uuid().into(), A_DAY.into()]).await?;
    let growth = |row: &sea_orm::QueryResult| {
        Ok(Growth {
            day: get(row, "day")?,
            support: get(row, "support")?,
            oppose: get(row, "oppose")?,
            comments: get(row, "comments")?,
        })
    };
    rows.iter().map(growth).collect()
}
