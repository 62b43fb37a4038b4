//! Reading one side of a discussion: who is for the idea, or against it, on its own level, in the order of the threads, or
//! those whom most others support. It shows what everybody can read and nothing else: a stance tells something even where
//! the words are hidden.

use std::collections::HashMap;

use folkmoot_comments::{Argument, CommentOrder, ListedComment, Stance};
use folkmoot_common::{Direction, Id, IdeaId, Page, PageRequest, StorageError, Viewer};
use sea_orm::QueryResult;
use sea_orm::sea_query::{Expr, ExprTrait, Order};

use super::read::{listed, rows};
use super::row::select;
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, places, statement};

/// Below an argument: how many replies stand there, and how many other people take the same side in them.
const COUNTED: &str = "COUNT(CASE WHEN said.depth > 0 THEN 1 END) AS replies, COUNT(DISTINCT CASE WHEN said.stance = $2 \
     AND said.author_id <> argument.author_id THEN said.author_id END) AS agreeing";

/// The rule of `domain/comments/src/arguments.rs`, in SQL.
const BEST_FIRST: &str = "agreeing DESC, replies DESC, number";

/// How much of what was said is counted to find the best supported, the latest first. Arguments are found by their replies,
/// so that they may be older than that.
const LOOKED_AT: u32 = 10_000;

/// Replies and agreeing people, by the number of the argument.
type Counts = HashMap<i32, (i64, i64)>;

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
        // In the words of the index that holds only these: of a value, a plan for all values couldn't know it.
        .and_where(Expr::cust("comment.depth = 0"))
        .and_where_option((stance != Stance::Neutral).then(|| Expr::cust("comment.stance <> 'neutral'")))
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
    Ok(Page::from_rows(argued(found, &answered), page))
}

/// Two statements as well: one chooses by what is counted, of each person their best, so that nobody alone fills the list;
/// the other reads what those say.
pub(super) async fn best_supported(
    store: &Store,
    viewer: &Viewer,
    (idea, stance): (IdeaId, Stance),
    most: u16,
) -> Result<Vec<Argument>, StorageError> {
    let best = format!(
        "WITH latest AS (SELECT root, depth, stance, state, author_id FROM comment WHERE idea_id = $1 \
          ORDER BY number DESC LIMIT {LOOKED_AT}), \
         counted AS (SELECT argument.number, argument.author_id, {COUNTED} FROM latest said \
          JOIN comment argument ON argument.idea_id = $1 AND argument.number = said.root \
          WHERE said.state = 'published' AND argument.state = 'published' AND argument.stance = $2 \
          GROUP BY argument.number, argument.author_id), \
         ranked AS (SELECT number, replies, agreeing, \
          row_number() OVER (PARTITION BY author_id ORDER BY {BEST_FIRST}) AS nth FROM counted) \
         SELECT number, replies, agreeing FROM ranked WHERE nth = 1 ORDER BY {BEST_FIRST} LIMIT {most}"
    );
    let values = [idea.uuid().into(), stance.as_str().to_lowercase().into()];
    let chosen = counts(&all(store.read(), &best, values).await?)?;
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let mut some = select(viewer);
    some.and_where(Expr::col(("comment", "idea_id")).eq(idea.uuid()))
        .and_where(Expr::col(("comment", "state")).eq("published"))
        .and_where(Expr::col(("comment", "number")).is_in(chosen.keys().copied()));
    let found = listed(rows(store, &some).await?, viewer, CommentOrder::Newest)?;
    Ok(argued(found, &chosen))
}

/// What stands below each of these comments on the idea itself, as far as it is published.
async fn answered(store: &Store, idea: IdeaId, stance: Stance, roots: Vec<i32>) -> Result<Counts, StorageError> {
    if roots.is_empty() {
        return Ok(Counts::new());
    }
    let these = places(3, roots.len());
    let replies = format!(
        "SELECT said.root AS number, {COUNTED} FROM comment said \
         JOIN comment argument ON argument.idea_id = $1 AND argument.number = said.root AND argument.number IN ({these}) \
         WHERE said.idea_id = $1 AND said.depth > 0 AND said.state = 'published' AND said.root IN ({these}) \
         GROUP BY said.root"
    );
    let values = [idea.uuid().into(), stance.as_str().to_lowercase().into()];
    let values = values.into_iter().chain(roots.into_iter().map(Into::into));
    // Planned for this idea: a plan for all of them would think that it has few comments, and read them all.
    let asked = statement(store.backend(), &replies, values);
    counts(&store.read().planned_anew(asked).await.map_err(sealed)?)
}

fn counts(found: &[QueryResult]) -> Result<Counts, StorageError> {
    found.iter().map(|row| Ok((get(row, "number")?, (get(row, "replies")?, get(row, "agreeing")?)))).collect()
}

fn argued(found: Vec<ListedComment>, counts: &Counts) -> Vec<Argument> {
    let argue = |listed: ListedComment| {
        let (replies, agreeing) = counts.get(&listed.comment.number).copied().unwrap_or_default();
        Argument { listed, replies, agreeing }
    };
    found.into_iter().map(argue).collect()
}
