//! What a page says of promises that were kept: by when, on which day, and how late.

use folkmoot_common::Timestamp;
use folkmoot_replies::{Computed, Day};
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::*;
use crate::words::Words;

/// A promise that ended with this day, kept on that one.
fn kept(kind: Kind, due: Option<Day>, on: Day, late_by: u16) -> Standing {
    let at = Timestamp::from_micros(0);
    let step = Step { kind, supporters: 50, working_days: 10 };
    let late = due.is_some_and(|due| on > due);
    Standing {
        promise: Promise { step, reached_at: at, due_at: None, changes: Vec::new(), kept_at: Some(at) },
        duty: Duty::Kept { on, late },
        computed: Computed { due, lines: Vec::new() },
        late_by,
    }
}

/// What the page says of it, in this language.
fn said(language: &str, standing: &Standing) -> String {
    let words = Words::of_site(&[language.to_owned()])[0];
    let one = Fulfilled::of(standing).unwrap();
    let day = |when: When| when.words(words, &TimeZone::UTC);
    let late = words.say("promise-days-late").with("count", one.late_by);
    let said = words.say(&one.says).with("on", day(one.on)).with("late", late);
    match one.day {
        Some(promised) => said.with("when", day(promised)).to_string(),
        None => said.to_string(),
    }
}

const FRIDAY: Option<Day> = Some(date(2027, 3, 12));

#[test]
fn an_answer_in_time_says_so() {
    let standing = kept(Kind::Reply, FRIDAY, date(2027, 3, 10), 0);
    let english = "The council promised an answer by 12 March 2027. It answered on 10 March 2027, in time.";
    assert_eq!(said("en", &standing), english);
    assert!(said("cy", &standing).ends_with("mewn pryd."), "{}", said("cy", &standing));
}

#[test]
fn a_late_answer_says_how_late() {
    let said_late = |on, late_by| said("en", &kept(Kind::Reply, FRIDAY, on, late_by));
    let (begins, on) = ("The council promised an answer by 12 March 2027. It answered on", date(2027, 3, 18));
    assert_eq!(said_late(on, 4), format!("{begins} 18 March 2027, 4 working days late."));
    assert_eq!(said_late(date(2027, 3, 15), 1), format!("{begins} 15 March 2027, 1 working day late."));
    // On the Saturday after it no working day has passed.
    assert_eq!(said_late(date(2027, 3, 13), 0), format!("{begins} 13 March 2027, late."));
    let welsh = said("cy", &kept(Kind::Reply, FRIDAY, on, 2));
    assert!(welsh.ends_with("2 ddiwrnod gwaith yn hwyr."), "{welsh}");
}

#[test]
fn each_kind_is_said_in_its_own_words_and_without_a_day_too() {
    for language in ["en", "cy"] {
        let mut all = std::collections::BTreeSet::new();
        for kind in Kind::ALL {
            for due in [FRIDAY, Some(date(2027, 3, 31)), None] {
                let said = said(language, &kept(kind, due, date(2027, 3, 18), 4));
                assert!(!said.contains("promise-") && !said.contains('$') && all.insert(said.clone()), "{said}");
            }
        }
    }
}

#[test]
fn what_the_answer_kept_besides_is_told_only_where_it_alone_was_late() {
    let on = date(2027, 3, 10);
    let seen = |due: Option<Day>| kept(Kind::Acknowledge, due, on, 0);
    let (answer, early) = (kept(Kind::Reply, FRIDAY, on, 0), Some(date(2027, 3, 5)));
    assert!(goes_without_saying(&seen(FRIDAY), &[seen(FRIDAY), answer.clone()]), "both in time");
    assert!(!goes_without_saying(&seen(early), &[seen(early), answer.clone()]), "it alone was late");
    let late = kept(Kind::Reply, early, on, 3);
    assert!(goes_without_saying(&seen(early), &[seen(early), late]), "the answer says how late it was");
    assert!(!goes_without_saying(&seen(FRIDAY), &[seen(FRIDAY)]), "without an answer");
    let mut before = seen(FRIDAY);
    before.promise.kept_at = Some(Timestamp::from_micros(-1));
    assert!(!goes_without_saying(&before, &[before.clone(), answer.clone()]), "by a word of its own");
    assert!(!goes_without_saying(&answer, &[seen(FRIDAY), answer.clone()]), "an answer is always told");
}

#[test]
fn what_runs_is_not_kept_and_what_was_kept_does_not_run() {
    let done = kept(Kind::Reply, FRIDAY, date(2027, 3, 10), 0);
    assert!(Running::of(&done).is_none());
    let runs = Standing { duty: Duty::Due(date(2027, 3, 12)), ..done };
    assert!(Fulfilled::of(&runs).is_none() && Running::of(&runs).is_some());
}
