//! The few words of SQL that SQLite and PostgreSQL spell differently, the formulas that both compute, and how a page or a
//! list of values is asked for.

use folkmoot_common::StorageError;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, TryGetable, Value};

use crate::error::sealed;

/// The database's own clock, in microseconds since 1970, at the start of the statement. SQLite's has whole milliseconds, as
/// a fraction of a second that no binary number hits: rounded, so that each millisecond is always the same number.
pub(crate) const fn now(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "(extract(epoch FROM statement_timestamp()) * 1000000)::bigint",
        _ => "CAST(round(unixepoch('subsec') * 1000) AS INTEGER) * 1000",
    }
}

/// When an idea was first public, for one that is so from now on: after it was posted, whichever clock is behind.
pub(crate) const PUBLIC_SINCE: &str =
    "coalesce(published_at, CASE WHEN {now} > created_at THEN {now} ELSE created_at + 1 END)";

/// A statement whose `$1…` are these values and whose `{now}` is the database's clock.
pub(crate) fn statement(backend: DbBackend, text: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(backend, text.replace("{now}", now(backend)), values)
}

/// What an INSERT … SELECT ends with that reads this person's row: on PostgreSQL it waits for somebody who is closing that
/// account, and then finds it closed. SQLite has one writer.
pub(crate) const fn not_leaving(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => " FOR KEY SHARE OF person",
        _ => "",
    }
}

/// Says this on a connection or in a transaction; gives how many rows it changed.
pub(crate) async fn run(
    on: &impl ConnectionTrait,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, StorageError> {
    let said = statement(on.get_database_backend(), text, values);
    Ok(on.execute_raw(said).await.map_err(sealed)?.rows_affected())
}

/// The row that this gives, if it gives one.
pub(crate) async fn one(
    on: &impl ConnectionTrait,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<QueryResult>, StorageError> {
    on.query_one_raw(statement(on.get_database_backend(), text, values)).await.map_err(sealed)
}

/// All rows that this gives.
pub(crate) async fn all(
    on: &impl ConnectionTrait,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, StorageError> {
    on.query_all_raw(statement(on.get_database_backend(), text, values)).await.map_err(sealed)
}

/// The rows of a page, whose LIMIT stands in its words on PostgreSQL. Of a limit that is a value the planner expects a tenth
/// of the whole table, thinks little of any plan for all values, and so plans every page anew: longer than reading it takes.
pub(crate) async fn page(
    on: &impl ConnectionTrait,
    select: &SelectStatement,
) -> Result<Vec<QueryResult>, StorageError> {
    let backend = on.get_database_backend();
    let mut built = backend.build(select);
    if backend == DbBackend::Postgres {
        say_limit(&mut built);
    }
    on.query_all_raw(built).await.map_err(sealed)
}

/// Rows of the pages that people read, one more than they show. Any other size is a script's and stays a value: a statement
/// for each would push everybody's out of a connection's memory.
pub(crate) const USUAL: [u64; 5] = [6, 11, 21, 51, 101];

/// sea-query writes the limit last, and always as a value.
fn say_limit(built: &mut Statement) {
    let Some(values) = built.values.as_mut() else { return };
    let last = format!(" LIMIT ${}", values.0.len());
    if let (Some(words), Some(&Value::BigUnsigned(Some(most)))) = (built.sql.strip_suffix(&last), values.0.last())
        && USUAL.contains(&most)
    {
        built.sql = format!("{words} LIMIT {most}");
        values.0.pop();
    }
}

/// Places for so many values in a list: `$3, $4`, from the `first` on.
pub(crate) fn places(first: usize, count: usize) -> String {
    (first..first + count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// The same values, the last repeated up to a power of two: so that lists of any length need only a few statements, and
/// each stays prepared.
pub(crate) fn few_shapes<T: Copy>(some: &[T]) -> Vec<T> {
    let length = some.len().next_power_of_two();
    some.iter().chain(std::iter::repeat_n(some.last(), length).flatten()).copied().take(length).collect()
}

/// A column of a row.
pub(crate) fn get<T: TryGetable>(row: &QueryResult, column: &str) -> Result<T, StorageError> {
    row.try_get("", column).map_err(sealed)
}

/// The key of «most supported», as `folkmoot_ideas::confidence` defines it, over these two SQL expressions.
pub(crate) fn confidence(support: &str, oppose: &str) -> String {
    let (s, o) = (format!("CAST({support} AS DOUBLE PRECISION)"), format!("CAST({oppose} AS DOUBLE PRECISION)"));
    format!(
        "CASE WHEN {s} + {o} = 0 THEN 0 ELSE CAST(round(\
         ({s} + 1.9208 - 1.96 * sqrt({s} * {o} / ({s} + {o}) + 0.9604)) / ({s} + {o} + 3.8416) * 1000000000\
         ) AS BIGINT) END"
    )
}

/// The key of «trending», as `folkmoot_ideas::trend` defines it, over these three SQL expressions.
pub(crate) fn trend(born_at: &str, support: &str, oppose: &str) -> String {
    format!(
        "{born_at} / 1000 + CAST(round(45000000 * log10(CAST(CASE WHEN {support} - {oppose} > 1 \
         THEN {support} - {oppose} ELSE 1 END AS DOUBLE PRECISION))) AS BIGINT)"
    )
}

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
    use sea_orm::{DbBackend, Statement};

    fn said(change: impl FnOnce(&mut SelectStatement) -> &mut SelectStatement) -> Statement {
        let mut select = Query::select().column("id").from("idea").take();
        let mut built = DbBackend::Postgres.build(change(&mut select));
        super::say_limit(&mut built);
        built
    }

    #[test]
    fn a_limit_is_a_word_and_no_value() {
        let first = said(|select| select.limit(21));
        assert_eq!(first.sql, "SELECT \"id\" FROM \"idea\" LIMIT 21");
        assert!(first.values.unwrap().0.is_empty());
        let later = said(|select| select.and_where(Expr::col("id").lt(7)).limit(101));
        assert_eq!(later.sql, "SELECT \"id\" FROM \"idea\" WHERE \"id\" < $1 LIMIT 101");
        assert_eq!(later.values.unwrap().0.len(), 1);
    }

    #[test]
    fn a_size_of_somebody_s_own_stays_a_value() {
        let odd = said(|select| select.limit(38));
        assert_eq!(odd.sql, "SELECT \"id\" FROM \"idea\" LIMIT $1");
        assert_eq!(odd.values.unwrap().0.len(), 1);
    }

    #[test]
    fn without_a_limit_everything_stays() {
        let all = said(|select| select.and_where(Expr::col("id").lt(7)));
        assert_eq!(all.sql, "SELECT \"id\" FROM \"idea\" WHERE \"id\" < $1");
        assert_eq!(all.values.unwrap().0.len(), 1);
    }
}
