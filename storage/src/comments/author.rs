//! Comments by who said them, along the index of comments by author. Ids sort by the time they were made.
//!
//! Their author is asked for as a range, and in the order of the whole index: were it one value, PostgreSQL would take the
//! index of all ids for as good, and walk along everybody's comments to those of somebody who has been silent for long.

use folkmoot_comments::{BY_AUTHOR, ListedComment};
use folkmoot_common::{Cursor, Direction, Id, Page, PageRequest, PersonId, StorageError, Viewer};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::read::rows;
use super::row::{COLUMNS, select};
use crate::Store;

/// Everything that the viewer said and didn't take back, under any idea: it is theirs, whatever became of the idea.
/// Whether its words can still be read is decided as everywhere.
pub(super) async fn by_viewer(
    store: &Store,
    viewer: &Viewer,
    author: PersonId,
    page: &PageRequest,
) -> Result<Page<ListedComment>, StorageError> {
    let mut own = Query::select();
    own.columns(COLUMNS.map(|column| ("comment", column)))
        .from("comment")
        .and_where(Expr::col(("comment", "state")).ne("deleted"));
    listed(store, own, viewer, author, page).await
}

/// What everybody can read, as everybody reads it.
pub(super) async fn public_by(
    store: &Store,
    author: PersonId,
    page: &PageRequest,
) -> Result<Page<ListedComment>, StorageError> {
    let nobody = Viewer::Nobody;
    let mut public = select(&nobody);
    public.and_where(Expr::col(("comment", "state")).eq("published"));
    listed(store, public, &nobody, author, page).await
}

async fn listed(
    store: &Store,
    mut select: SelectStatement,
    viewer: &Viewer,
    author: PersonId,
    page: &PageRequest,
) -> Result<Page<ListedComment>, StorageError> {
    let downwards = page.direction == Direction::Forwards;
    let order = if downwards { Order::Desc } else { Order::Asc };
    let whose = || Expr::col(("comment", "author_id"));
    select
        .and_where(whose().gte(author.uuid()))
        .and_where(whose().lte(author.uuid()))
        .order_by(("comment", "author_id"), order.clone())
        .order_by(("comment", "id"), order)
        .limit(u64::from(page.size) + 1);
    if let Some(cursor) = &page.from {
        let place = Expr::tuple([whose(), Expr::col(("comment", "id"))]);
        let here = Expr::tuple([Expr::val(author.uuid()), Expr::val(cursor.id)]);
        select.and_where(if downwards { place.lt(here) } else { place.gt(here) });
    }
    let one = |row: super::row::CommentRow| {
        let cursor = Cursor { order: BY_AUTHOR.to_owned(), key: 0, id: row.id };
        Ok(ListedComment { comment: row.into_comment(viewer)?, cursor })
    };
    let listed = rows(store, &select).await?.into_iter().map(one).collect::<Result<Vec<_>, _>>()?;
    Ok(Page::from_rows(listed, page))
}
