//! Reading one side of a discussion: who is for the idea, or against it, on its own level, in the order of the threads.
//! It shows what everybody can read and nothing else: a stance tells something even where the words are hidden.

use std::collections::HashMap;

use folkmoot_comments::{Argument, CommentOrder, Stance};
use folkmoot_common::{Direction, Id, IdeaId, Page, PageRequest, StorageError, Viewer};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Order, Query};

use super::read::{listed, rows};
use super::row::select;
use crate::Store;
use crate::error::sealed;

/// Two statements, however much is said: the side's page, and how many replies each of its threads holds.
pub(super) async fn side(
    store: &Store,
    viewer: &Viewer,
    (idea, stance): (IdeaId, Stance),
    order: CommentOrder,
    page: &PageRequest,
) -> Result<Page<Argument>, StorageError> {
    let down = (order == CommentOrder::Newest) == (page.direction == Direction::Forwards);
    let root = || Expr::col(("comment", "root"));
    let mut some = select(viewer);
    some.and_where(Expr::col(("comment", "idea_id")).eq(idea.uuid()))
        .and_where(Expr::col(("comment", "depth")).eq(0))
        .and_where(Expr::col(("comment", "state")).eq("published"))
        .and_where(Expr::col(("comment", "stance")).eq(stance.as_str().to_lowercase()))
        .order_by(("comment", "root"), if down { Order::Desc } else { Order::Asc })
        .limit(u64::from(page.size) + 1);
    if let Some(cursor) = &page.from {
        // At the top a thread is one comment: its number is the whole place.
        some.and_where(if down { root().lt(cursor.key) } else { root().gt(cursor.key) });
    }
    let found = listed(rows(store, &some).await?, viewer, order)?;
    let replies = replies(store, idea, found.iter().map(|one| one.comment.number).collect()).await?;
    let argue = |listed: folkmoot_comments::ListedComment| {
        let replies = replies.get(&listed.comment.number).copied().unwrap_or_default();
        Argument { listed, replies }
    };
    Ok(Page::from_rows(found.into_iter().map(argue).collect(), page))
}

/// How many published replies stand below each of these comments on the idea itself.
async fn replies(store: &Store, idea: IdeaId, roots: Vec<i32>) -> Result<HashMap<i32, i64>, StorageError> {
    if roots.is_empty() {
        return Ok(HashMap::new());
    }
    let counted = Query::select()
        .column("root")
        .expr_as(Func::count(Expr::col("id")), "replies")
        .from("comment")
        .and_where(Expr::col("idea_id").eq(idea.uuid()))
        .and_where(Expr::col("root").is_in(roots))
        .and_where(Expr::col("depth").gt(0))
        .and_where(Expr::col("state").eq("published"))
        .group_by_col("root")
        .take();
    let found = store.read().query_all(&counted).await.map_err(sealed)?;
    let one = |row: &sea_orm::QueryResult| {
        Ok((row.try_get("", "root").map_err(sealed)?, row.try_get("", "replies").map_err(sealed)?))
    };
    found.iter().map(one).collect()
}
