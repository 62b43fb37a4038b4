//! `routes.txt`: of every route, where it is walked or why it isn't. One line each: the route, then `walk` or `skip`,
//! then addresses or the reason.

use std::collections::BTreeSet;
use std::path::Path;

use super::planted::Planted;

/// One route that is walked, with its addresses.
pub(super) struct Line {
    pub(super) route: String,
    walks: bool,
    rest: String,
}

pub(super) fn read() -> Vec<Line> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/surfaces/routes.txt");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.splitn(4, ' ').filter(|part| !part.is_empty());
            let mut next = || parts.next().unwrap_or_else(|| panic!("routes.txt: half a line: {line}")).to_owned();
            let (method, route, what) = (next(), next(), next());
            assert!(["walk", "skip"].contains(&what.as_str()), "routes.txt: neither walked nor skipped: {line}");
            Line {
                route: format!("{method} {route}"),
                walks: what == "walk",
                rest: parts.next().unwrap_or_default().trim().to_owned(),
            }
        })
        .collect()
}

/// Every address to walk, with the planted things in it.
pub(super) fn addresses(planted: &Planted) -> Vec<String> {
    let mut all = Vec::new();
    for line in read().into_iter().filter(|line| line.walks) {
        let path = line.route.trim_start_matches("GET ").to_owned();
        let patterns: Vec<String> =
            if line.rest.is_empty() { vec![path] } else { line.rest.split(' ').map(str::to_owned).collect() };
        for pattern in patterns {
            all.extend(filled(&pattern, planted));
        }
    }
    all
}

/// The real slug tells a title, so a made-up one is asked for as well.
fn filled(pattern: &str, planted: &Planted) -> Vec<String> {
    if pattern.contains("{comment}") {
        let with = |(number, comment, _id): &(i64, i32, String)| {
            pattern.replace("{number}", &number.to_string()).replace("{comment}", &comment.to_string())
        };
        return planted.comments.iter().map(with).collect();
    }
    if pattern.contains("{number}") {
        let with = |made: &crate::nets::Made| {
            let path = pattern.replace("{number}", &made.number.to_string());
            [path.replace("{slug}", "x"), path.replace("{slug}", &made.slug)]
        };
        return planted.all().flat_map(with).collect();
    }
    let pattern = &pattern.replace("{receipt}", &planted.receipt);
    if pattern.contains("{decision}") {
        return planted.decisions.iter().map(|id| pattern.replace("{decision}", id)).collect();
    }
    let of = |person| pattern.replace("{person}", person);
    if pattern.contains("{person}") { vec![of(&planted.author), of(&planted.renamed)] } else { vec![of("")] }
}

#[test]
fn every_route_is_walked_or_says_why_not() {
    let named: BTreeSet<String> = read().into_iter().map(|line| line.route).collect();
    let served: BTreeSet<String> =
        folkmoot::table().iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    let missing: Vec<_> = served.difference(&named).collect();
    assert!(missing.is_empty(), "these routes are missing in tests/it/surfaces/routes.txt: {missing:#?}");
    let unknown: Vec<_> = named.difference(&served).collect();
    assert!(unknown.is_empty(), "routes.txt names routes that are not served: {unknown:#?}");
    for line in read().iter().filter(|line| !line.walks) {
        assert!(line.rest.len() > 10, "routes.txt: {} is skipped without a reason", line.route);
    }
}
