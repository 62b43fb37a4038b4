//! What an answer begins with while nobody has written any of it: headings that ask for what a citizen wants to know, and
//! the comments to take up. They are prompts and no answer: what nobody wrote below is taken out before anybody reads it.

use folkmoot_replies::RawReply;

use super::voices::Side;
use crate::words::Words;

#[cfg(test)]
mod tests;

/// The headings, by their messages' names.
const HEADINGS: [&str; 3] = ["officers-skeleton-asked", "officers-skeleton-found", "officers-skeleton-why"];

/// The beginning of the reasons.
pub(super) fn reasons(words: Words) -> String {
    headings(words).map(|heading| format!("{heading}\n\n\n")).collect::<String>().trim_end().to_owned()
}

fn headings(words: Words) -> impl Iterator<Item = String> {
    HEADINGS.into_iter().map(move |id| format!("### {}", words.say(id)))
}

/// The beginning of what was done with people's arguments: a line for each that the pack shows, linked. Nothing where
/// nobody argued.
pub(super) fn arguments(words: Words, sides: &[Side], whole: impl Fn(&str) -> String) -> String {
    let line = |number: i32, path: &str| {
        let said = words.say("officers-skeleton-comment").with("comment", i64::from(number));
        format!("- [{said}]({}):\n", whole(path))
    };
    sides.iter().flat_map(|side| side.voices.iter().map(|voice| line(voice.number, &voice.path))).collect()
}

/// An answer as it was written, without the prompts of these languages that nobody wrote below.
pub(super) fn written(languages: &[Words], raw: &RawReply) -> RawReply {
    let prompts: Vec<String> = languages.iter().flat_map(|words| headings(*words)).collect();
    RawReply {
        reasons: without_headings(&raw.reasons, &prompts),
        arguments: without_lines(&raw.arguments),
        ..raw.clone()
    }
}

/// A heading of ours goes when nothing stands between it and the next one.
fn without_headings(text: &str, prompts: &[String]) -> String {
    let is_prompt = |line: &str| prompts.iter().any(|prompt| prompt == line.trim_end());
    let lines: Vec<&str> = text.lines().collect();
    let is_bare = |nth: usize| {
        let next = lines.iter().skip(nth + 1).find(|line| !line.trim().is_empty());
        next.is_none_or(|next| is_prompt(next))
    };
    if !lines.iter().enumerate().any(|(nth, line)| is_prompt(line) && is_bare(nth)) {
        return text.to_owned();
    }
    let kept = lines.iter().enumerate().filter(|(nth, line)| !(is_prompt(line) && is_bare(*nth)));
    kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// A line that names a comment and says nothing of it goes.
fn without_lines(text: &str) -> String {
    let is_prompt = |line: &str| line.starts_with("- [") && line.trim_end().ends_with("):");
    if !text.lines().any(is_prompt) {
        return text.to_owned();
    }
    text.lines().filter(|line| !is_prompt(line)).collect::<Vec<_>>().join("\n").trim().to_owned()
}
