//! The queue: putting things into it as part of the act that wants them looked at, and reading it in its order.

use std::collections::HashMap;

use folkmoot_common::{
    Cursor, Direction, Farewell, Hunch, Id, IdeaId, ItemId, Look, Page, PageRequest, PersonId, StorageError, Timestamp,
};
use folkmoot_moderation::{
    Counts, ItemKind, ListedItem, QUEUE, QueueFilter, Target, are_near, hunch_words, likeness, rank, rules,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

use super::letters::say_farewell;
use super::{row, text};
use crate::Store;
use crate::error::sealed;
use crate::sql::{all, get, one, run};

/// Open items among which near-duplicates are looked for: the latest.
const NEIGHBOURS: i64 = 500;

/// Something that shall be looked at.
pub(crate) struct Opening<'a> {
    pub(crate) kind: ItemKind,
    pub(crate) target: Target,
    pub(crate) idea: Option<IdeaId>,
    pub(crate) author: PersonId,
    pub(crate) at: Timestamp,
    pub(crate) look: &'a Look,
    /// What it says, for finding near-duplicates.
    pub(crate) text: (Option<&'a str>, &'a str),
}

/// Puts something into the queue. What is there already for the same reason stays, with what was found now.
pub(crate) async fn open(tx: &DatabaseTransaction, new: &Opening<'_>) -> Result<(), StorageError> {
    let id = item_id(new.kind, new.target, new.at);
    let like = likeness(&rules::tokens(new.text.0, new.text.1));
    let cluster = neighbour(tx, like).await?.unwrap_or(id.uuid());
    const OPEN: &str = "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, hunches, opened_at, \
         due_at, rank, likeness, cluster, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, {now}) \
         ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL \
         DO UPDATE SET hunches = excluded.hunches, likeness = excluded.likeness, cluster = excluded.cluster, \
         changed_at = excluded.changed_at";
    let values = [
        id.uuid().into(),
        new.kind.as_str().to_lowercase().into(),
        new.target.kind().into(),
        new.target.uuid().into(),
        new.idea.map(Id::uuid).into(),
        new.author.uuid().into(),
        written(&new.look.hunches)?.into(),
        new.at.micros().into(),
        new.look.by.micros().into(),
        rank(new.look.by, 0, 0).into(),
        like.into(),
        cluster.into(),
    ];
    run(tx, OPEN, values).await?;
    Ok(())
}

/// What an import brought that waits for a yes: it has waited since it was written.
pub(crate) async fn open_waiting(tx: &DatabaseTransaction) -> Result<(), StorageError> {
    const WAITING: &str = "INSERT INTO queue_item (id, kind, subject_kind, subject_id, idea_id, author_id, opened_at, due_at, \
         rank, cluster, changed_at) SELECT id, 'idea', 'idea', id, id, author_id, created_at, created_at, created_at, id, \
         {now} FROM idea WHERE status = 'submitted' AND hidden_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM queue_item WHERE queue_item.subject_id = idea.id)";
    run(tx, WAITING, []).await?;
    Ok(())
}

/// The same whenever it is made again: what is put into the queue twice in one act is one item.
pub(super) fn item_id(kind: ItemKind, target: Target, at: Timestamp) -> ItemId {
    ItemId::imported(at, "queue", &format!("{}:{}:{}:{}", kind.as_str(), target.kind(), target.uuid(), at.micros()))
}

fn written(hunches: &[Hunch]) -> Result<String, StorageError> {
    serde_json::to_string(&hunch_words(hunches)).map_err(|why| StorageError::Failed(why.into()))
}

/// The cluster of the latest open item that says nearly the same.
async fn neighbour(tx: &DatabaseTransaction, like: i64) -> Result<Option<Uuid>, StorageError> {
    if like == 0 {
        return Ok(None);
    }
    const LATEST: &str = "SELECT likeness, cluster FROM queue_item WHERE closed_at IS NULL AND likeness <> 0 \
         ORDER BY id DESC LIMIT $1";
    for row in all(tx, LATEST, [NEIGHBOURS.into()]).await? {
        if are_near(like, get(&row, "likeness")?) {
            return Ok(Some(get(&row, "cluster")?));
        }
    }
    Ok(None)
}

/// Closes whatever is open on something that is gone, appeals too: its author took it back, and nothing is left to decide.
/// The edit of it that waited goes. With an idea goes what stood under it.
/// Whoever reported any of it is told.
pub(crate) async fn drop_open(
    tx: &DatabaseTransaction,
    target: Target,
    farewells: (&[Farewell], Timestamp),
) -> Result<(), StorageError> {
    const OPEN: &str = "SELECT queue_item.id FROM queue_item WHERE closed_at IS NULL \
         AND ((subject_kind = $1 AND subject_id = $2) \
         OR ($1 = 'idea' AND subject_kind = 'comment' AND subject_id IN (SELECT id FROM comment WHERE idea_id = $2)))";
    let values = [target.kind().into(), target.uuid().into()];
    say_farewell(tx, OPEN, &values, farewells).await?;
    let close = format!(
        "UPDATE queue_item SET closed_at = {{now}}, changed_at = {{now}}, locked_by = NULL, locked_until = NULL \
         WHERE id IN ({OPEN})"
    );
    run(tx, &close, values).await?;
    text::drop_pending(tx, target).await
}

/// Puts a name in which something was found before the moderators. One in which nothing was takes an earlier one out of
/// their queue, unless it was reported. MUST come before the name is written: whoever decides holds the item first.
pub(crate) async fn look_at_name(
    tx: &DatabaseTransaction,
    person: PersonId,
    (look, at): (&Look, Timestamp),
) -> Result<(), StorageError> {
    let target = Target::Person(person);
    if look.hunches.is_empty() {
        const CLOSE: &str = "UPDATE queue_item SET closed_at = {now}, changed_at = {now}, locked_by = NULL, \
             locked_until = NULL WHERE kind = 'name' AND subject_kind = 'person' AND subject_id = $1 AND reports = 0 \
             AND closed_at IS NULL";
        run(tx, CLOSE, [person.uuid().into()]).await?;
        return Ok(());
    }
    open(tx, &Opening { kind: ItemKind::Name, target, idea: None, author: person, at, look, text: (None, "") }).await
}

/// Forgets what its queue and its decisions have kept of its words: its author took them back for good.
pub(crate) async fn forget_words(tx: &DatabaseTransaction, target: Target) -> Result<(), StorageError> {
    const HUNCHES: &str = "UPDATE queue_item SET hunches = '[]' WHERE subject_kind = $1 AND subject_id = $2";
    const ORIGINALS: &str = "DELETE FROM redaction WHERE decision_id IN \
         (SELECT id FROM decision WHERE subject_kind = $1 AND subject_id = $2)";
    for forget in [HUNCHES, ORIGINALS] {
        run(tx, forget, [target.kind().into(), target.uuid().into()]).await?;
    }
    Ok(())
}

fn wanted(filter: &QueueFilter) -> Condition {
    let item = |column: &'static str| Expr::col(("queue_item", column));
    let suspected = filter.suspicion.map(|why| item("hunches").like(format!("%\"{}\"%", why.as_str())));
    Condition::all()
        .add(item("closed_at").is_null())
        .add_option(filter.kind.map(|kind| item("kind").eq(kind.as_str().to_lowercase())))
        .add_option(filter.campaign.map(|id| Expr::col(("idea", "campaign_id")).eq(id.uuid())))
        .add_option(filter.author.map(|id| item("author_id").eq(id.uuid())))
        .add_option(filter.cluster.map(|id| item("cluster").eq(id)))
        .add_option(filter.overdue_at.map(|at| item("due_at").lt(at.micros())))
        .add_option(suspected)
}

fn page_of(filter: &QueueFilter, page: &PageRequest) -> SelectStatement {
    let forwards = page.direction == Direction::Forwards;
    let order = if forwards { Order::Asc } else { Order::Desc };
    let mut select = row::select();
    select
        .cond_where(wanted(filter))
        .order_by(("queue_item", "rank"), order.clone())
        .order_by(("queue_item", "id"), order)
        .limit(u64::from(page.size) + 1);
    if let Some(cursor) = &page.from {
        let place = Expr::tuple([Expr::col(("queue_item", "rank")), Expr::col(("queue_item", "id"))]);
        let here = Expr::tuple([Expr::val(cursor.key), Expr::val(cursor.id)]);
        select.and_where(if forwards { place.gt(here) } else { place.lt(here) });
    }
    select
}

pub(super) async fn list(
    store: &Store,
    filter: &QueueFilter,
    page: &PageRequest,
) -> Result<Page<ListedItem>, StorageError> {
    let rows = store.read().query_all(&page_of(filter, page)).await.map_err(sealed)?;
    let listed = rows.iter().map(|found| {
        let item = row::item(found)?;
        let cursor = Cursor { order: QUEUE.to_owned(), key: item.rank, id: item.id.uuid() };
        Ok(ListedItem { item, cursor })
    });
    Ok(Page::from_rows(listed.collect::<Result<Vec<_>, StorageError>>()?, page))
}

pub(super) async fn count(store: &Store, filter: &QueueFilter, most: u64) -> Result<u64, StorageError> {
    let mut some = Query::select();
    some.expr(Expr::val(1)).from("queue_item");
    if filter.campaign.is_some() {
        some.inner_join("idea", Expr::col(("idea", "id")).equals(("queue_item", "idea_id")));
    }
    some.cond_where(wanted(filter)).limit(most);
    let counted = Query::select().expr_as(Expr::cust("COUNT(*)"), "n").from_subquery(some, "some").take();
    let found = store.read().query_one(&counted).await.map_err(sealed)?;
    let n: i64 = found.map_or(Ok(0), |row| row.try_get("", "n")).map_err(sealed)?;
    Ok(u64::try_from(n).unwrap_or(0))
}

/// One statement: each kind along its own index, and no further than `most` rows of it.
pub(super) async fn counts(store: &Store, now: Timestamp, most: u64) -> Result<Counts, StorageError> {
    let bounded = |which: String| {
        format!(
            "(SELECT COUNT(*) FROM (SELECT 1 AS one FROM queue_item WHERE closed_at IS NULL AND {which} LIMIT {most}) AS s)"
        )
    };
    let mut columns: Vec<String> = ItemKind::ALL
        .iter()
        .map(|kind| {
            let word = kind.as_str().to_lowercase();
            format!("{} AS {word}_n", bounded(format!("kind = '{word}'")))
        })
        .collect();
    columns.push(format!("{} AS overdue_n", bounded("due_at < $1".to_owned())));
    let asked = format!("SELECT {}", columns.join(", "));
    let Some(found) = one(store.read(), &asked, [now.micros().into()]).await? else { return Ok(Counts::default()) };
    let n = |column: &str| get::<i64>(&found, column).map(|n| u64::try_from(n).unwrap_or(0));
    let mut counts = Counts { overdue: n("overdue_n")?, ..Counts::default() };
    for (slot, kind) in counts.kinds.iter_mut().zip(ItemKind::ALL) {
        *slot = n(&format!("{}_n", kind.as_str().to_lowercase()))?;
    }
    Ok(counts)
}

/// How many open items say nearly the same, of each of these clusters.
pub(super) async fn alike(store: &Store, clusters: &[Uuid]) -> Result<HashMap<Uuid, u64>, StorageError> {
    if clusters.is_empty() {
        return Ok(HashMap::new());
    }
    let asked = Query::select()
        .column("cluster")
        .expr_as(Expr::cust("COUNT(*)"), "n")
        .from("queue_item")
        .and_where(Expr::col("closed_at").is_null())
        .and_where(Expr::col("cluster").is_in(clusters.iter().copied()))
        .group_by_col("cluster")
        .take();
    let rows = store.read().query_all(&asked).await.map_err(sealed)?;
    let n = |row: &sea_orm::QueryResult| Ok((get(row, "cluster")?, u64::try_from(get::<i64>(row, "n")?).unwrap_or(0)));
    rows.iter().map(n).collect()
}

pub(super) async fn due(store: &Store, target: Target) -> Result<Option<Timestamp>, StorageError> {
    const DUE: &str =
        "SELECT min(due_at) AS due FROM queue_item WHERE subject_kind = $1 AND subject_id = $2 AND closed_at IS NULL";
    let found = one(store.read(), DUE, [target.kind().into(), target.uuid().into()]).await?;
    let due = found.map_or(Ok(None), |row| get::<Option<i64>>(&row, "due"))?;
    Ok(due.map(Timestamp::from_micros))
}

pub(super) async fn stamp(store: &Store) -> Result<i64, StorageError> {
    let found = one(store.read(), "SELECT max(changed_at) AS at FROM queue_item", []).await?;
    found.map_or(Ok(None), |row| get::<Option<i64>>(&row, "at")).map(Option::unwrap_or_default)
}

impl Store {
    /// How the database would read a page of the queue, in its own words: for the test that holds it to its index.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn plan_of_queue(&self, filter: &QueueFilter, page: &PageRequest) -> Result<String, StorageError> {
        let built = self.backend().build(&page_of(filter, page));
        self.plan(built).await
    }
}
