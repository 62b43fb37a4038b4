//! Looking for words: the index that each database keeps of titles and bodies, and how it is asked.
//!
//! What people type never reaches a query language: words are letters and digits, each is quoted, and the signs between
//! them are ours. Both indexes fold case and accents as `folkmoot_text::words` does.

use folkmoot_common::{CampaignId, Id, StorageError};
use folkmoot_ideas::{Idea, SearchWords, Visibility};
use sea_orm::DbBackend;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query, SelectStatement};

use super::visible::listed_by_idea;
use super::{row, visible_to};
use crate::Store;
use crate::error::sealed;
use crate::sql::{get, statement};

/// How the last word is looked for, which may be the beginning of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    /// In the index, with the others.
    LookedUp,
    /// In what the others found.
    HeldAgainst,
}

/// More ideas than this are not gone through for the last word.
const FEW: i64 = 200;

/// Which of both costs less. PostgreSQL looks up every word that begins so before it looks at the others, however rare they
/// are; where few ideas say the others, the beginning is better held against those.
pub(super) async fn last(store: &Store, search: Option<&SearchWords>) -> Result<Last, StorageError> {
    let others = search.and_then(|search| search.words().split_last()).map(|(_, others)| others);
    let others = others.filter(|others| !others.is_empty());
    let Some(others) = others.filter(|_| store.backend() == DbBackend::Postgres) else { return Ok(Last::LookedUp) };
    const SAY: &str =
        "SELECT COUNT(*) AS n FROM (SELECT 1 FROM idea WHERE words @@ to_tsquery('simple', $1) LIMIT $2) AS say";
    let asked = [joined(others, "'", " & ").into(), (FEW + 1).into()];
    let asked = statement(store.backend(), SAY, asked);
    let rows = store.read().planned_anew(asked).await.map_err(sealed)?;
    let say: i64 = rows.first().map_or(Ok(0), |row| get(row, "n"))?;
    Ok(if say > FEW { Last::LookedUp } else { Last::HeldAgainst })
}

/// Over a select with `idea` in it: those that say all these words, and the one with the number that was typed.
pub(super) fn says(backend: DbBackend, search: &SearchWords, last: Last) -> Condition {
    let number = search.number().map(|number| Expr::col(("idea", "number")).eq(number));
    Condition::any().add(says_all(backend, search.words(), last)).add_option(number)
}

/// Where those that say all these words are counted, and that they do. PostgreSQL counts the ideas alone, whose rows know
/// all that a filter asks of their tallies; SQLite counts what its index gives until it is enough, where a list would make
/// it give everything first.
pub(super) fn count_in(
    backend: DbBackend,
    select: &mut SelectStatement,
    search: &SearchWords,
    last: Last,
) -> Condition {
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
    says(backend, search, last)
}

/// Where ideas are counted of which no words are asked for: along the indexes of the orders.
pub(super) fn count_in_tallies(select: &mut SelectStatement) {
    select.from("tally").inner_join("idea", Expr::col(("idea", "id")).equals(("tally", "idea_id")));
}

fn says_all(backend: DbBackend, words: &[String], last: Last) -> Condition {
    match words.split_last() {
        Some((beginning, others)) if last == Last::HeldAgainst => {
            let begins = [all_of(backend, std::slice::from_ref(beginning))];
            Condition::all()
                .add(found(backend, joined(others, "'", " & ")))
                .add(Expr::cust_with_values("(idea.words @@ to_tsquery('simple', $1)) IS TRUE", begins))
        }
        _ => Condition::all().add(found(backend, all_of(backend, words))),
    }
}

fn found(backend: DbBackend, asked: String) -> Expr {
    match backend {
        DbBackend::Postgres => Expr::cust_with_values("idea.words @@ to_tsquery('simple', $1)", [asked]),
        _ => Expr::cust_with_values("idea.number IN (SELECT rowid FROM idea_words WHERE idea_words MATCH ?)", [asked]),
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
