//! What the council set of its calendar, and the working days as they are laid out for whoever starts a clock.

use folkmoot_common::{Id, StorageError};
use folkmoot_replies::{By, Chosen, Closure, Day, Nation, OwnDay, WorkingDay};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult};

use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, run};

/// Days written in one statement: three values each stay far below SQLite's 32,766.
const SOME: usize = 1_000;

/// One statement, so that the days and the choice are of one moment. There is always a row, for the choice.
pub(super) async fn chosen(store: &Store) -> Result<Chosen, StorageError> {
    const CHOSEN: &str = "SELECT k.nation, o.day, o.closed, o.why FROM (SELECT 1 AS one) here \
         LEFT JOIN kept_holidays k ON k.one = here.one LEFT JOIN own_day o ON TRUE ORDER BY o.day";
    let rows = all(store.read(), CHOSEN, []).await?;
    let nation = rows.first().map(nation).transpose()?.flatten();
    let days = rows.iter().filter_map(|row| own_day(row).transpose()).collect::<Result<Vec<_>, _>>()?;
    Ok(Chosen { nation, days })
}

fn nation(row: &QueryResult) -> Result<Option<Nation>, StorageError> {
    let Some(word) = get::<Option<String>>(row, "nation")? else { return Ok(None) };
    let unknown = || StorageError::corrupt(format!("{word} keeps no bank holidays"));
    Nation::parse(&word).map(Some).ok_or_else(unknown)
}

fn own_day(row: &QueryResult) -> Result<Option<OwnDay>, StorageError> {
    let Some(day) = get::<Option<String>>(row, "day")? else { return Ok(None) };
    let closed: bool = get(row, "closed")?;
    Ok(Some(OwnDay {
        day: day.parse().map_err(|_no_day| StorageError::corrupt(format!("{day} is no day")))?,
        closure: if closed { Closure::Closed } else { Closure::Open },
        why: get(row, "why")?,
    }))
}

pub(super) async fn choose_nation(store: &Store, nation: Nation, by: By) -> Result<(), StorageError> {
    const CHOOSE: &str = "INSERT INTO kept_holidays (one, nation, by_id, at) VALUES (1, $1, $2, $3) \
         ON CONFLICT (one) DO UPDATE SET nation = excluded.nation, by_id = excluded.by_id, at = excluded.at";
    let (person, at) = (by.person.uuid(), by.at.micros());
    store.act(CHOOSE, [nation.as_str().into(), person.into(), at.into()]).await?;
    Ok(())
}

pub(super) async fn set_day(store: &Store, day: Day, set: Option<&OwnDay>, by: By) -> Result<(), StorageError> {
    let Some(own) = set else {
        store.act("DELETE FROM own_day WHERE day = $1", [day.to_string().into()]).await?;
        return Ok(());
    };
    const SET: &str = "INSERT INTO own_day (day, closed, why, by_id, at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (day) DO UPDATE SET closed = excluded.closed, why = excluded.why, by_id = excluded.by_id, \
         at = excluded.at";
    let closed = own.closure == Closure::Closed;
    let (person, at) = (by.person.uuid(), by.at.micros());
    let values = [day.to_string().into(), closed.into(), own.why.clone().into(), person.into(), at.into()];
    store.act(SET, values).await?;
    Ok(())
}

/// Lays the working days out anew where they are others than these. Two nodes may do it at once: one waits.
pub(super) async fn lay_out(store: &Store, days: &[WorkingDay]) -> Result<bool, StorageError> {
    let wanted: Vec<[i64; 3]> =
        days.iter().map(|day| [day.nth, day.starts_at.micros(), day.ends_at.micros()]).collect();
    if laid_out(store.read()).await? == wanted {
        return Ok(false);
    }
    let tx = store.begin().await?;
    if store.backend() == DbBackend::Postgres {
        run(&tx, "LOCK TABLE working_day IN SHARE ROW EXCLUSIVE MODE", []).await?;
    }
    if laid_out(&tx).await? == wanted {
        return Ok(false);
    }
    run(&tx, "DELETE FROM working_day", []).await?;
    for some in wanted.chunks(SOME) {
        let mut add = Query::insert();
        add.into_table("working_day").columns(["nth", "starts_at", "ends_at"]);
        for day in some {
            add.values_panic(day.map(Into::into));
        }
        tx.execute(&add).await.map_err(sealed)?;
    }
    tx.commit().await.map_err(sealed)?;
    Ok(true)
}

async fn laid_out(on: &impl ConnectionTrait) -> Result<Vec<[i64; 3]>, StorageError> {
    let rows = all(on, "SELECT nth, starts_at, ends_at FROM working_day ORDER BY nth", []).await?;
    rows.iter().map(|row| Ok([get(row, "nth")?, get(row, "starts_at")?, get(row, "ends_at")?])).collect()
}
