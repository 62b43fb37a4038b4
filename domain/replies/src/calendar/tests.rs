//! Counting working days across weekends, bank holidays, and the council's own days.

use jiff::civil::date;

use super::{Calendar, Closure};
use crate::{Holiday, Nation};

fn wales() -> Calendar {
    Calendar::new(Nation::EnglandAndWales, [])
}

#[test]
fn a_weekend_does_not_count() {
    // 27 November 2026 is a Friday.
    assert_eq!(wales().after(date(2026, 11, 27), 1), date(2026, 11, 30));
    assert_eq!(wales().after(date(2026, 11, 28), 1), date(2026, 11, 30), "a Saturday counts from Monday, too");
    assert_eq!(wales().after(date(2026, 11, 27), 0), date(2026, 11, 27));
}

#[test]
fn twenty_days_over_christmas_are_longer_in_scotland() {
    let from = date(2026, 12, 14);
    assert_eq!(wales().after(from, 20), date(2027, 1, 14));
    assert_eq!(
        Calendar::new(Nation::Scotland, []).after(from, 20),
        date(2027, 1, 15),
        "2 January is a Saturday: Monday is off"
    );
}

#[test]
fn the_councils_own_days_stand_over_the_rules() {
    let own = [(date(2026, 12, 24), Closure::Closed), (date(2026, 12, 28), Closure::Open)];
    let calendar = Calendar::new(Nation::EnglandAndWales, own);
    assert!(!calendar.works_on(date(2026, 12, 24)) && calendar.works_on(date(2026, 12, 28)));
    assert_eq!(calendar.holiday(date(2026, 12, 28)), Some(Holiday::Boxing), "it is still that day");
    assert_eq!(calendar.after(date(2026, 12, 23), 1), date(2026, 12, 28));
}

#[test]
fn counting_back_is_counting_forth() {
    let calendar = wales();
    let from = date(2026, 3, 30);
    for days in 0..60 {
        assert_eq!(calendar.between(from, calendar.after(from, days)), days);
    }
}

#[test]
fn nobody_waits_for_ever() {
    let closed = (0..900).map(|n| (date(2026, 1, 1).saturating_add(jiff::Span::new().days(n)), Closure::Closed));
    let day = Calendar::new(Nation::EnglandAndWales, closed).next(date(2026, 1, 1));
    assert!(day > date(2027, 12, 1));
}
