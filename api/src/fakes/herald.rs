//! The words of letters about answers, where no test reads them: it says as little as a herald can.

use folkmoot_common::Language;
use folkmoot_replies::{Day, Herald, LetterWords, News};

/// It has one word for everything.
pub(super) struct Mute;

impl Herald for Mute {
    fn languages(&self) -> Vec<Language> {
        vec![Language::english()]
    }
    fn letter(&self, _language: Option<&Language>, _news: &News<'_>) -> LetterWords {
        LetterWords { subject: "News".to_owned(), text: "News.".to_owned() }
    }
    fn day(&self, _language: Option<&Language>, day: Day) -> String {
        day.to_string()
    }
}
