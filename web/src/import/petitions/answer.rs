//! A Government's response as an answer of ours, which says its outcome in one word; theirs doesn't.
//!
//! The rule, the whole of it: an answer is “no” when its summary has one of the phrases of [`SHORT`], or its details have one
//! of [`LONG`], where the Government itself is who doesn't want to. Anything else is no answer in one word, and isn't
//! taken as one: a response that speaks of a plan, a review or a consultation promises nothing, and a board that
//! called it “yes” (or “no”) would put a word into the Government's mouth. The answer itself says how its outcome was read.

use folkmoot_common::Language;
use folkmoot_replies::{Line, Outcome, RawReply, ReplyText};

use super::reading::Response;
use crate::import::words;

/// Said in a summary, they are a no. Their apostrophes are straight.
const SHORT: [&str; 10] = [
    "no plans to",
    "no plans for",
    "no intention",
    "will not be",
    "does not intend",
    "do not intend",
    "does not support",
    "do not support",
    "does not believe",
    "do not believe",
];

/// Said anywhere, they are a no.
const LONG: [&str; 6] = [
    "the government has no plans",
    "the government has no intention",
    "the government will not",
    "the government does not intend",
    "the government does not support",
    "the government does not believe",
];

/// Words that names of departments have.
const DEPARTMENTS: [&str; 4] = ["Department", "Ministry", "Office", "Treasury"];

/// Who answers, when no department signed.
const GOVERNMENT: &str = "UK Government";

/// A response that can be an answer.
#[derive(Debug)]
pub(super) struct Answer {
    /// Which department signed it.
    pub(super) department: Line,
    /// What it says.
    pub(super) text: ReplyText,
    /// How its outcome was read.
    pub(super) why: String,
}

/// Reads a response; or says why it can't be an answer.
pub(super) fn answer(number: u64, response: &Response, language: &Language) -> Result<Answer, String> {
    let phrase = refusing(response).ok_or(
        "The response says neither yes nor no in words that can be read for sure, so it is not taken as an answer; \
         the petition is.",
    )?;
    let why = format!("The outcome “no” of the response was read from its words “{phrase}”.");
    let source = format!(
        "*From [petition {number}](https://petition.parliament.uk/petitions/{number}), under the Open Government Licence \
         v3.0. The source has no outcome in one word: “no” was read from the words “{phrase}”.*"
    );
    let said = [response.summary.trim(), response.details.trim()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    let room = ReplyText::MOST.saturating_sub(source.chars().count() + 2);
    let (said, mended) = words::body(&said, room);
    let raw = RawReply {
        outcome: Outcome::No.as_str().to_owned(),
        reasons: format!("{}\n\n{source}", said.as_str().trim_end()),
        role: "Official response".to_owned(),
        language: language.as_str().to_owned(),
        ..RawReply::default()
    };
    let text = ReplyText::parse(&raw).map_err(|why| format!("The response can’t be an answer: {why}"))?;
    let why = mended.map_or_else(|| why.clone(), |mended| format!("{why} {mended}"));
    Ok(Answer { department: department(&response.details), text, why })
}

/// The phrase that makes it a no.
fn refusing(response: &Response) -> Option<&'static str> {
    let plain = |text: &str| text.replace('\u{2019}', "'").to_lowercase();
    let (summary, details) = (plain(&response.summary), plain(&response.details));
    let short = SHORT.into_iter().find(|phrase| summary.contains(phrase));
    short.or_else(|| LONG.into_iter().find(|phrase| summary.contains(phrase) || details.contains(phrase)))
}

/// The department that signs on the last line, if that is a name and no sentence.
fn department(details: &str) -> Line {
    let last = details.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    let name = last.trim_end_matches('.');
    let is_name = DEPARTMENTS.iter().any(|word| name.contains(word))
        && name.chars().count() <= 80
        && name.split_whitespace().count() <= 10
        && !name.contains(['.', ':', '?', '!']);
    let named = if is_name { Line::parse("department", name, 2..=80).ok() } else { None };
    named.unwrap_or_else(|| Line::from_stored(GOVERNMENT.to_owned()))
}
