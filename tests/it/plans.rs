//! How much a page costs, in rows: the same whatever the town holds. A board with tens of thousands of ideas, comments, votes,
//! answers and decisions is asked for its pages, its API and its files, and PostgreSQL itself says how many rows it looked
//! at for each statement. What a page may look at is a number in a table (`pages.rs`), far below what there is: whoever
//! counts, sorts or walks a whole table shows at once. Each page is asked so often that plans which are kept for all values
//! are held too.
//!
//! SQLite, which never counts what it has, is asked how it would read the same statements (`lite.rs`).
//!
//! Not held, because it isn't so:
//! - a search for a word that a few hundred ideas say, which PostgreSQL finds along the order of the list, and ideas like one
//!   that is being written, which are sorted by how like they are; on SQLite a search for any word that more than two hundred
//!   say, of which its index gives all numbers before the list is walked;
//! - the far end of what nobody has answered yet, and of a campaign's ideas of one status, where what lies in between is walked
//!   over: an index of them would be one more that every vote moves;
//! - lists of one person's ideas by anything but their age, which are sorted, and answers about one question or place, which
//!   are looked for among all answers;
//! - of arguments side by side the replies below those that are shown, which are counted; at the officers' desk the growth of
//!   an idea, for which its votes are;
//! - how promises were kept, for which each promise of a year is read: for whoever isn't signed in the pages come out of memory
//!   while nothing changed, as an answer to the same question does; the file doesn't;
//! - accounts by a part of a name or an address, for which an admin has everybody looked through.

mod hearing;
mod lite;
mod pages;
mod town;

use pages::Held;
use town::Town;

/// How many of everything there are: more than any page may look at.
const MANY: i64 = 20_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_look_at_so_many_rows_whatever_there_is() {
    let town = Box::pin(Town::of(MANY)).await;
    let mut broken = Vec::new();
    for page in pages::all(&town).await {
        broken.extend(town.breach(&page).await);
    }
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_put_together_from_small_statements() {
    let town = Box::pin(Town::of(MANY)).await;
    let mut broken = Vec::new();
    for file in pages::files() {
        assert!(matches!(file.held, Held::EachStatement(_)));
        broken.extend(town.breach(&file).await);
    }
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}

/// The words of both databases are the same but for a few, so those that PostgreSQL heard are what SQLite would.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_reads_pages_along_indexes() {
    let town = Box::pin(Town::of(200)).await;
    let mut said = std::collections::BTreeMap::new();
    for page in pages::all(&town).await {
        for words in town.statements(&page).await {
            said.entry(words).or_insert_with(|| page.what.name().to_owned());
        }
    }
    let broken = lite::breaches(&said).await;
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}
