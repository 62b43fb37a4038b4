//! Pages of ideas: one statement each, along an index of the order that is asked for.

mod tallies;

use folkmoot_common::{Cursor, Direction, Id, Page, PageRequest, PersonId, StorageError};
use folkmoot_ideas::{IdeaFilter, IdeaOrder, IdeaQuery, IdeaStatus, Listed, Visibility};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

use super::search::Way;
use super::{labels, row, search, visible_to};
use crate::Store;
use crate::error::sealed;
use crate::sql;

/// The column an order sorts by, and whether it starts from the large end. Ids settle ties, the same way round.
const fn key(order: IdeaOrder) -> (&'static str, bool) {
    match order {
        IdeaOrder::Trending => ("trend", true),
        IdeaOrder::MostSupported => ("confidence", true),
        IdeaOrder::Newest => ("idea_id", true),
        IdeaOrder::FewestVotes => ("votes", false),
    }
}

/// What such a list shows of what the viewer may see. A plain one shows what is public: the viewer's own waiting ideas show
/// only where they ask for them.
fn shown(sight: Visibility, filter: &IdeaFilter) -> Visibility {
    let plain = filter.author.is_none() && filter.statuses.iter().all(|status| status.is_public());
    if plain { Visibility::Public } else { sight }
}

/// What the query asks for, of what the viewer may see and of what says its words.
fn wanted(backend: DbBackend, sight: Visibility, query: &IdeaQuery, says: Option<Condition>) -> Condition {
    let filter = &query.filter;
    Condition::all()
        .add(visible_to(shown(sight, filter)))
        .add_option(filter.campaign.map(|campaign| Expr::col(("tally", "campaign_id")).eq(campaign.uuid())))
        .add_option(filter.author.map(|author| by(author, query.order)))
        .add_option(filter.place.map(|place| labels::has(backend, place)))
        .add_option(filter.tag.map(|tag| labels::has(backend, tag)))
        .add_option(standing(&filter.statuses))
        .add_option(says)
}

/// Of these statuses, in words and not as values, so that every plan knows how many ideas that is. Where published ones
/// aren't among them, it says so in the words of the indexes that hold only the others: SQLite takes such an index by its
/// words alone.
fn standing(statuses: &[IdeaStatus]) -> Option<Condition> {
    let words: Vec<String> = statuses.iter().map(|status| format!("'{}'", status.as_str().to_lowercase())).collect();
    let these = match words.as_slice() {
        [] => return None,
        [one] => format!("tally.status = {one}"),
        several => format!("tally.status IN ({})", several.join(", ")),
    };
    let others = (!statuses.contains(&IdeaStatus::Published)).then(|| Expr::cust("tally.status <> 'published'"));
    Some(Condition::all().add(Expr::cust(these)).add_option(others))
}

/// Posted by this person. Their newest are asked for as a range, and in the order of the whole index of ideas by author: were
/// their author one value, PostgreSQL would take any index of ids for as good, and walk along everybody's.
fn by(author: PersonId, order: IdeaOrder) -> Expr {
    let column = || Expr::col(("idea", "author_id"));
    if order == IdeaOrder::Newest {
        column().gte(author.uuid()).and(column().lte(author.uuid()))
    } else {
        column().eq(author.uuid())
    }
}

/// Orders a select by this person's newest, beyond the cursor in the direction of reading.
fn along_author(select: &mut SelectStatement, author: PersonId, from: Option<&Cursor>, downwards: bool) {
    let order = if downwards { Order::Desc } else { Order::Asc };
    select.order_by(("idea", "author_id"), order.clone()).order_by(("idea", "id"), order);
    if let Some(cursor) = from {
        let place = Expr::tuple([Expr::col(("idea", "author_id")), Expr::col(("idea", "id"))]);
        let here = Expr::tuple([Expr::val(author.uuid()), Expr::val(cursor.id)]);
        select.and_where(if downwards { place.lt(here) } else { place.gt(here) });
    }
}

/// Beyond the cursor, in the direction of reading.
fn beyond(cursor: &Cursor, column: &'static str, downwards: bool) -> Expr {
    let id = Expr::col(("tally", "idea_id"));
    if column == "idea_id" {
        return if downwards { id.lt(cursor.id) } else { id.gt(cursor.id) };
    }
    let place = Expr::tuple([Expr::col(("tally", column)), id]);
    let here = Expr::tuple([Expr::val(cursor.key), Expr::val(cursor.id)]);
    if downwards { place.lt(here) } else { place.gt(here) }
}

/// The column that a page is read along, and whether it is read from the large end.
fn way(query: &IdeaQuery, page: &PageRequest) -> (&'static str, bool) {
    let (column, large_first) = key(query.order);
    (column, large_first == (page.direction == Direction::Forwards))
}

fn page_of(
    backend: DbBackend,
    sight: Visibility,
    query: &IdeaQuery,
    page: &PageRequest,
    words: &Way,
) -> SelectStatement {
    let (column, downwards) = way(query, page);
    let says = query.filter.search.as_ref().map(|search| search::says(backend, search, words));
    let mut select = keyed(column);
    select.cond_where(wanted(backend, sight, query, says)).limit(u64::from(page.size) + 1);
    if let (Some(author), IdeaOrder::Newest) = (query.filter.author, query.order) {
        along_author(&mut select, author, page.from.as_ref(), downwards);
        return select;
    }
    let order = if downwards { Order::Desc } else { Order::Asc };
    if column != "idea_id" {
        select.order_by(("tally", column), order.clone());
    }
    select.order_by(("tally", "idea_id"), order);
    if let Some(cursor) = &page.from {
        select.and_where(beyond(cursor, column, downwards));
    }
    select
}

/// Ideas with the key that their cursors carry: none where the id is the whole place.
fn keyed(column: &'static str) -> SelectStatement {
    let key = if column == "idea_id" { Expr::cust("CAST(0 AS BIGINT)") } else { Expr::col(("tally", column)) };
    row::select().expr_as(key, "sort_key").take()
}

/// Whether one plan is the best for all such pages: everybody's list or a campaign's, which is read along an index of its
/// order. How many ideas have a tag, a status or a word differs too much for that.
fn reads_an_index(query: &IdeaQuery) -> bool {
    let IdeaFilter { campaign: _, author, statuses, place, tag, search } = &query.filter;
    author.is_none() && statuses.is_empty() && place.is_none() && tag.is_none() && search.is_none()
}

pub(super) async fn list(
    store: &Store,
    sight: Visibility,
    query: &IdeaQuery,
    page: &PageRequest,
) -> Result<Page<Listed>, StorageError> {
    list_by(store, sight, query, page, &search::way(store, query.filter.search.as_ref()).await?).await
}

/// The first page, and how long the list is, counted no further than `most` where it goes on.
pub(super) async fn beginning(
    store: &Store,
    sight: Visibility,
    query: &IdeaQuery,
    size: u16,
    most: u64,
) -> Result<(Page<Listed>, u64), StorageError> {
    let words = search::way(store, query.filter.search.as_ref()).await?;
    let page = list_by(store, sight, query, &PageRequest::first(size), &words).await?;
    let all = match u64::try_from(page.items.len()) {
        Ok(here) if !page.has_next => here,
        // On the way it was seen that there are so many.
        _ if words.public >= most && is_of_words_alone(&query.filter) => most,
        _ => count_by(store, sight, query, most, &words).await?,
    };
    Ok((page, all))
}

async fn list_by(
    store: &Store,
    sight: Visibility,
    query: &IdeaQuery,
    page: &PageRequest,
    words: &Way,
) -> Result<Page<Listed>, StorageError> {
    if let Some(asked) = tallies::page(store.backend(), shown(sight, &query.filter), query, page) {
        let rows = store.read().query_all_raw(asked).await.map_err(sealed)?;
        return Ok(Page::from_rows(tallies::sorted(all_listed(&rows, query.order)?, way(query, page).1), page));
    }
    let select = page_of(store.backend(), sight, query, page, words);
    let rows = if reads_an_index(query) {
        sql::page(store.read(), &select).await?
    } else {
        found(store, query, &select).await?
    };
    Ok(Page::from_rows(all_listed(&rows, query.order)?, page))
}

/// What this finds. A search is planned for its own words: PostgreSQL would keep one plan for all of them, which finds a
/// rare word well and reads a whole country for one that every idea says.
async fn found(store: &Store, query: &IdeaQuery, select: &SelectStatement) -> Result<Vec<QueryResult>, StorageError> {
    let rows = match query.filter.search {
        Some(_) => store.read().planned_anew(store.backend().build(select)).await,
        None => store.read().query_all(select).await,
    };
    rows.map_err(sealed)
}

fn all_listed(rows: &[QueryResult], order: IdeaOrder) -> Result<Vec<Listed>, StorageError> {
    rows.iter().map(|row| listed(row, order)).collect()
}

fn listed(result: &QueryResult, order: IdeaOrder) -> Result<Listed, StorageError> {
    let idea = row::idea(result)?;
    let key = result.try_get("", "sort_key").map_err(sealed)?;
    let cursor = Cursor { order: order.slug().to_owned(), key, id: idea.id.uuid() };
    Ok(Listed { idea, cursor })
}

/// Counts no further than `most`: a request never walks a whole country.
pub(super) async fn count(store: &Store, sight: Visibility, query: &IdeaQuery, most: u64) -> Result<u64, StorageError> {
    count_by(store, sight, query, most, &search::way(store, query.filter.search.as_ref()).await?).await
}

async fn count_by(
    store: &Store,
    sight: Visibility,
    query: &IdeaQuery,
    most: u64,
    words: &Way,
) -> Result<u64, StorageError> {
    let rows = match tallies::count(store.backend(), shown(sight, &query.filter), &query.filter, most) {
        Some(asked) => store.read().query_all_raw(asked).await.map_err(sealed)?,
        None => counted(store, sight, query, most, words).await?,
    };
    let n: i64 = rows.first().map_or(Ok(0), |row| row.try_get("", "n")).map_err(sealed)?;
    Ok(u64::try_from(n).unwrap_or(0))
}

async fn counted(
    store: &Store,
    sight: Visibility,
    query: &IdeaQuery,
    most: u64,
    words: &Way,
) -> Result<Vec<QueryResult>, StorageError> {
    let author = query.filter.author;
    if let Some(author) = author.filter(|author| sight == Visibility::PublicAndOwn(*author))
        && is_of_an_author_alone(&query.filter)
    {
        return all_by(store, author, most).await;
    }
    let mut some = Query::select().expr(Expr::val(1)).limit(most).take();
    let says = if let Some(search) = &query.filter.search {
        Some(search::count_in(store.backend(), &mut some, search, words))
    } else {
        search::count_in_tallies(&mut some);
        None
    };
    let mut query = query.clone();
    if author.is_some() && query.filter.search.is_none() {
        // Whatever the order of the list, they are found as their author's newest are.
        query.order = IdeaOrder::Newest;
        some.order_by(("idea", "author_id"), Order::Desc).order_by(("idea", "id"), Order::Desc);
    }
    some.cond_where(wanted(store.backend(), sight, &query, says));
    let counted = Query::select().expr_as(Expr::cust("COUNT(*)"), "n").from_subquery(some, "some").take();
    found(store, &query, &counted).await
}

/// Whether all that is asked of them is who posted them.
fn is_of_an_author_alone(filter: &IdeaFilter) -> bool {
    *filter == IdeaFilter { author: filter.author, ..IdeaFilter::default() }
}

/// Whether all that is asked of them is what they say.
fn is_of_words_alone(filter: &IdeaFilter) -> bool {
    *filter == IdeaFilter { search: filter.search.clone(), ..IdeaFilter::default() }
}

/// Counts all that somebody posted, for themself: ideas alone say that, whatever became of them.
async fn all_by(store: &Store, author: PersonId, most: u64) -> Result<Vec<QueryResult>, StorageError> {
    let counted = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM idea WHERE idea.author_id = $1 \
         ORDER BY idea.id DESC LIMIT {most}) AS own"
    );
    sql::all(store.read(), &counted, [author.uuid().into()]).await
}

impl Store {
    /// How the database would read a page of a list, in its own words, when it can't just read everything and sort: for
    /// the test that holds lists to their indexes.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn plan_of(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<String, StorageError> {
        self.plan(asked(self.backend(), sight, query, page, &Way::default())).await
    }

    /// The same as it would do it now, with what it holds: where no one way is always the best, it is chosen by that.
    ///
    /// # Errors
    /// When the database doesn't answer.
    #[doc(hidden)]
    pub async fn free_plan_of(
        &self,
        sight: Visibility,
        query: &IdeaQuery,
        page: &PageRequest,
    ) -> Result<String, StorageError> {
        let words = search::way(self, query.filter.search.as_ref()).await?;
        self.free_plan(asked(self.backend(), sight, query, page, &words)).await
    }

    /// The plan of a statement, when the database can't just read everything and sort.
    pub(crate) async fn plan(&self, built: Statement) -> Result<String, StorageError> {
        let tx = self.read().begin().await.map_err(sealed)?;
        if self.backend() == DbBackend::Postgres {
            tx.execute_unprepared("SET LOCAL enable_seqscan = off").await.map_err(sealed)?;
            tx.execute_unprepared("SET LOCAL enable_sort = off").await.map_err(sealed)?;
        }
        let plan = explained(&tx, built).await?;
        tx.rollback().await.map_err(sealed)?;
        Ok(plan)
    }

    /// The plan of a statement as the database would carry it out now.
    pub(crate) async fn free_plan(&self, built: Statement) -> Result<String, StorageError> {
        explained(self.read(), built).await
    }
}

/// A page of a list as [`list`] asks for it.
fn asked(backend: DbBackend, sight: Visibility, query: &IdeaQuery, page: &PageRequest, words: &Way) -> Statement {
    tallies::page(backend, shown(sight, &query.filter), query, page)
        .unwrap_or_else(|| backend.build(&page_of(backend, sight, query, page, words)))
}

/// What the database says of how it would carry this out, line by line.
async fn explained(on: &impl ConnectionTrait, built: Statement) -> Result<String, StorageError> {
    let (explain, column) = match on.get_database_backend() {
        DbBackend::Postgres => ("EXPLAIN", "QUERY PLAN"),
        _ => ("EXPLAIN QUERY PLAN", "detail"),
    };
    let asked = Statement { sql: format!("{explain} {}", built.sql), ..built };
    let rows = on.query_all_raw(asked).await.map_err(sealed)?;
    let lines = rows.iter().map(|row| row.try_get::<String>("", column)).collect::<Result<Vec<_>, _>>();
    Ok(lines.map_err(sealed)?.join("\n"))
}
