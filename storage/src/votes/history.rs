//! A person's own votes, page by page, along an index of whose they are and when they last changed: a page reads the votes
//! that it shows, however many somebody cast.
//!
//! That index is the only one of votes by person, so that casting one writes as many entries as before. Changing one writes
//! them anew, because the time of change is in the key: PostgreSQL can't keep the new row on the page of the old one and leave
//! the indexes alone. Measured by hand that is a fifth more of the log for each change, and nothing for a first vote.

use folkmoot_common::{Cursor, Direction, Id, IdeaId, Page, PageRequest, PersonId, StorageError, Timestamp};
use folkmoot_votes::{Choice, OWN_VOTES, OwnVote};
use sea_orm::sea_query::{Expr, ExprTrait, Order};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult as _, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _};

use crate::Store;
use crate::entity::vote::{Column, Entity, Model};
use crate::error::sealed;
use crate::sql;

pub(super) async fn history(
    store: &Store,
    person: PersonId,
    page: &PageRequest,
) -> Result<Page<OwnVote>, StorageError> {
    let downwards = page.direction == Direction::Forwards;
    let order = if downwards { Order::Desc } else { Order::Asc };
    let beyond = page.from.as_ref().map(|cursor| {
        let place = Expr::tuple([Expr::col(Column::ChangedAt), Expr::col(Column::IdeaId)]);
        let here = Expr::tuple([Expr::val(cursor.key), Expr::val(cursor.id)]);
        if downwards { place.lt(here) } else { place.gt(here) }
    });
    let mut found = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        // In the words of the index, which holds nothing that was taken back: of a value no plan could know it.
        .filter(Expr::cust("vote.choice <> 0"))
        .order_by(Column::ChangedAt, order.clone())
        .order_by(Column::IdeaId, order)
        .limit(u64::from(page.size) + 1);
    if let Some(beyond) = beyond {
        found = found.filter(beyond);
    }
    let rows = sql::page(store.read(), &found.into_query()).await?;
    let rows =
        rows.iter().map(|row| Model::from_query_result(row, "").map_err(sealed)).collect::<Result<Vec<_>, _>>()?;
    Ok(Page::from_rows(rows.iter().map(own).collect(), page))
}

fn own(row: &Model) -> OwnVote {
    OwnVote {
        idea: IdeaId::from_uuid(row.idea_id),
        choice: if row.choice < 0 { Choice::Oppose } else { Choice::Support },
        changed_at: Timestamp::from_micros(row.changed_at),
        cursor: Cursor { order: OWN_VOTES.to_owned(), key: row.changed_at, id: row.idea_id },
    }
}
