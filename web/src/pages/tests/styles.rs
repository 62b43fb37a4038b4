//! That every block of the styles has one home: two files that dress the same name would undo each other, and which of
//! them wins would hang on their order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The block that a rule dresses by itself: `.fm-card__title:hover` dresses `fm-card`. A rule that dresses it only
/// somewhere, or beside or around something, says how that place is, and dresses none.
fn dressed(selector: &str) -> Option<&str> {
    let name = selector.trim().strip_prefix('.').filter(|name| !name.contains([' ', '(']))?;
    let end = name.find([':', '[']).unwrap_or(name.len());
    let name = name.get(..end)?;
    let plain = name.starts_with("fm-") && name.chars().all(|one| one.is_ascii_alphanumeric() || "-_".contains(one));
    plain.then(|| name.split("__").next().unwrap_or(name).split("--").next().unwrap_or(name))
}

/// The text without what Sass puts in: `#{…}` opens no rule.
fn without_values(scss: &str) -> String {
    let mut parts = scss.split("#{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// Every block that a style file dresses, also inside of `@media` and the like.
fn blocks(scss: &str) -> BTreeSet<String> {
    let text: String = scss.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n");
    let text = without_values(&text);
    let mut found = BTreeSet::new();
    let (mut open, mut words) = (Vec::new(), String::new());
    for one in text.chars() {
        match one {
            '{' => {
                let at = words.trim().starts_with('@');
                if !at && open.iter().all(|at| *at) {
                    found.extend(words.split(',').filter_map(dressed).map(str::to_owned));
                }
                open.push(at);
                words.clear();
            }
            '}' => {
                open.pop();
                words.clear();
            }
            ';' => words.clear(),
            one => words.push(one),
        }
    }
    found
}

#[test]
fn no_block_is_dressed_in_two_files() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/styles")).unwrap() {
        let file = entry.unwrap();
        let name = file.file_name().to_string_lossy().into_owned();
        // What is said for paper is said of every block.
        if name == "_print.scss" {
            continue;
        }
        for block in blocks(&std::fs::read_to_string(file.path()).unwrap()) {
            homes.entry(block).or_default().push(name.clone());
        }
    }
    assert!(homes.len() > 40, "only {} blocks were found", homes.len());
    homes.retain(|_, files| files.len() > 1);
    assert!(homes.is_empty(), "dressed in more than one file: {homes:?}");
}

#[test]
fn a_second_home_would_be_seen() {
    let one = blocks(".fm-a,\n.fm-b__c:hover { x: y; .fm-d { x: y } }\n@media print { .fm-e--#{$x}::before { x: y } }");
    assert_eq!(one.iter().map(String::as_str).collect::<Vec<_>>(), ["fm-a", "fm-b", "fm-e"]);
    assert!(blocks(".fm-a .fm-b { x: y } .fm-a + .fm-c { x: y } .fm-a:has(> .fm-d) { x: y }").len() <= 1);
}
