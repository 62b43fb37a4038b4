//! Reading threads: pages along `(root, path)`, in which a reply follows what it replies to. Each reads what it shows, however
//! far down in however long a discussion.

use std::collections::BTreeMap;

use folkmoot_comments::{Comment, CommentOrder, ListedComment};
use folkmoot_common::{CommentId, Cursor, Direction, Id, IdeaId, Page, PageRequest, StorageError, Viewer};
use folkmoot_ideas::Visibility;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};

use super::row::{COLUMNS, CommentRow, known_to, select};
use crate::Store;
use crate::error::sealed;
use crate::ideas::visible_to;
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
    let mut found = Vec::new();
    for part in parts(viewer, idea, order, page) {
        if found.len() <= usize::from(page.size) {
            found.extend(rows(store, &part).await?);
        }
    }
    Ok(Page::from_rows(listed(found, viewer, order)?, page))
}

/// Where a page's comments stand, part after part, each along an index of its order: what is left of the cursor's own
/// thread, then the further threads. In one statement both are read from the beginning of the discussion on. The nil id
/// stands before its whole thread.
fn parts(viewer: &Viewer, idea: IdeaId, order: CommentOrder, page: &PageRequest) -> Vec<SelectStatement> {
    let forwards = page.direction == Direction::Forwards;
    let roots_down = (order == CommentOrder::Newest) == forwards;
    let way = |down: bool| if down { Order::Desc } else { Order::Asc };
    let root = || Expr::col(("comment", "root"));
    let threads = || {
        select(viewer)
            .and_where(Expr::col(("comment", "idea_id")).eq(idea.uuid()))
            .order_by(("comment", "root"), way(roots_down))
            .order_by(("comment", "path"), way(!forwards))
            .limit(u64::from(page.size) + 1)
            .take()
    };
    let Some(cursor) = &page.from else { return vec![threads()] };
    let others = match (roots_down, cursor.id.is_nil() && forwards) {
        (true, true) => root().lte(cursor.key),
        (true, false) => root().lt(cursor.key),
        (false, true) => root().gte(cursor.key),
        (false, false) => root().gt(cursor.key),
    };
    let others = threads().and_where(others).take();
    if cursor.id.is_nil() {
        return vec![others];
    }
    let here = Query::select().column("path").from("comment").and_where(Expr::col("id").eq(cursor.id)).take();
    let (path, here) = (Expr::col(("comment", "path")), Expr::SubQuery(None, Box::new(here.into())));
    let further = if forwards { path.gt(here) } else { path.lt(here) };
    vec![threads().and_where(root().eq(cursor.key)).and_where(further).take(), others]
}

pub(super) async fn first_pages(
    store: &Store,
    viewer: &Viewer,
    ideas: &[IdeaId],
    order: CommentOrder,
    size: u16,
) -> Result<Vec<(IdeaId, Page<ListedComment>)>, StorageError> {
    let mut by_idea: BTreeMap<IdeaId, Vec<CommentRow>> = BTreeMap::new();
    for row in rows(store, &first_of(store.backend(), viewer, ideas, order, size)).await? {
        by_idea.entry(IdeaId::from_uuid(row.idea_id)).or_default().push(row);
    }
    let request = PageRequest::first(size);
    by_idea
        .into_iter()
        .map(|(idea, rows)| Ok((idea, Page::from_rows(listed(rows, viewer, order)?, &request))))
        .collect()
}

/// The first comments of each of these ideas, however many it has: each time the index is read as far as a page goes.
/// SQLite, which can't join what is asked anew for each idea, looks them up by what was asked.
fn first_of(backend: DbBackend, viewer: &Viewer, ideas: &[IdeaId], order: CommentOrder, size: u16) -> SelectStatement {
    let roots = if order == CommentOrder::Newest { Order::Desc } else { Order::Asc };
    let mut first = Query::select()
        .from("comment")
        .and_where(Expr::col(("comment", "idea_id")).equals(("tally", "idea_id")))
        .cond_where(known_to(viewer))
        .order_by(("comment", "root"), roots.clone())
        .order_by(("comment", "path"), Order::Asc)
        .limit(u64::from(size) + 1)
        .take();
    let mut some = Query::select();
    some.columns(COLUMNS.map(|column| ("comment", column)))
        .from("tally")
        .inner_join("idea", Expr::col(("idea", "id")).equals(("tally", "idea_id")));
    if backend == DbBackend::Postgres {
        first.columns(COLUMNS.map(|column| ("comment", column))).column(("comment", "path"));
        some.join_lateral(JoinType::InnerJoin, first, "comment", Expr::cust("TRUE"));
    } else {
        first.column(("comment", "id"));
        some.inner_join("comment", Expr::col(("comment", "id")).in_subquery(first));
    }
    some.cond_where(visible_to(Visibility::of(viewer)))
        .and_where(Expr::col(("tally", "idea_id")).is_in(ideas.iter().map(|idea| idea.uuid())))
        .order_by(("comment", "idea_id"), Order::Asc)
        .order_by(("comment", "root"), roots)
        .order_by(("comment", "path"), Order::Asc);
    some
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

impl Store {
    /// How the database would read the first comments of several ideas, in its own words: for the test that holds them to
    /// their index.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn plan_of_first_comments(
        &self,
        viewer: &Viewer,
        ideas: &[IdeaId],
        order: CommentOrder,
        size: u16,
    ) -> Result<String, StorageError> {
        let asked = first_of(self.backend(), viewer, ideas, order, size);
        self.free_plan(self.backend().build(&asked)).await
    }
}
