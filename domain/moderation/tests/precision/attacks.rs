//! The lists of known attacks, every line through every rule: nothing panics, and what is shown stays short.

use folkmoot_moderation::rules::{Lessons, Past, fingerprint, tokens};

use crate::corpora::{Text, read};
use crate::score::written;
use crate::{NEW, rules};

#[test]
fn every_attack_through_every_rule() {
    let strings = serde_json::from_str::<Vec<String>>(&read("attack/blns/blns.json")).expect("a list of strings");
    let payloads = read("attack/xss-payload-list/xss-payload-list.txt");
    let pathological = read("attack/markdown-pathological.jsonl");
    let pathological = pathological.lines().map(|line| {
        let case = serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON");
        case["text"].as_str().expect("a text").chars().take(10_000).collect::<String>()
    });
    let rules = rules();
    let past = Past { posted_lately: 9, same_text_lately: 9, ..NEW };
    let mut seen = 0;
    for line in strings.into_iter().chain(payloads.lines().map(str::to_owned)).chain(pathological) {
        let text = Text::new(Some(&line), &line, "en", true);
        let words = tokens(Some(&line), &line).into_iter().map(|token| (token.id, (0, 50))).collect();
        let lessons = Lessons { kept: 50, refused: 50, words };
        for hunch in rules.hunches(&written(&text), &past, Some(&lessons)) {
            assert!(folkmoot_text::graphemes(&hunch.found) <= 120, "{hunch:?}");
            assert!(!hunch.found.is_empty(), "{:?} in {line}", hunch.why);
        }
        let _ = fingerprint(Some(&line), &line);
        seen += 1;
    }
    assert!(seen > 6_500, "{seen}");
}
