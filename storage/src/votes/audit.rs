//! Every tally, and who came along with merged ideas, against its own rows. Walks whole tables: for a command, never for a request.

use folkmoot_common::{Id, IdeaId, StorageError};
use folkmoot_votes::{Counts, Difference};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult};

use crate::Store;
use crate::error::sealed;
use crate::sql::statement;

const DIFFERENCES: &str = "SELECT i.id, i.number, t.support, t.oppose, t.comments, coalesce(k.carried, 0) AS carried,
        coalesce(v.support, 0) AS support_rows, coalesce(v.oppose, 0) AS oppose_rows, coalesce(c.comments, 0) AS comment_rows,
        coalesce(v.carried, 0) AS carried_rows
    FROM idea i
    LEFT JOIN tally t ON t.idea_id = i.id
    LEFT JOIN (
        SELECT idea_id, CAST(sum(CASE WHEN choice = 1 THEN 1 ELSE 0 END) AS BIGINT) AS support,
            CAST(sum(CASE WHEN choice = -1 THEN 1 ELSE 0 END) AS BIGINT) AS oppose,
            CAST(sum(CASE WHEN choice = 1 AND carried_from IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS carried
        FROM vote WHERE state = 'counted' GROUP BY idea_id
    ) v ON v.idea_id = i.id
    LEFT JOIN (
        SELECT idea_id, count(*) AS comments FROM comment WHERE state = 'published' GROUP BY idea_id
    ) c ON c.idea_id = i.id
    LEFT JOIN (
        SELECT idea_id, CAST(sum(people) AS BIGINT) AS carried FROM carried GROUP BY idea_id
    ) k ON k.idea_id = i.id
    WHERE t.idea_id IS NULL OR t.support <> coalesce(v.support, 0) OR t.oppose <> coalesce(v.oppose, 0)
        OR t.comments <> coalesce(c.comments, 0) OR t.votes <> t.support + t.oppose
        OR coalesce(k.carried, 0) <> coalesce(v.carried, 0)
    ORDER BY i.number LIMIT $1";

pub(super) async fn differences(store: &Store, limit: u64) -> Result<Vec<Difference>, StorageError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let asked = statement(store.backend(), DIFFERENCES, [limit.into()]);
    // A country's votes take longer to walk than any request may: this one statement has no time-out.
    let tx = store.read().begin().await.map_err(sealed)?;
    if store.backend() == DbBackend::Postgres {
        tx.execute_unprepared("SET LOCAL statement_timeout = 0").await.map_err(sealed)?;
    }
    let rows = tx.query_all_raw(asked).await.map_err(sealed)?;
    tx.rollback().await.map_err(sealed)?;
    rows.iter().map(difference).collect()
}

fn difference(row: &QueryResult) -> Result<Difference, StorageError> {
    let number = |column: &str| row.try_get::<i64>("", column).map_err(sealed);
    let counted = |column: &str| row.try_get::<Option<i64>>("", column).map_err(sealed);
    let carried = number("carried")?;
    let tally = match (counted("support")?, counted("oppose")?, counted("comments")?) {
        (Some(support), Some(oppose), Some(comments)) => Some(Counts { support, oppose, comments, carried }),
        _ => None,
    };
    let rows = Counts {
        support: number("support_rows")?,
        oppose: number("oppose_rows")?,
        comments: number("comment_rows")?,
        carried: number("carried_rows")?,
    };
    Ok(Difference {
        idea: IdeaId::from_uuid(row.try_get("", "id").map_err(sealed)?),
        number: number("number")?,
        tally,
        rows,
    })
}
