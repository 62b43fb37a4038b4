//! Every part of an address that people can change: the query of every page, and each part of a path.

use super::judge::Verdict;
use super::stage::{Stage, get};

/// Pages and the words of their queries.
const QUERIES: [(&str, &[&str]); 20] = [
    ("/", &["done", "order"]),
    ("/ideas", &["campaign", "status", "mine", "order", "after", "before", "page", "done"]),
    ("/ideas", &["q"]),
    ("/ideas/similar", &["title"]),
    ("/ideas/{number}/{slug}", &["view", "for", "against"]),
    ("/ideas/{number}/{slug}?view=sides", &["for"]),
    ("/ideas/{number}/{slug}?view=sides", &["against"]),
    ("/ideas/{number}/{slug}", &["order", "after", "before", "done"]),
    ("/ideas/{number}/{slug}", &["at"]),
    ("/ideas/{number}/{slug}/history", &["version"]),
    ("/ideas/{number}/{slug}/history", &["from"]),
    ("/ideas/{number}/comments/{comment}/history", &["version", "from"]),
    ("/people/{author}", &["what", "after", "before", "done"]),
    ("/ideas/{number}/comments/{comment}", &["done"]),
    ("/ideas/new", &["campaign", "draft", "why"]),
    ("/campaigns/anything-else", &["order", "after", "before"]),
    ("/me", &["done"]),
    ("/me/votes", &["after", "before", "done"]),
    ("/me/comments", &["after", "before", "done"]),
    ("/live", &["ideas"]),
];

/// What a visitor's pages take.
const FOR_VISITORS: [(&str, &[&str]); 2] = [("/sign-in", &["next", "for"]), ("/ideas/new", &["draft", "why"])];

/// Paths with a gap.
const PATHS: [&str; 13] = [
    "/ideas/{}",
    "/ideas/1/{}",
    "/ideas/1/{}/history",
    "/ideas/1/comments/{}",
    "/ideas/1/comments/{}/report",
    "/ideas/1/{}/report",
    "/reports/{}",
    "/campaigns/{}",
    "/sign-in/link/{}",
    "/me/drafts/{}",
    "/people/{}",
    "/assets/{}",
    "/{}",
];

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    let (author, visitor) = (stage.author(), stage.visitor());
    let mut wrong = Vec::new();
    let made = &stage.made;
    for (path, words) in QUERIES {
        let path = path
            .replace("{number}", &made.number.to_string())
            .replace("{slug}", &made.slug)
            .replace("{comment}", &made.comment.to_string())
            .replace("{author}", &stage.shop.author_id());
        let mut address = author.browser.address(&path);
        address.query_pairs_mut().extend_pairs(words.iter().map(|word| (*word, line)));
        wrong.extend(get(author, &path, &address, line).await);
    }
    for (path, words) in FOR_VISITORS {
        let mut address = visitor.browser.address(path);
        address.query_pairs_mut().extend_pairs(words.iter().map(|word| (*word, line)));
        wrong.extend(get(visitor, path, &address, line).await);
    }
    for path in PATHS {
        let mut address = author.browser.address("/");
        let whole = path.replace("{}", "GAP");
        let parts = whole.split('/').skip(1).map(|part| if part == "GAP" { line } else { part });
        address.path_segments_mut().expect("an http address has a path").clear().extend(parts);
        wrong.extend(get(author, path, &address, line).await);
    }
    wrong
}
