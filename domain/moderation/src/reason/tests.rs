//! The council's words stand over the program's, and what it retired is retired in every language.

use folkmoot_common::Language;

use super::{Reason, ReasonCode, catalogue};
use crate::{LetterText, News, Settled, Voice};

struct Program;

impl Voice for Program {
    fn languages(&self) -> Vec<Language> {
        vec![language("en"), language("cy")]
    }

    fn letter(&self, _language: Option<&Language>, _news: &News<'_>) -> LetterText {
        LetterText::default()
    }

    fn reason(&self, language: &Language, code: &str) -> Option<Reason> {
        Some(reason(code, &format!("{} {code}", language.as_str()), false))
    }
}

fn language(code: &str) -> Language {
    Language::from_stored(code.to_owned())
}

fn reason(code: &str, title: &str, retired: bool) -> Reason {
    Reason {
        code: ReasonCode::stored(code.to_owned()),
        title: title.to_owned(),
        rule: "A rule".to_owned(),
        words: "Words.".to_owned(),
        mend: "Mend it.".to_owned(),
        retired,
    }
}

#[test]
fn the_councils_words_stand_over_the_programs_in_their_language() {
    let settled = [Settled { language: language("en"), reason: reason("SPAM", "Adverts", false) }];
    assert_eq!(catalogue(&Program, &language("en"), &settled)[0].title, "Adverts");
    assert_eq!(catalogue(&Program, &language("cy"), &settled)[0].title, "cy SPAM");
}

#[test]
fn what_is_retired_is_retired_in_every_language() {
    let settled = [Settled { language: language("en"), reason: reason("SPAM", "Adverts", true) }];
    for code in ["en", "cy"] {
        let all = catalogue(&Program, &language(code), &settled);
        assert!(all[0].retired && all[1..].iter().all(|one| !one.retired), "{code}");
    }
}

#[test]
fn a_reason_of_the_councils_own_is_said_in_the_language_it_has() {
    let settled = [Settled { language: language("cy"), reason: reason("LITTER", "Sbwriel", false) }];
    let all = catalogue(&Program, &language("en"), &settled);
    assert_eq!(all.last().map(|one| one.title.as_str()), Some("Sbwriel"));
    assert_eq!(all.len(), 10);
}
