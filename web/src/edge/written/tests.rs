//! Whatever a template lets somebody write comes back when something fails.

use std::fs;
use std::path::Path;

use super::OWN_WORDS;

/// What is typed into these is no text of theirs: a code from a letter, the word that confirms a deletion, an idea's
/// number, a search, so many days or supporters, a colour, a time.
const NO_WORDS: [&str; 18] = [
    "accent",
    "accent_dark",
    "opens",
    "closes",
    "code",
    "confirm",
    "into",
    "q",
    "others",
    "credits",
    "due",
    "days",
    "acknowledge_supporters",
    "acknowledge_days",
    "reply_supporters",
    "reply_days",
    "committee_supporters",
    "committee_days",
];

#[test]
fn every_field_that_is_written_into_is_kept() {
    let mut fields = Vec::new();
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for folder in [templates.clone(), templates.join("part")] {
        for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            fields.extend(written_into(&fs::read_to_string(file).unwrap()));
        }
    }
    assert!(fields.len() > 15, "the templates aren't read");
    for field in fields {
        let known = OWN_WORDS.contains(&field.as_str()) || NO_WORDS.contains(&field.as_str());
        assert!(known, "a template asks for {field}: what is typed there would be lost");
    }
}

/// The names of the fields that take text.
fn written_into(template: &str) -> Vec<String> {
    let tags = template.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _rest)| tag));
    let texts = tags.filter(|tag| {
        tag.starts_with("textarea ")
            || tag.starts_with("input ")
                && ["text", "email", "search"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")))
            || tag.starts_with("input ") && !tag.contains("type=\"")
    });
    let name = |tag: &str| tag.split_once(" name=\"")?.1.split_once('"').map(|(name, _rest)| name.to_owned());
    texts.filter_map(name).filter(|name| !name.contains('{')).collect()
}
