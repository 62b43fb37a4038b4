//! Letters in words: the same files that pages speak from, in the language that a reader chose.

use folkmoot_common::Language;
use folkmoot_people::{SignInLetter, Wording};

use crate::words::Words;

#[cfg(test)]
mod tests;

/// The words of a site's languages, for its letters.
pub(crate) struct Letters(pub(crate) Vec<Words>);

impl Wording for Letters {
    fn sign_in(&self, language: Option<&Language>, letter: &SignInLetter<'_>) -> (String, String) {
        let chosen = language.and_then(|language| Words::of_language(&self.0, language));
        let words = chosen.or_else(|| self.0.first().copied()).unwrap_or_else(Words::english);
        let subject = words.say("letter-sign-in-subject").with("site", letter.site).to_string();
        // The link leads to the page in the letter's own language.
        let link = format!("{}{}", letter.url, words.to(&letter.path));
        let text = words.say("letter-sign-in").with("site", letter.site).with("link", link).with("code", letter.code);
        let text = text.with("minutes", letter.minutes).with("url", letter.url);
        (subject, format!("{text}\n"))
    }
}
