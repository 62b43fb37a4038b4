//! Every part of an address that people can change: each gap of every GET of the table, and the words of every query.
//! There are more of them than a run has time for, so each line goes through the next few in turn, every fourth round
//! below the path of the site's other language; all of them with `FOLKMOOT_TEST_ATTACKS=all`. A page that nobody said
//! anything about fails the tests, and a word of a query that no door types.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::Ordering;

use reqwest::Method;

use super::judge::Verdict;
use super::lists::is_all;
use super::stage::{Stage, get};
use crate::nets::{Player, Who};

/// Doors that one line goes through.
const AT_A_TIME: usize = 35;

/// Of the rounds through all doors, every so many is in the other language.
const OTHER_LANGUAGE: usize = 4;

/// Pages and the words of their queries. What refuses a wrong word at once stands apart from the rest.
const QUERIES: [(&str, &[&str]); 72] = [
    ("/", &["done", "order"]),
    ("/admin/mail", &["done"]),
    ("/ideas", &["campaign", "status", "place", "tag", "mine", "order", "page", "done"]),
    ("/ideas", &["after"]),
    ("/ideas", &["before"]),
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
    ("/ideas/{number}/comments/{comment}", &["done"]),
    ("/ideas/{number}/comments/new", &["draft"]),
    ("/ideas/{number}/comments/{comment}/reply", &["draft"]),
    ("/ideas/new", &["campaign", "title", "draft", "why"]),
    ("/campaigns/{slug}", &["order", "after", "before"]),
    ("/people/{id}", &["what", "after", "before", "done"]),
    ("/people/{id}?what=comments", &["after", "before"]),
    ("/me", &["done"]),
    ("/me/account", &["done"]),
    ("/me/sessions", &["done"]),
    ("/me/tokens", &["done"]),
    ("/me/ideas", &["after", "before", "done"]),
    ("/me/votes", &["after", "before", "done"]),
    ("/me/comments", &["after", "before", "done"]),
    ("/me/drafts/{id}", &["why"]),
    ("/live", &["ideas"]),
    ("/live/tallies", &["ideas"]),
    ("/moderation", &["kind", "campaign", "overdue", "why", "part", "done", "decision"]),
    ("/moderation", &["author"]),
    ("/moderation", &["cluster"]),
    ("/moderation?part=rows", &["after", "before"]),
    ("/moderation/items/{id}", &["kind", "campaign", "overdue", "why", "done", "decision"]),
    ("/moderation/items/{id}", &["author", "cluster", "after", "before"]),
    ("/moderation/decided", &["whose", "done"]),
    ("/moderation/decided", &["after", "before"]),
    ("/moderation/reasons", &["language", "done"]),
    ("/moderation/reasons/{code}", &["language", "done"]),
    ("/moderation/rules", &["language", "done"]),
    ("/admin", &["done"]),
    ("/admin/calendar", &["done"]),
    ("/admin/campaigns", &["done"]),
    ("/admin/campaigns/{at}", &["done"]),
    ("/admin/labels", &["done"]),
    ("/admin/look", &["done"]),
    ("/admin/look/preview.css", &["accent", "accent_dark"]),
    ("/admin/people", &["q", "done"]),
    ("/admin/people/{id}", &["done"]),
    ("/admin/departments", &["done"]),
    ("/admin/departments/{id}", &["done"]),
    ("/admin/promises", &["done"]),
    ("/admin/routes", &["done"]),
    ("/answers", &["outcome", "department", "campaign", "place", "page"]),
    ("/answers", &["after", "before"]),
    ("/answers.atom", &["outcome", "department", "campaign", "place"]),
    ("/answers.csv", &["outcome", "department", "campaign", "place"]),
    ("/departments/overdue.atom", &["department"]),
    ("/departments/overdue.csv", &["department"]),
    ("/desk", &["pile", "due", "order", "done"]),
    ("/desk", &["after", "before"]),
    ("/desk/feed", &["of", "department"]),
    ("/desk/feed", &["after", "before"]),
    ("/desk/ideas/{number}", &["done"]),
    ("/desk/templates", &["done"]),
    ("/desk/templates/{id}", &["done"]),
    ("/transparency/decisions", &["after", "before"]),
    ("/dev/components", &["done"]),
    ("/welcome", &["next"]),
];

/// What a visitor's pages take.
const FOR_VISITORS: [(&str, &[&str]); 2] = [("/sign-in", &["next", "for"]), ("/ideas/new", &["draft", "why"])];

/// Paths with a gap beyond those of the table.
const PATHS: [&str; 2] = ["/{path}", "/ideas/{number}/{slug}/{path}"];

/// Pages whose address holds nothing that anybody could change.
const PLAIN: [&str; 26] = [
    "/about",
    "/accessibility",
    "/cookies",
    "/departments",
    "/departments/scores.csv",
    "/desk/directory",
    "/dev/mail",
    "/graphql",
    "/graphql/ws",
    "/guidelines",
    "/health/live",
    "/health/ready",
    "/manifest.webmanifest",
    "/me/delete",
    "/me/export",
    "/metrics",
    "/offline",
    "/privacy",
    "/promises",
    "/robots.txt",
    "/sign-in/code",
    "/sitemap.xml",
    "/sw.js",
    "/transparency",
    "/transparency/decisions.csv",
    "/transparency/figures.csv",
];

/// One place to type a line into.
struct Door {
    route: &'static str,
    visitor: bool,
    /// Which part of the path, counted from the first slash.
    gap: Option<usize>,
    words: &'static [&'static str],
}

/// All of them.
fn doors() -> Vec<Door> {
    let asked = |visitor: bool| move |(route, words)| Door { route, visitor, gap: None, words };
    let gets = folkmoot::table().into_iter().filter(|route| route.method == Method::GET).map(|route| route.path);
    let gaps = gets.chain(PATHS).flat_map(|route| {
        let parts = route.split('/').skip(1).enumerate().filter(|(_at, part)| part.starts_with('{'));
        parts.map(move |(at, _part)| Door { route, visitor: false, gap: Some(at), words: &[] })
    });
    let queries = QUERIES.into_iter().map(asked(false)).chain(FOR_VISITORS.into_iter().map(asked(true)));
    queries.chain(gaps).collect()
}

pub(super) async fn every(stage: &Stage, line: &str) -> Vec<Verdict> {
    let doors = doors();
    let all = is_all();
    let many = if all { doors.len() } else { AT_A_TIME };
    let start = stage.doors.fetch_add(many, Ordering::Relaxed);
    let mut wrong = Vec::new();
    for at in start..start + many {
        let door = &doors[at % doors.len()];
        let is_other = (at / doors.len()) % OTHER_LANGUAGE == OTHER_LANGUAGE - 1;
        if all || !is_other {
            wrong.extend(door.open(stage, line, "").await);
        }
        if all || is_other {
            wrong.extend(door.open(stage, line, "cy").await);
        }
    }
    wrong
}

impl Door {
    async fn open(&self, stage: &Stage, line: &str, language: &str) -> Vec<Verdict> {
        let player = self.player(stage);
        let (path, query) = self.route.split_once('?').unwrap_or((self.route, ""));
        let mut address = player.browser.address("/");
        let parts = path.split('/').skip(1).enumerate().map(|(at, part)| match self.gap {
            Some(gap) if gap == at => line.to_owned(),
            _ => right(stage, path, part),
        });
        let parts: Vec<String> = parts.collect();
        let below = Some(language).filter(|language| !language.is_empty());
        let whole = below.into_iter().chain(parts.iter().map(String::as_str));
        address.path_segments_mut().expect("an http address has a path").clear().extend(whole);
        if !query.is_empty() {
            address.set_query(Some(query));
        }
        if !self.words.is_empty() {
            address.query_pairs_mut().extend_pairs(self.words.iter().map(|word| (*word, line)));
        }
        get(player, self.route, &address, line).await
    }

    fn player<'a>(&self, stage: &'a Stage) -> &'a Player {
        if self.visitor {
            stage.visitor()
        } else if ["/moderation", "/admin", "/desk"].iter().any(|desk| self.route.starts_with(desk)) {
            stage.cast.of(Who::Admin)
        } else {
            stage.author()
        }
    }
}

/// What stands in a part of a path where nothing is tried.
fn right(stage: &Stage, route: &str, part: &str) -> String {
    let made = &stage.made;
    match part {
        "{number}" => made.number.to_string(),
        "{slug}" if route.starts_with("/campaigns") => made.campaign.clone(),
        "{slug}" => made.slug.clone(),
        "{comment}" => made.comment.to_string(),
        "{id}" if route.starts_with("/people") => stage.shop.author_id(),
        "{id}" if route.starts_with("/moderation/items") => stage.item.clone(),
        "{id}" => stage.refusal.clone(),
        "{at}" => made.campaign.clone(),
        "{code}" => "SPAM".to_owned(),
        "{path}" => "x".to_owned(),
        "{receipt}" => stage.kept.receipt.clone(),
        "{decision}" => stage.kept.id.clone(),
        gap if gap.starts_with('{') => panic!("teach tests/it/attacks/addresses.rs what {gap} of {route} may be"),
        part => part.to_owned(),
    }
}

#[test]
fn every_page_of_the_table_is_attacked_or_has_nothing_to_type() {
    let tried: BTreeSet<&str> = doors().iter().map(|door| door.route.split('?').next().unwrap_or_default()).collect();
    let gets = folkmoot::table().into_iter().filter(|route| route.method == Method::GET).map(|route| route.path);
    let (attacked, spared): (BTreeSet<&str>, BTreeSet<&str>) = gets.partition(|route| tried.contains(route));
    let unknown: Vec<_> = spared.iter().filter(|route| !PLAIN.contains(route)).collect();
    assert!(
        unknown.is_empty(),
        "no attack is sent to these addresses; say in tests/it/attacks/addresses.rs what their queries take, or that \
         nobody can change anything about them: {unknown:#?}"
    );
    assert!(attacked.len() > 40, "only {} addresses are attacked", attacked.len());
}

/// The parts of every structure in the program's source that a page reads its query into.
#[test]
fn every_word_of_a_query_is_typed() {
    let typed: BTreeSet<&str> =
        QUERIES.iter().chain(&FOR_VISITORS).flat_map(|(_route, words)| words.iter().copied()).collect();
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src"), &mut texts);
    let named = texts.iter().flat_map(|text| text.split(": Query<").skip(1));
    let named: BTreeSet<String> =
        named.filter_map(|rest| Some(format!("struct {} {{", rest.split_once('>')?.0))).collect();
    assert!(named.len() >= 4, "the source was misread: {named:?}");
    let mut missing = BTreeSet::new();
    for body in texts.iter().flat_map(|text| named.iter().filter_map(|head| text.split_once(head.as_str()))) {
        let fields = body.1.split('}').next().unwrap_or_default().lines();
        let renamed = body.1.contains("#[serde(rename = \"for\")]");
        let fields = fields.filter_map(|line| line.trim().split_once(": ")).filter(|(name, _)| !name.starts_with("//"));
        let names = fields.filter_map(|(name, _)| name.rsplit(' ').next()).map(|name| name.trim_start_matches("r#"));
        missing.extend(names.filter(|name| !(typed.contains(name) || renamed && *name == "what")).map(str::to_owned));
    }
    assert!(missing.is_empty(), "no attack types these words of a query: {missing:#?}");
}

/// The text of every file below this folder.
fn sources(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the program's source is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            sources(&path, texts);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            texts.push(std::fs::read_to_string(&path).expect("it is text"));
        }
    }
}
