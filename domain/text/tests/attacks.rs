//! The lists of known attacks, every line through every door: nothing panics, and what comes out holds nothing that
//! isn't listed. The page is read with a real HTML parser, as a browser would.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use folkmoot_text::{Markdown, excerpt, graphemes, looks_like_staff, mixes_alphabets, one_line, slug};
use scraper::{Html, Node};

const ELEMENTS: &str = "a blockquote br code del em h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul";
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The lists stand outside the repository, in `shared/data` beside it or beside the folder it is in.
fn lists() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|folder| folder.join("shared/data/attack")).find(|folder| folder.is_dir()).unwrap_or_else(
        || panic!("the attack lists are missing: put them at ../shared/data/attack, seen from the repository's root"),
    )
}

fn list(name: &str) -> String {
    let path = lists().join(name);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// Everything in a page that isn't listed.
fn unlisted(html: &str) -> Vec<String> {
    unlisted_in(&Html::parse_fragment(html))
}

fn unlisted_in(page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    for node in page.tree.root().descendants().skip(2) {
        match node.value() {
            Node::Text(_) => {}
            Node::Element(element) => {
                let name = element.name();
                if !ELEMENTS.split(' ').any(|listed| listed == name) {
                    found.push(format!("<{name}>"));
                }
                for (key, value) in element.attrs() {
                    let scheme = value.split(':').next().unwrap_or_default();
                    let fine = match (name, key) {
                        ("a", "href") => SCHEMES.contains(&scheme),
                        ("a", "rel") => value == "nofollow ugc noopener",
                        ("a", "title") => true,
                        ("ol", "start") => value.parse::<u64>().is_ok(),
                        ("th", "scope") => value == "col",
                        _ => false,
                    };
                    if !fine {
                        found.push(format!("<{name} {key}={value}>"));
                    }
                }
                if name == "a" && element.attr("rel").is_none() {
                    found.push("a link without rel".to_owned());
                }
            }
            other => found.push(format!("{other:?}")),
        }
    }
    found
}

fn depth(page: &Html) -> usize {
    page.tree.nodes().map(|node| node.ancestors().count()).max().unwrap_or(0)
}

/// One line through every door, at the gate and behind it.
fn every_door(line: &str) {
    let _ = Markdown::parse(line, 20_000);
    // Behind the gate, so that what it would refuse is tried too.
    let text = Markdown::from_stored(line.to_owned());
    let page = Html::parse_fragment(text.to_html().as_str());
    assert_eq!(unlisted_in(&page), Vec::<String>::new(), "{line}");
    assert!(depth(&page) < 60, "{line}");
    assert!(graphemes(&excerpt(&text, 160)) <= 160, "{line}");
    if let Ok(tidy) = one_line(line, 1..=80) {
        assert_eq!(one_line(&tidy, 1..=80).as_deref(), Ok(tidy.as_str()));
    }
    let _ = (slug(line), looks_like_staff(line), mixes_alphabets(line));
}

#[test]
fn the_checker_sees_what_it_is_for() {
    for bad in [
        "<script>1</script>",
        "<p onclick=1>a</p>",
        "<a href='javascript:1' rel='nofollow ugc noopener'>a</a>",
        "<img src=x>",
        "<a href='https://a.example'>a</a>",
        "<a href='/x' rel='nofollow ugc noopener'>a</a>",
        "<p id=a>a</p>",
        "<!-- a -->",
        "<h1>a</h1>",
    ] {
        assert!(!unlisted(bad).is_empty(), "{bad}");
    }
    assert!(unlisted("<p>a <a href=\"https://a.example/\" rel=\"nofollow ugc noopener\">b</a></p>").is_empty());
}

#[test]
fn naughty_strings() {
    let lines = serde_json::from_str::<Vec<String>>(&list("blns/blns.json")).expect("a list of strings");
    assert!(lines.len() > 400);
    lines.iter().for_each(|line| every_door(line));
}

#[test]
fn script_payloads() {
    let payloads = list("xss-payload-list/xss-payload-list.txt");
    assert!(payloads.lines().count() > 6_000);
    for line in payloads.lines() {
        every_door(line);
        // Also where Markdown itself makes an address or a title of it.
        for wrapped in [
            format!("[a]({line})"),
            format!("[a](<{line}>)"),
            format!("<{line}>"),
            format!("![{line}](https://a.example \"{line}\")"),
        ] {
            let html = Markdown::from_stored(wrapped.clone()).to_html();
            assert_eq!(unlisted(html.as_str()), Vec::<String>::new(), "{wrapped}");
        }
    }
}

/// No time is asserted, since machines differ: a case in square time would take minutes here and be seen. The slowest is
/// printed.
#[test]
fn pathological_markdown() {
    let cases = list("markdown-pathological.jsonl");
    let mut slowest = (0, String::new());
    for line in cases.lines() {
        let case = serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON");
        let text = case["text"].as_str().expect("a text");
        every_door(text);
        let started = Instant::now();
        let html = Markdown::from_stored(text.to_owned()).to_html();
        slowest = slowest.max((started.elapsed().as_micros(), format!("{} {}", case["name"], case["n"])));
        assert!(
            html.as_str().len() < 200 + text.len() * 40,
            "{}: {} from {}",
            case["name"],
            html.as_str().len(),
            text.len()
        );
    }
    println!("slowest: {slowest:?}");
}
