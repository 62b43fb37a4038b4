//! The rules beside the days that were published for years that have passed, and for some to come.

use jiff::civil::{Date, date};

use super::{Holiday, Nation, bank_holidays, easter, next_bank_holidays};

fn days(year: i16, nation: Nation) -> Vec<Date> {
    bank_holidays(year, nation).into_iter().map(|(day, _)| day).collect()
}

#[test]
fn easter_falls_where_it_fell() {
    for (year, month, day) in [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25)]
    {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn england_and_wales_as_published_for_2026() {
    let expected = [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)];
    assert_eq!(days(2026, Nation::EnglandAndWales), expected.map(|(month, day)| date(2026, month, day)));
}

#[test]
fn scotland_as_published_for_2026() {
    let expected = [(1, 1), (1, 2), (4, 3), (5, 4), (5, 25), (8, 3), (11, 30), (12, 25), (12, 28)];
    assert_eq!(days(2026, Nation::Scotland), expected.map(|(month, day)| date(2026, month, day)));
}

#[test]
fn northern_ireland_as_published_for_2026() {
    let expected = [(1, 1), (3, 17), (4, 3), (4, 6), (5, 4), (5, 25), (7, 13), (8, 31), (12, 25), (12, 28)];
    assert_eq!(days(2026, Nation::NorthernIreland), expected.map(|(month, day)| date(2026, month, day)));
}

#[test]
fn two_holidays_on_one_weekend_have_two_substitutes() {
    // In 2027 Christmas is a Saturday, in 2021 it was, too; in 2022 it was a Sunday.
    for (year, days_of) in [(2021, [27, 28]), (2022, [27, 26]), (2027, [27, 28])] {
        let found = bank_holidays(year, Nation::EnglandAndWales);
        let on = |which: Holiday| found.iter().find(|(_, holiday)| *holiday == which).map(|(day, _)| day.day());
        assert_eq!([on(Holiday::Christmas), on(Holiday::Boxing)], days_of.map(Some), "{year}");
    }
}

#[test]
fn the_new_year_of_scotland_moves_as_one() {
    let found = days(2022, Nation::Scotland);
    assert_eq!(found[..2], [date(2022, 1, 3), date(2022, 1, 4)], "Saturday and Sunday become Monday and Tuesday");
}

#[test]
fn what_comes_next_goes_on_into_the_next_year() {
    let next = |from: Date, most: usize| -> Vec<Date> {
        next_bank_holidays(from, Nation::Scotland, most).into_iter().map(|(day, _)| day).collect()
    };
    let boxing = date(2026, 12, 28);
    assert_eq!(next(boxing, 3), [boxing, date(2027, 1, 1), date(2027, 1, 4)], "the day itself, then next year's");
    assert_eq!(next(date(2026, 12, 31), 8).len(), 8);
}
