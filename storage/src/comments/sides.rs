//! Reading one side of a discussion: who is for the idea, or against it, on its own level, in the order of the threads.
//! It shows what everybody can read and nothing else: a stance tells something even where the words are hidden.

use std::collections::HashMap;

use folkmoot_comments::{Argument, CommentOrder, Stance};
use folkmoot_common::{Direction, Id, IdeaId, Page, PageRequest, StorageError, Viewer};
use sea_orm::sea_query::{Expr, ExprTrait, Order};

use super::read::{listed, rows};
use super::row::select;
use crate::Store;
use crate::sql::{all, get, places};

/// Two statements, however much is said: the side's page, and what each of its threads holds.
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
    let answered = answered(store, idea, stance, found.iter().map(|one| one.comment.number).collect()).await?;
    let argue = |listed: folkmoot_comments::ListedComment| {
        let (replies, agreeing) = answered.get(&listed.comment.number).copied().unwrap_or_default();
        Argument { listed, replies, agreeing }
    };
    Ok(Page::from_rows(found.into_iter().map(argue).collect(), page))
}

/// Below each of these comments on the idea itself: how many published replies stand there, and how many other people take
/// the same side in them.
async fn answered(
    store: &Store,
    idea: IdeaId,
    stance: Stance,
    roots: Vec<i32>,
) -> Result<HashMap<i32, (i64, i64)>, StorageError> {
    if roots.is_empty() {
        return Ok(HashMap::new());
    }
    let replies = format!(
        "SELECT said.root, COUNT(*) AS replies, COUNT(DISTINCT CASE WHEN said.stance = $2 \
         AND said.author_id <> argument.author_id THEN said.author_id END) AS agreeing FROM comment said \
         JOIN comment argument ON argument.idea_id = said.idea_id AND argument.number = said.root \
         WHERE said.idea_id = $1 AND said.depth > 0 AND said.state = 'published' AND said.root IN ({}) \
         GROUP BY said.root",
        places(3, roots.len())
    );
    let values = [idea.uuid().into(), stance.as_str().to_lowercase().into()];
    let values = values.into_iter().chain(roots.into_iter().map(Into::into));
    let found = all(store.read(), &replies, values).await?;
    found.iter().map(|row| Ok((get(row, "root")?, (get(row, "replies")?, get(row, "agreeing")?)))).collect()
}
