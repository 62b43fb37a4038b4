//! Every list of known attacks through every door: each line is typed into every field of every form, put into every
//! part of an address, sent as every header that people's browsers send, and given to every argument of the API. It is
//! shown as text or refused kindly; never a failure of ours, never anything that runs, never a word of the database's.
//!
//! The longest list is sampled here: every 20th line, and the first line with each tag; and where there are more doors
//! than time, each line goes through some of them in turn. `FOLKMOOT_TEST_ATTACKS=all` takes all of it through all of them.

mod addresses;
mod api;
mod desk;
mod forms;
mod headers;
mod judge;
mod lists;
mod others;
mod stage;

use std::collections::BTreeMap;
use std::future::Future;

use futures::StreamExt as _;

use judge::Verdict;
pub(crate) use judge::{kept, message};
pub(crate) use others::is_of;
use stage::Stage;

/// How many lines are under way at once.
const AT_ONCE: usize = 6;

/// Puts each line through these doors, and tells all that went wrong.
async fn each<'a, F>(stage: &'a Stage, lines: &'a [String], door: impl Fn(&'a Stage, &'a str) -> F)
where
    F: Future<Output = Vec<Verdict>> + 'a,
{
    let work = futures::stream::iter(lines).map(|line| door(stage, line));
    let found: Vec<Vec<Verdict>> = work.buffer_unordered(AT_ONCE).collect().await;
    let wrong: Vec<Verdict> = found.into_iter().flatten().collect();
    let mut kinds: BTreeMap<(&str, &str), (usize, &str)> = BTreeMap::new();
    for Verdict { place, fault, line } in &wrong {
        kinds.entry((place, fault)).or_insert((0, line)).0 += 1;
    }
    let shown: Vec<_> = kinds.iter().take(30).collect();
    assert!(wrong.is_empty(), "{} answers are wrong, of {} kinds: {shown:#?}", wrong.len(), kinds.len());
}

/// A test for each list and each kind of door, so that they run side by side.
macro_rules! attacks {
    ($($name:ident: $list:ident through $door:ident;)+) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            let stage = Stage::open().await;
            Box::pin(each(&stage, &lists::$list(), $door::every)).await;
        }
    )+};
}

attacks! {
    naughty_strings_in_forms: naughty_strings through forms;
    naughty_strings_in_addresses: naughty_strings through addresses;
    naughty_strings_in_headers: naughty_strings through headers;
    naughty_strings_in_the_api: naughty_strings through api;
    scripts_in_forms: scripts through forms;
    scripts_in_addresses: scripts through addresses;
    scripts_in_headers: scripts through headers;
    scripts_in_the_api: scripts through api;
    deep_markdown_in_forms: deep_markdown through forms;
    deep_markdown_in_the_api: deep_markdown through api;
}
