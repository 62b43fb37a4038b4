//! What an answer begins with while nobody has written any of it: headings that ask for what a citizen wants to know, and
//! the comments to take up. It is a prompt and no answer: left as it is, it counts as nothing written.

use super::voices::Side;
use crate::words::Words;

/// The headings, by the ends of their messages' names.
const HEADINGS: [&str; 3] = ["asked", "found", "why"];

/// The beginning of the reasons.
pub(super) fn reasons(words: Words) -> String {
    let heading = |word: &str| format!("### {}\n\n", words.say(&format!("officers-skeleton-{word}")));
    HEADINGS.into_iter().map(heading).collect::<Vec<_>>().join("\n")
}

/// The beginning of what was done with people's arguments: a line for each that the pack shows, linked. Nothing where
/// nobody argued.
pub(super) fn arguments(words: Words, sides: &[Side], whole: impl Fn(&str) -> String) -> String {
    let line = |word: &str, number: i32, path: &str| {
        let said = words.say(&format!("officers-skeleton-{word}")).with("comment", i64::from(number));
        format!("- [{said}]({}): \n", whole(path))
    };
    let lines = sides.iter().flat_map(|side| side.voices.iter().map(|voice| line(side.word, voice.number, &voice.path)));
    lines.collect()
}

/// What was typed, without a prompt that nobody wrote into.
pub(super) fn written(typed: &str, prompt: &str) -> String {
    if same(typed, prompt) { String::new() } else { typed.to_owned() }
}

/// Browsers send lines that end otherwise than they were drawn.
fn same(some: &str, other: &str) -> bool {
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n");
    lines(some).trim() == lines(other).trim()
}
