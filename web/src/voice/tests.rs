//! Every letter of moderation is whole in every language: no message is missing, and what must be said is said.

use folkmoot_common::{Id as _, Language, PersonId, Timestamp};
use folkmoot_moderation::{
    ActKind, Along, Ground, LetterText, Named, News, RECEIPT, Receipt, STANDARD, Target, Voice as _,
};

use super::Voice;
use crate::config::Config;
use crate::words::Words;

fn voice() -> Voice {
    let config = Config::embedded().unwrap();
    let theme = crate::theme::Theme::open(&config.theme).unwrap();
    let wardrobe = std::sync::Arc::new(crate::dress::Wardrobe::new(&config, theme));
    Voice::new(&Words::of_site(&config.site.languages), &config, wardrobe)
}

fn named() -> Named<'static> {
    let target = Target::Idea(folkmoot_common::IdeaId::from_uuid(uuid::Uuid::nil()));
    Named { target, number: Some(7), comment: None, title: "More benches", path: "/ideas/7", of_edit: false }
}

fn whole(letter: &LetterText) {
    for text in [&letter.subject, &letter.text] {
        assert!(!text.contains("letter-") && !text.contains("{ $") && !text.contains("reason-"), "{text}");
    }
    assert!(!letter.subject.is_empty() && !letter.subject.contains('\n'));
}

#[test]
fn a_refusal_says_what_why_by_which_rule_how_to_mend_it_and_how_to_appeal() {
    let voice = voice();
    for language in voice.languages() {
        for code in STANDARD {
            let reason = voice.reason(&language, code).unwrap();
            let news = News::Decided {
                about: named(),
                act: ActKind::Reject,
                reason: Some(&reason),
                note: Some("Please\nmind the neighbours."),
                until: None,
                into: None,
                appeal: Some("/decisions/1/appeal"),
            };
            let letter = voice.letter(Some(&language), &news);
            whole(&letter);
            for must in
                [&*reason.title, &*reason.rule, &*reason.words, &*reason.mend, "/decisions/1/appeal", "More benches"]
            {
                assert!(letter.text.contains(must), "{must} is not in {}", letter.text);
            }
            assert!(letter.text.contains("> Please\n> mind the neighbours."), "{}", letter.text);
        }
    }
}

#[test]
fn every_other_letter_is_whole_too() {
    let voice = voice();
    let receipt = Receipt::parse("7KQ4M2XD").unwrap();
    let (by, about) = (Timestamp::from_millis(1_800_000_000_000), named());
    let person = Named { target: Target::Person(PersonId::from_uuid(uuid::Uuid::nil())), ..about };
    let acts =
        [ActKind::Publish, ActKind::PublishAndTrust, ActKind::Hide, ActKind::Restore, ActKind::Redact, ActKind::Merge]
            .into_iter()
            .chain([ActKind::Move, ActKind::Warn, ActKind::Suspend, ActKind::ResetName]);
    let decided = acts.map(|act| News::Decided {
        about: person,
        act,
        reason: None,
        note: None,
        until: Some(by),
        into: Some((9, "Benches")),
        appeal: None,
    });
    let others = [
        News::Held { about, by },
        News::Carried { from: (7, "More benches"), into: (9, "Benches"), to: Along::Carried },
        News::Carried { from: (7, "More benches"), into: (9, "Benches"), to: Along::Voted },
        News::Carried { from: (7, "More benches"), into: (9, "Benches"), to: Along::Follows },
        News::Reported {
            about,
            receipt: &receipt,
            ground: Ground::Spam,
            details: Some("Pills"),
            answer_to: None,
            known: true,
        },
        News::ReportKept { about, receipt: &receipt, by },
        News::ReportGone,
        News::TakenBack,
        News::Hidden { number: 7, reason: None },
        News::ReportAnswered { about, acted: true },
        News::ReportAnswered { about, acted: false },
        News::Corrected {
            about: Named { target: Target::Person(PersonId::from_uuid(uuid::Uuid::nil())), title: "", ..about },
            act: ActKind::Suspend,
            note: "It was no spam.",
        },
        News::Corrected { about, act: ActKind::Hide, note: "It was no spam." },
        News::Corrected { about, act: ActKind::PublishAndTrust, note: "Too early." },
        News::AppealAnswered { about, by_reporter: false, overturned: true, answer: "Sorry." },
        News::AppealAnswered { about, by_reporter: false, overturned: false, answer: "It stands." },
        News::AppealAnswered { about, by_reporter: true, overturned: true, answer: "Sorry." },
        News::AppealAnswered { about, by_reporter: true, overturned: false, answer: "It stands." },
    ];
    for news in decided.chain(others) {
        for language in [None, Some(Language::from_stored("cy".to_owned()))] {
            let letter = voice.letter(language.as_ref(), &news);
            let answered = matches!(
                news,
                News::ReportAnswered { .. } | News::ReportGone | News::AppealAnswered { by_reporter: true, .. }
            );
            assert_eq!(letter.text.contains(RECEIPT), answered, "{}", letter.text);
            whole(&letter);
        }
    }
}

#[test]
fn what_becomes_of_a_promise_is_said_with_its_reason_and_its_day() {
    use folkmoot_replies::{Day, Herald, Kind, LetterWords, Named, News};
    let voice = voice();
    let about = Named { number: 7, title: "More benches", path: "/ideas/7" };
    let (why, due) = ("We wait for the survey.", Day::new(2030, 3, 14).ok());
    for kind in Kind::ALL {
        for mine in [true, false] {
            let news = [
                (News::Paused { about, mine, kind, why }, true, false),
                (News::Resumed { about, mine, kind, due }, false, true),
                (News::Extended { about, mine, kind, due, why }, true, true),
                (News::Extended { about, mine, kind, due: None, why }, true, false),
                (News::Kept { about, mine, kind, words: why }, true, false),
            ];
            for (news, reason, day) in news {
                for language in folkmoot_moderation::Voice::languages(&voice) {
                    let LetterWords { subject, text } = Herald::letter(&voice, Some(&language), &news);
                    whole(&LetterText { subject, text: text.clone(), others: Vec::new() });
                    assert!(!text.contains("promise-") && text.contains("More benches"), "{text}");
                    assert_eq!((text.contains("> We wait"), text.contains("2030")), (reason, day), "{text}");
                }
            }
        }
    }
}
