//! A promise from its threshold to its day: over holidays, pauses, extensions, and midnight.

use folkmoot_common::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::{Change, Duty, Kind, Line, Promise, Step};
use crate::{Calendar, Closure, Nation};

fn london() -> TimeZone {
    TimeZone::get("Europe/London").unwrap()
}

fn noon(day: Date) -> Timestamp {
    let zoned = day.at(12, 0, 0, 0).to_zoned(london()).unwrap();
    Timestamp::from_micros(zoned.timestamp().as_microsecond())
}

fn wales() -> Calendar {
    Calendar::new(Nation::EnglandAndWales, [])
}

/// The midnight at the end of a day.
fn end_of(day: Date) -> Timestamp {
    let zoned = day.tomorrow().unwrap().at(0, 0, 0, 0).to_zoned(london()).unwrap();
    Timestamp::from_micros(zoned.timestamp().as_microsecond())
}

/// With the day written down that the calendar of then leads to.
fn promise(reached: Date, working_days: u16, changes: Vec<Change>) -> Promise {
    let step = Step { kind: Kind::Reply, supporters: 50, working_days };
    let running = Promise { step, reached_at: noon(reached), due_at: None, changes, kept_at: None };
    let due_at = due(&running).map(end_of);
    Promise { due_at, ..running }
}

fn due(promise: &Promise) -> Option<Date> {
    promise.compute(&wales(), &london()).due
}

#[test]
fn ten_working_days_over_easter() {
    assert_eq!(due(&promise(date(2026, 3, 30), 10, Vec::new())), Some(date(2026, 4, 15)));
}

#[test]
fn a_pause_over_a_bank_holiday_gives_back_its_working_days_only() {
    let reason = "We wait for the county's figures.".to_owned();
    let paused = Change::Paused { at: noon(date(2026, 4, 2)), reason };
    let still = promise(date(2026, 3, 30), 10, vec![paused.clone()]);
    assert_eq!(due(&still), None);
    assert_eq!(
        still.duty(&wales(), &london(), noon(date(2030, 1, 1))),
        Duty::Paused,
        "nothing is late while it stands still"
    );
    let again = promise(date(2026, 3, 30), 10, vec![paused, Change::Resumed { at: noon(date(2026, 4, 8)) }]);
    // Thursday and Tuesday; Good Friday, the weekend and Easter Monday are no working days anyway.
    let computed = again.compute(&wales(), &london());
    assert_eq!(computed.lines.last(), Some(&Line::Stood(date(2026, 4, 2), date(2026, 4, 8), 2)));
    assert_eq!(computed.due, Some(date(2026, 4, 17)));
}

#[test]
fn an_extension_is_added_and_told() {
    let reason = "The survey comes first.".to_owned();
    let extended = Change::Extended { at: noon(date(2026, 4, 1)), working_days: 5, reason };
    let longer = promise(date(2026, 3, 30), 10, vec![extended]);
    assert_eq!(due(&longer), Some(date(2026, 4, 22)));
}

#[test]
fn it_is_late_from_the_next_day_on_the_councils_own_clock() {
    let one = promise(date(2026, 6, 29), 1, Vec::new());
    let at = |hour: i8| {
        let zoned = date(2026, 6, 30).at(hour, 30, 0, 0).to_zoned(london()).unwrap();
        Timestamp::from_micros(zoned.timestamp().as_microsecond())
    };
    assert_eq!(
        one.duty(&wales(), &london(), at(23)),
        Duty::Due(date(2026, 6, 30)),
        "half an hour before midnight in summer time"
    );
    assert_eq!(one.duty(&wales(), &london(), noon(date(2026, 7, 1))), Duty::Overdue(date(2026, 6, 30)));
}

#[test]
fn what_was_kept_stays_kept() {
    let kept = Promise { kept_at: Some(noon(date(2026, 4, 16))), ..promise(date(2026, 3, 30), 10, Vec::new()) };
    let late = Duty::Kept { on: date(2026, 4, 16), late: true };
    assert_eq!(kept.duty(&wales(), &london(), noon(date(2027, 1, 1))), late);
}

#[test]
fn lateness_is_counted_in_working_days() {
    let kept = |day: Date| Promise { kept_at: Some(noon(day)), ..promise(date(2026, 3, 30), 10, Vec::new()) };
    let late_by = |day: Date| kept(day).late_by(&wales(), &london());
    assert_eq!((late_by(date(2026, 4, 10)), late_by(date(2026, 4, 15))), (0, 0), "it is due on Wednesday the 15th");
    assert_eq!((late_by(date(2026, 4, 16)), late_by(date(2026, 4, 21))), (1, 4), "over a weekend");
    let still = promise(date(2026, 3, 30), 10, Vec::new());
    assert_eq!(still.late_by(&wales(), &london()), 0, "what isn't kept has no end to count to");
    let behind = |on: Date| still.behind(&wales(), &london(), noon(on));
    assert_eq!((behind(date(2026, 4, 15)), behind(date(2026, 4, 18)), behind(date(2026, 4, 21))), (0, 2, 4), "so far");
    let long_after = noon(date(2027, 1, 1));
    assert_eq!(kept(date(2026, 4, 21)).behind(&wales(), &london(), long_after), 4, "what is kept gets no later");
    let paused = Change::Paused { at: noon(date(2026, 4, 2)), reason: String::new() };
    let answered = Promise { changes: vec![paused], due_at: None, ..kept(date(2026, 9, 1)) };
    assert_eq!(answered.late_by(&wales(), &london()), 0, "while it stands still it has no day");
}

#[test]
fn a_calendar_that_changes_later_moves_no_day_of_what_was_kept() {
    let kept = |day: Date| Promise { kept_at: Some(noon(day)), ..promise(date(2026, 3, 30), 10, Vec::new()) };
    let closed = |day: Date| Calendar::new(Nation::EnglandAndWales, [(day, Closure::Closed)]);
    let open = |day: Date| Calendar::new(Nation::EnglandAndWales, [(day, Closure::Open)]);
    let late = kept(date(2026, 4, 16));
    let longer = closed(date(2026, 4, 14));
    assert_eq!(late.compute(&longer, &london()).due, Some(date(2026, 4, 16)), "by this calendar it would be in time");
    assert!(matches!(late.duty(&longer, &london(), noon(date(2027, 1, 1))), Duty::Kept { late: true, .. }));
    assert_eq!(late.late_by(&longer, &london()), 1);
    let told = late.told(&longer, &london());
    assert_eq!((told.due, told.lines), (Some(date(2026, 4, 15)), Vec::new()), "nobody can tell how it was found");
    let day_after = closed(date(2026, 4, 16));
    assert!(matches!(late.duty(&day_after, &london(), noon(date(2027, 1, 1))), Duty::Kept { late: true, .. }));
    assert_eq!(late.late_by(&day_after, &london()), 0, "on that day nobody works any more");

    let in_time = kept(date(2026, 4, 15));
    // As if the council had worked on Good Friday.
    let shorter = open(date(2026, 4, 3));
    assert_eq!(in_time.compute(&shorter, &london()).due, Some(date(2026, 4, 14)), "by this one it would be late");
    assert!(matches!(in_time.duty(&shorter, &london(), noon(date(2027, 1, 1))), Duty::Kept { late: false, .. }));
    assert_eq!(in_time.late_by(&shorter, &london()), 0);
    assert!(!in_time.told(&wales(), &london()).lines.is_empty(), "where nothing changed all is told");
}

#[test]
fn a_zone_that_is_corrected_later_moves_no_day_of_what_was_kept() {
    let kept = Promise { kept_at: Some(noon(date(2026, 4, 16))), ..promise(date(2026, 3, 30), 10, Vec::new()) };
    for zone in ["Europe/London", "UTC", "Europe/Helsinki", "America/New_York"] {
        let told = kept.told(&wales(), &TimeZone::get(zone).unwrap());
        assert_eq!(told.due, Some(date(2026, 4, 15)), "{zone}");
    }
}

#[test]
fn resuming_what_runs_and_pausing_twice_change_nothing() {
    let pause = |day: Date| Change::Paused { at: noon(day), reason: String::new() };
    let resume = |day: Date| Change::Resumed { at: noon(day) };
    let changes =
        vec![resume(date(2026, 3, 31)), pause(date(2026, 4, 1)), pause(date(2026, 4, 2)), resume(date(2026, 4, 3))];
    let computed = promise(date(2026, 3, 30), 10, changes).compute(&wales(), &london());
    assert_eq!(computed.lines.iter().filter(|line| matches!(line, Line::Stood(..))).count(), 1);
}
