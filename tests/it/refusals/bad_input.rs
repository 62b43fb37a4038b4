//! Bad input on every field and argument: a message by the field in plain words, and what was typed is kept. In the API
//! the same words in `userErrors`, and a code from the closed list for arguments of questions.
//!
//! Each of the three is complete by what the program publishes: the table of routes with the fields of the templates, the
//! acts of the schema with their inputs, and its fields with their arguments. A new one fails until it has a case here.

mod acts;
mod arguments;
mod desk;
mod forms;
mod officers;

/// Words that no person should read.
const JARGON: [&str; 9] =
    ["invalid", "parse", "null", "string", "character(s)", "error code", "regex", "utf-8", "byte"];

fn assert_plain(place: &str, words: &str) {
    assert!(words.len() > 10 && words.ends_with('.'), "{place}: `{words}` is no sentence");
    for jargon in JARGON {
        assert!(!words.to_lowercase().contains(jargon), "{place}: `{words}` is no plain language");
    }
}
