//! Reading threads: pages along `(root, path)`, in which a reply follows what it replies to.

use std::collections::BTreeMap;

use folkmoot_comments::{Comment, CommentOrder, ListedComment};
use folkmoot_common::{CommentId, Cursor, Direction, Id, IdeaId, Page, PageRequest, StorageError, Viewer};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement, WindowStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::row::{COLUMNS, CommentRow, select};
use crate::Store;
use crate::error::sealed;
use crate::sql::{self, statement};

pub(super) async fn find(store: &Store, viewer: &Viewer, which: Expr) -> Result<Option<Comment>, StorageError> {
    let mut one = select(viewer);
    one.and_where(which);
    let rows = rows(store, &one).await?;
    rows.into_iter().next().map(|row| row.into_comment(viewer)).transpose()
}

pub(super) async fn find_many(store: &Store, viewer: &Viewer, which: Expr) -> Result<Vec<Comment>, StorageError> {
    let mut some = select(viewer);
    some.and_where(which);
    let rows = rows(store, &some).await?;
    rows.into_iter().map(|row| row.into_comment(viewer)).collect()
}

pub(super) async fn list(
    store: &Store,
    viewer: &Viewer,
    idea: IdeaId,
    order: CommentOrder,
    page: &PageRequest,
) -> Result<Page<ListedComment>, StorageError> {
    let forwards = page.direction == Direction::Forwards;
    let roots_down = (order == CommentOrder::Newest) == forwards;
    let way = |down: bool| if down { Order::Desc } else { Order::Asc };

    let mut threads = select(viewer);
    threads
        .and_where(Expr::col(("comment", "idea_id")).eq(idea.uuid()))
        .order_by(("comment", "root"), way(roots_down))
        .order_by(("comment", "path"), way(!forwards))
        .limit(u64::from(page.size) + 1);
    if let Some(cursor) = &page.from {
        threads.cond_where(beyond(cursor, roots_down, forwards));
    }
    let listed = listed(rows(store, &threads).await?, viewer, order)?;
    Ok(Page::from_rows(listed, page))
}

/// Further threads, or further down the cursor's own. The nil id stands before its whole thread.
fn beyond(cursor: &Cursor, roots_down: bool, forwards: bool) -> Condition {
    let root = || Expr::col(("comment", "root"));
    let other_thread = if roots_down { root().lt(cursor.key) } else { root().gt(cursor.key) };
    if cursor.id.is_nil() {
        return Condition::any().add(other_thread).add_option(forwards.then(|| root().eq(cursor.key)));
    }
    let here = Query::select().column("path").from("comment").and_where(Expr::col("id").eq(cursor.id)).take();
    let (path, here) = (Expr::col(("comment", "path")), Expr::SubQuery(None, Box::new(here.into())));
    let further = if forwards { path.gt(here) } else { path.lt(here) };
    Condition::any().add(other_thread).add(Condition::all().add(root().eq(cursor.key)).add(further))
}

pub(super) async fn first_pages(
    store: &Store,
    viewer: &Viewer,
    ideas: &[IdeaId],
    order: CommentOrder,
    size: u16,
) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
    let roots = if order == CommentOrder::Newest { Order::Desc } else { Order::Asc };
    let mut place = WindowStatement::partition_by(("comment", "idea_id"));
    place.order_by(("comment", "root"), roots).order_by(("comment", "path"), Order::Asc);
    let mut ranked = select(viewer);
    ranked.and_where(Expr::col(("comment", "idea_id")).is_in(ideas.iter().map(|idea| idea.uuid()))).expr_window_as(
        Expr::cust("row_number()"),
        place,
        "place",
    );
    let some = Query::select()
        .columns(COLUMNS)
        .from_subquery(ranked, "ranked")
        .and_where(Expr::col("place").lte(i64::from(size) + 1))
        .order_by("idea_id", Order::Asc)
        .order_by("place", Order::Asc)
        .take();

    let mut by_idea: BTreeMap<IdeaId, Vec<CommentRow>> = BTreeMap::new();
    for row in rows(store, &some).await? {
        by_idea.entry(IdeaId::from_uuid(row.idea_id)).or_default().push(row);
    }
    let request = PageRequest::first(size);
    by_idea
        .into_iter()
        .map(|(idea, rows)| Ok((idea, Page::from_rows(listed(rows, viewer, order)?, &request))))
        .collect()
}

/// The cursor just before the thread that comment `number` is in.
pub(super) async fn before_thread(
    store: &Store,
    idea: IdeaId,
    number: i32,
    order: CommentOrder,
) -> Result<Option<Cursor>, StorageError> {
    let asked = statement(
        store.backend(),
        "SELECT root FROM comment WHERE idea_id = $1 AND number = $2",
        [idea.uuid().into(), number.into()],
    );
    let Some(row) = store.read().query_one_raw(asked).await.map_err(sealed)? else { return Ok(None) };
    let root: i32 = row.try_get("", "root").map_err(sealed)?;
    Ok(Some(cursor(root, CommentId::from_uuid(uuid::Uuid::nil()), order)))
}

pub(super) fn listed(
    rows: Vec<CommentRow>,
    viewer: &Viewer,
    order: CommentOrder,
) -> Result<Vec<ListedComment>, StorageError> {
    let one = |row: CommentRow| {
        let cursor = cursor(row.root, CommentId::from_uuid(row.id), order);
        Ok(ListedComment { comment: row.into_comment(viewer)?, cursor })
    };
    rows.into_iter().map(one).collect()
}

fn cursor(root: i32, id: CommentId, order: CommentOrder) -> Cursor {
    Cursor { order: order.slug().to_owned(), key: i64::from(root), id: id.uuid() }
}

pub(super) async fn rows(store: &Store, select: &SelectStatement) -> Result<Vec<CommentRow>, StorageError> {
    let found = sql::page(store.read(), select).await?;
    found.iter().map(|row| CommentRow::from_query_result(row, "").map_err(sealed)).collect()
}
