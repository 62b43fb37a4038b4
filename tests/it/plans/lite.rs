//! How SQLite would read what PostgreSQL heard. It never counts what it has, so that its way doesn't depend on that: an empty
//! database shows it.
//!
//! Where a page of something is asked for, it must find it in order, or sort what is few by its nature. A table that grows is
//! never read from end to end, unless in the order of the page, as far as that goes.

use std::collections::BTreeMap;

use folkmoot_comments::CommentOrder;
use folkmoot_common::{Id as _, IdeaId, Viewer};
use folkmoot_storage::Store;
use folkmoot_tests::database::{Kind, OwnDatabase, one_line};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use uuid::Uuid;

/// The database's own clock, as PostgreSQL spells it and as SQLite does.
const NOW: [&str; 2] = [
    "(extract(epoch FROM statement_timestamp()) * 1000000)::bigint",
    "CAST(round(unixepoch('subsec') * 1000) AS INTEGER) * 1000",
];

/// What PostgreSQL alone is asked: words in titles and bodies, and what is joined anew for each idea. SQLite is asked for both
/// in words of its own, which are looked at apart (searches in `contract/search.rs`, where there is something to be found).
const ITS_OWN: [&str; 2] = ["@@", "LATERAL"];

/// What grows with a town, as statements call it.
const GROWS: [&str; 18] = [
    "idea",
    "i",
    "tally",
    "t",
    "comment",
    "said",
    "argument",
    "vote",
    "v",
    "decision",
    "reply_idea",
    "o",
    "official_reply",
    "r",
    "happening",
    "h",
    "follow",
    "person",
];

/// What is read whole and sorted, by what its statement says, and why that is well.
const KNOWN: [(&str, &str); 8] = [
    ("AS of_each", "the first few of each status"),
    ("FROM idea_label WHERE label_id", "the ideas of a label, whichever it is: SQLite has counted none"),
    ("FROM \"draft\"", "at most twenty for each person"),
    ("FROM \"session\"", "at most a hundred of a person's own"),
    ("FROM \"access_token\"", "at most fifty for each person"),
    ("FROM person_role UNION", "who works for the council, and who is suspended"),
    ("LEFT JOIN own_day o", "the days on which this council is closed"),
    (
        "LEFT JOIN promise p ON p.idea_id = t.idea_id",
        "an officer's pile, which `contract/plans.rs` holds: what is open",
    ),
];

/// What is wrong with how these statements would be read; each stands with a page that asks it.
pub(super) async fn breaches(said: &BTreeMap<String, String>) -> Vec<String> {
    let database = OwnDatabase::migrated(Kind::Sqlite).await;
    let raw = one_line(database.url()).await.unwrap();
    let mut broken = Vec::new();
    let mut read = 0;
    for (words, page) in said {
        let selects = words.starts_with("SELECT") || words.starts_with("WITH");
        if !selects || ITS_OWN.iter().any(|own| words.contains(own)) {
            continue;
        }
        read += 1;
        let plan = plan(&raw, &words.replace(NOW[0], NOW[1])).await;
        broken.extend(breach(words, &plan).map(|why| format!("{page} {why}: {words}\n{}", plan.join("\n"))));
    }
    assert!(read > 50, "only {read} statements were heard");
    let store = Store::open(database.url(), 4).await.unwrap();
    broken.extend(first_comments(&store).await);
    broken
}

async fn plan(raw: &DatabaseConnection, words: &str) -> Vec<String> {
    let asked = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {words}"));
    let rows = raw.query_all_raw(asked).await.unwrap_or_else(|why| panic!("SQLite doesn't understand {words}: {why}"));
    rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect()
}

fn breach(words: &str, plan: &[String]) -> Option<&'static str> {
    if KNOWN.iter().any(|(fragment, _)| words.contains(fragment)) {
        return None;
    }
    let (is_page, sorts) = (words.contains(" LIMIT "), plan.iter().any(|line| line == "USE TEMP B-TREE FOR ORDER BY"));
    if plan.iter().any(|line| grows(plan, line)) && (!is_page || sorts) {
        return Some("reads a whole table");
    }
    (is_page && sorts).then_some("sorts all that it finds for a page")
}

/// Whether this line reads a table that grows from one end on. What a part of the statement gives is read whole, and is few.
fn grows(plan: &[String], line: &str) -> bool {
    let Some(table) = line.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
    let is_part = line == format!("SCAN {table}") && plan.contains(&format!("CO-ROUTINE {table}"));
    GROWS.contains(&table) && !is_part
}

/// The first comments of each of several ideas.
async fn first_comments(store: &Store) -> Option<String> {
    let ideas = [1, 2, 3].map(|n| IdeaId::from_uuid(Uuid::from_u128(n)));
    for (order, index) in [(CommentOrder::Newest, "comment_newest"), (CommentOrder::Oldest, "comment_thread")] {
        let plan = store.plan_of_first_comments(&Viewer::Nobody, &ideas, order, 2).await.unwrap();
        if !plan.contains(&format!("SEARCH comment USING INDEX {index} (idea_id=?)")) || plan.contains("SCAN") {
            return Some(format!("the first comments of some ideas are read in another way:\n{plan}"));
        }
    }
    None
}
