//! The lists. They stand outside the repository, in `shared/data` beside it or beside the folder it is in.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use folkmoot_tests::setting::optional;
use serde_json::Value;

/// Of the longest list, every so many lines.
const EVERY: usize = 20;

/// Whether nothing is left out.
pub(super) fn is_all() -> bool {
    optional("FOLKMOOT_TEST_ATTACKS").is_some_and(|which| which == "all")
}

fn list(name: &str) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.ancestors().map(|folder| folder.join("shared/data/attack")).find(|folder| folder.is_dir());
    let folder = folder.unwrap_or_else(|| {
        panic!("the attack lists are missing: put them at ../shared/data/attack, seen from the repository's root")
    });
    let path = folder.join(name);
    String::from_utf8_lossy(&fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))).into_owned()
}

/// The Big List of Naughty Strings.
pub(super) fn naughty_strings() -> Vec<String> {
    serde_json::from_str(&list("blns/blns.json")).expect("the list is JSON")
}

/// Scripts in every disguise: a sample, unless all are asked for.
pub(super) fn scripts() -> Vec<String> {
    let text = list("xss-payload-list/xss-payload-list.txt");
    let all = is_all();
    let mut tags = BTreeSet::new();
    let sampled = text.lines().enumerate().filter(|(at, line)| {
        let new = tags_of(line).into_iter().filter(|tag| tags.insert(tag.clone())).count() > 0;
        all || new || at % EVERY == 0
    });
    sampled.map(|(_at, line)| line.to_owned()).collect()
}

fn tags_of(line: &str) -> Vec<String> {
    let names = line.split('<').skip(1).map(|rest| rest.trim_start_matches([' ', '/']));
    let name = |rest: &str| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    names.map(name).filter(|name| !name.is_empty()).collect()
}

/// Markdown that makes parsers sweat.
pub(super) fn deep_markdown() -> Vec<String> {
    let read = |line: &str| serde_json::from_str::<Value>(line).expect("each line is JSON")["text"].clone();
    list("markdown-pathological.jsonl").lines().map(|line| read(line).as_str().unwrap().to_owned()).collect()
}
