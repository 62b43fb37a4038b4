//! Digests leave in the council's morning, whatever the season.

use super::*;

fn at(text: &str) -> Timestamp {
    let instant: jiff::Timestamp = text.parse().unwrap();
    Timestamp::from_micros(instant.as_microsecond())
}

fn next(text: &str) -> NextDigests {
    NextDigests::after(at(text), &TimeZone::get("Europe/London").unwrap())
}

#[test]
fn the_next_morning_is_the_councils_own() {
    // Summer: eight o'clock there is seven in UTC.
    assert_eq!(next("2026-07-01T06:59:59Z").daily, at("2026-07-01T07:00:00Z"));
    assert_eq!(next("2026-07-01T07:00:00Z").daily, at("2026-07-02T07:00:00Z"), "what comes then waits for the next");
    assert_eq!(next("2026-12-01T12:00:00Z").daily, at("2026-12-02T08:00:00Z"));
}

#[test]
fn a_week_ends_on_monday_morning_across_the_change_of_clocks() {
    assert_eq!(next("2026-10-24T12:00:00Z").daily, at("2026-10-25T08:00:00Z"));
    assert_eq!(next("2026-10-24T12:00:00Z").weekly, at("2026-10-26T08:00:00Z"));
    assert_eq!(next("2026-10-26T08:00:00Z").weekly, at("2026-11-02T08:00:00Z"));
    assert_eq!(next("2026-10-26T07:59:59Z").weekly, at("2026-10-26T08:00:00Z"));
}

#[test]
fn every_choice_is_read_back() {
    assert!(NoticePace::ALL.into_iter().all(|pace| NoticePace::parse(pace.as_str()) == Some(pace)));
    assert_eq!(NoticePace::parse("hourly"), None);
}
