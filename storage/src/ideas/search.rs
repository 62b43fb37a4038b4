//! Looking for words: the index that each database keeps of titles and bodies, and how it is asked.
//!
//! What people type never reaches a query language: words are letters and digits, each is quoted, and the signs between
//! them are ours. Both indexes fold case and accents as `folkmoot_text::words` does.

use folkmoot_common::{CampaignId, Id, StorageError};
use folkmoot_ideas::{Idea, SearchWords, Visibility};
use sea_orm::DbBackend;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query, SelectStatement};
use uuid::Uuid;

use super::visible::listed_by_idea;
use super::{row, visible_to};
use crate::Store;
use crate::error::sealed;
use crate::sql::{few_shapes, get, one, statement};

/// How words are looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    /// Whether the last word, which may be the beginning of one, is held against what the others found, and not looked up
    /// with them.
    last_held_against: bool,
    /// Those that can say all of them, where they are few.
    among: Option<Vec<Uuid>>,
    /// At least so many of those that say all of them are public. No more are looked at than are few.
    pub(super) public: u64,
}

/// More ideas than this are not gone through one by one. Where a search is counted no further than this, it is seen on the way
/// whether there are so many.
const FEW: u64 = 200;

/// Which way costs less. Few are asked for first and sorted; of many the order of the list soon gives a page full. No
/// database can tell: how many ideas say a word that it hasn't met often is a guess to PostgreSQL, by which it walks along a
/// whole country for one idea; SQLite has counted nothing, and sorts a whole town for a page.
pub(super) async fn way(store: &Store, search: Option<&SearchWords>) -> Result<Way, StorageError> {
    match search {
        None => Ok(Way::default()),
        Some(search) if store.backend() == DbBackend::Postgres => way_of_postgres(store, search.words()).await,
        Some(search) => way_of_sqlite(store, search).await,
    }
}

/// The ids come as one word, in hexadecimal: two hundred rows would cost more than finding them. The one with the number that
/// was typed is among them: asked for beside them, SQLite would walk along all.
async fn way_of_sqlite(store: &Store, search: &SearchWords) -> Result<Way, StorageError> {
    let (public, most) = (listed_by_idea(), FEW + 1);
    let found = "SELECT rowid AS n FROM idea_words WHERE idea_words MATCH $1";
    let mut values = vec![all_of(DbBackend::Sqlite, search.words()).into()];
    let found = match search.number() {
        None => found.to_owned(),
        Some(number) => {
            values.push(number.into());
            format!("SELECT $2 AS n UNION ALL {found} AND rowid <> $2")
        }
    };
    let asked = format!(
        "SELECT CASE WHEN COUNT(*) <= {FEW} THEN coalesce(group_concat(hex(id), ' '), '') END AS few, \
         coalesce(SUM(public), 0) AS public \
         FROM (SELECT id, {public} AS public FROM ({found}) AS found CROSS JOIN idea ON idea.number = found.n \
         LIMIT {most}) AS said"
    );
    let Some(row) = one(store.read(), &asked, values).await? else {
        return Ok(Way::default());
    };
    let id = |hex: &str| Uuid::try_parse(hex).map_err(|why| StorageError::corrupt(format!("an idea's id: {why}")));
    let few: Option<String> = get(&row, "few")?;
    let among = few.map(|few| few.split_whitespace().map(id).collect()).transpose()?;
    let public = u64::try_from(get::<i64>(&row, "public")?).unwrap_or_default();
    Ok(Way { last_held_against: false, among, public })
}

/// It looks up every word that begins like the last before it looks at the others, however rare they are: where few ideas say
/// the others, the beginning is better held against those.
async fn way_of_postgres(store: &Store, words: &[String]) -> Result<Way, StorageError> {
    let mut values = vec![all_of(store.backend(), words).into()];
    let asked = match words.split_last() {
        // Where few say the others, it isn't looked who says all of them.
        Some((_, others)) if !others.is_empty() => {
            values.push(joined(others, "'", " & ").into());
            let (others, all) = (few("$2", "TRUE"), few("$1", "others.few IS NULL"));
            format!(
                "SELECT others.few AS others, say.few, say.public FROM {others} others CROSS JOIN LATERAL {all} say"
            )
        }
        _ => format!("SELECT NULL::uuid[] AS others, say.few, say.public FROM {} say", few("$1", "TRUE")),
    };
    let asked = statement(DbBackend::Postgres, &asked, values);
    let rows = store.read().planned_anew(asked).await.map_err(sealed)?;
    let Some(row) = rows.first() else { return Ok(Way::default()) };
    if let Some(others) = get::<Option<Vec<Uuid>>>(row, "others")? {
        return Ok(Way { last_held_against: true, among: Some(others), public: 0 });
    }
    let public = u64::try_from(get::<i64>(row, "public")?).unwrap_or_default();
    Ok(Way { last_held_against: false, among: get(row, "few")?, public })
}

/// In one row: the ideas that say this, if they are few; and how many of those that were looked at are public.
fn few(asked: &str, only_if: &str) -> String {
    let (public, most) = (listed_by_idea(), FEW + 1);
    format!(
        "(SELECT CASE WHEN COUNT(*) <= {FEW} THEN coalesce(array_agg(id), '{{}}') END AS few, \
         COUNT(*) FILTER (WHERE public) AS public \
         FROM (SELECT id, {public} AS public FROM idea \
         WHERE {only_if} AND words @@ to_tsquery('simple', {asked}) LIMIT {most}) AS said)"
    )
}

/// Over a select with `idea` in it: those that say all these words, and the one with the number that was typed.
pub(super) fn says(backend: DbBackend, search: &SearchWords, way: &Way) -> Condition {
    let is_among = backend != DbBackend::Postgres && way.among.is_some();
    let number = search.number().filter(|_| !is_among).map(|number| Expr::col(("idea", "number")).eq(number));
    Condition::any().add(says_all(backend, search.words(), way)).add_option(number)
}

/// Where those that say all these words are counted, and that they do. PostgreSQL counts the ideas alone, whose rows know
/// all that a filter asks of their tallies; SQLite counts what its index gives until it is enough, where a list would make
/// it give everything first.
pub(super) fn count_in(backend: DbBackend, select: &mut SelectStatement, search: &SearchWords, way: &Way) -> Condition {
    if backend == DbBackend::Postgres {
        let known = Query::select()
            .expr_as(Expr::col(("idea", "id")), "idea_id")
            .expr_as(Expr::col(("idea", "campaign_id")), "campaign_id")
            .expr_as(Expr::col(("idea", "status")), "status")
            .expr_as(Expr::cust(listed_by_idea()), "listed")
            .take();
        select.from("idea").join_lateral(JoinType::InnerJoin, known, "tally", Expr::cust("TRUE"));
    } else if search.number().is_none() {
        select
            .from("idea_words")
            .inner_join("idea", Expr::cust("idea.number = idea_words.rowid"))
            .inner_join("tally", Expr::col(("tally", "idea_id")).equals(("idea", "id")));
        let asked = all_of(backend, search.words());
        return Condition::all().add(Expr::cust_with_values("idea_words MATCH ?", [asked]));
    } else {
        count_in_tallies(select);
    }
    says(backend, search, way)
}

/// Where ideas are counted of which no words are asked for: along the indexes of the orders.
pub(super) fn count_in_tallies(select: &mut SelectStatement) {
    select.from("tally").inner_join("idea", Expr::col(("idea", "id")).equals(("tally", "idea_id")));
}

fn says_all(backend: DbBackend, words: &[String], way: &Way) -> Condition {
    let among = way.among.as_ref().map(|few| Expr::col(("idea", "id")).is_in(few_shapes(few)));
    let all = match words.split_last() {
        // SQLite has just said which they are.
        _ if backend != DbBackend::Postgres && among.is_some() => Condition::all(),
        Some((beginning, others)) if way.last_held_against => {
            let begins = [all_of(backend, std::slice::from_ref(beginning))];
            Condition::all()
                .add(found(backend, joined(others, "'", " & ")))
                .add(Expr::cust_with_values("(idea.words @@ to_tsquery('simple', $1)) IS TRUE", begins))
        }
        _ => Condition::all().add(found(backend, all_of(backend, words))),
    };
    all.add_option(among)
}

fn found(backend: DbBackend, asked: String) -> Expr {
    match backend {
        DbBackend::Postgres => Expr::cust_with_values("idea.words @@ to_tsquery('simple', $1)", [asked]),
        // The sign keeps SQLite from beginning with these and sorting them: where they are few it is told which.
        _ => Expr::cust_with_values("+idea.number IN (SELECT rowid FROM idea_words WHERE idea_words MATCH ?)", [asked]),
    }
}

/// All of these words; the last may be the beginning of one. To PostgreSQL it is said as a whole word too: of how many ideas
/// say that its planner has an idea, where of beginnings alone it takes every fiftieth for granted.
fn all_of(backend: DbBackend, words: &[String]) -> String {
    match (backend, words.split_last()) {
        (DbBackend::Postgres, Some((last, others))) => {
            let last = joined(std::slice::from_ref(last), "'", "");
            let last = format!("({last} | {last}:*)");
            if others.is_empty() { last } else { format!("{} & {last}", joined(others, "'", " & ")) }
        }
        _ => format!("{}*", joined(words, "\"", " AND ")),
    }
}

/// Any of these words, in the title.
fn any_of(backend: DbBackend, words: &[String]) -> String {
    match backend {
        DbBackend::Postgres => format!("{}:A", joined(words, "'", ":A | ")),
        _ => format!("title : ({})", joined(words, "\"", " OR ")),
    }
}

/// Quotes can't be in a word; should one ever be, it is taken out rather than believed.
fn joined(words: &[String], quote: &str, sign: &str) -> String {
    let quoted = |word: &String| format!("{quote}{}{quote}", word.replace(['\'', '"', '\\', '\0'], ""));
    words.iter().map(quoted).collect::<Vec<_>>().join(sign)
}

pub(super) async fn similar(
    store: &Store,
    sight: Visibility,
    campaign: Option<CampaignId>,
    words: &[String],
    most: u64,
) -> Result<Vec<Idea>, StorageError> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = row::select();
    ranked(store.backend(), &mut select, &any_of(store.backend(), words));
    select
        .cond_where(visible_to(sight))
        .cond_where(Condition::all().add_option(campaign.map(|id| Expr::col(("tally", "campaign_id")).eq(id.uuid()))))
        .order_by(("tally", "idea_id"), Order::Desc)
        .limit(most);
    row::read(store.read(), &select).await
}

/// Those that match, the best first, as each database ranks.
fn ranked(backend: DbBackend, select: &mut SelectStatement, asked: &str) {
    if backend == DbBackend::Postgres {
        let rank = Expr::cust_with_values("ts_rank(idea.words, to_tsquery('simple', $1))", [asked]);
        select.and_where(found(backend, asked.to_owned())).order_by_expr(rank, Order::Desc);
    } else {
        select
            .inner_join("idea_words", Expr::cust("idea_words.rowid = idea.number"))
            .and_where(Expr::cust_with_values("idea_words MATCH ?", [asked]))
            .order_by_expr(Expr::cust("bm25(idea_words)"), Order::Asc);
    }
}
