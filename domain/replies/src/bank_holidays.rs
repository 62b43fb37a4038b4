//! Bank holidays of the United Kingdom by rule, for any year: those that stand in law, with their substitute days. A day that
//! is proclaimed for one year (a coronation, a jubilee) has no rule: a council closes it in its own calendar.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

#[cfg(test)]
mod tests;

/// Whose holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nation {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// The word in the API and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "ENGLAND_AND_WALES",
            Self::Scotland => "SCOTLAND",
            Self::NorthernIreland => "NORTHERN_IRELAND",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nation| nation.as_str() == word)
    }
}

/// Which holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 2 January, in Scotland.
    SecondOfJanuary,
    /// 17 March, in Northern Ireland.
    SaintPatrick,
    /// The Friday before Easter.
    GoodFriday,
    /// The Monday after Easter, not in Scotland.
    EasterMonday,
    /// The first Monday of May.
    EarlyMay,
    /// The last Monday of May.
    Spring,
    /// 12 July, in Northern Ireland.
    TwelfthOfJuly,
    /// The last Monday of August; in Scotland the first.
    Summer,
    /// 30 November, in Scotland.
    SaintAndrew,
    /// 25 December.
    Christmas,
    /// 26 December.
    Boxing,
}

/// The days of a year on which offices are closed, in order: a holiday that falls on a weekend has its substitute day instead.
#[must_use]
pub fn bank_holidays(year: i16, nation: Nation) -> Vec<(Date, Holiday)> {
    let easter = easter(year);
    let mut days = on_working_days(fixed(year, nation));
    days.push((easter.saturating_sub(2.days()), Holiday::GoodFriday));
    if nation != Nation::Scotland {
        days.push((easter.saturating_add(1.day()), Holiday::EasterMonday));
    }
    days.push((first_monday(year, 5), Holiday::EarlyMay));
    days.push((last_monday(year, 5), Holiday::Spring));
    let summer = if nation == Nation::Scotland { first_monday(year, 8) } else { last_monday(year, 8) };
    days.push((summer, Holiday::Summer));
    days.sort_unstable();
    days
}

/// The next of them, a day itself among them. Every year has eight at the least, so that many are always found.
#[must_use]
pub fn next_bank_holidays(from: Date, nation: Nation, most: usize) -> Vec<(Date, Holiday)> {
    let years = [from.year(), from.year().saturating_add(1)];
    let days = years.into_iter().flat_map(|year| bank_holidays(year, nation));
    days.filter(|(day, _)| *day >= from).take(most).collect()
}

/// Those that have a day of their own in every year.
fn fixed(year: i16, nation: Nation) -> Vec<(Date, Holiday)> {
    let mut fixed = vec![(date(year, 1, 1), Holiday::NewYear)];
    match nation {
        Nation::EnglandAndWales => {}
        Nation::Scotland => {
            fixed.push((date(year, 1, 2), Holiday::SecondOfJanuary));
            fixed.push((date(year, 11, 30), Holiday::SaintAndrew));
        }
        Nation::NorthernIreland => {
            fixed.push((date(year, 3, 17), Holiday::SaintPatrick));
            fixed.push((date(year, 7, 12), Holiday::TwelfthOfJuly));
        }
    }
    fixed.push((date(year, 12, 25), Holiday::Christmas));
    fixed.push((date(year, 12, 26), Holiday::Boxing));
    fixed
}

/// Who falls on a weekend gets the next day that nobody has: whoever falls on a working day keeps it.
fn on_working_days(fixed: Vec<(Date, Holiday)>) -> Vec<(Date, Holiday)> {
    let (moved, mut days): (Vec<_>, Vec<_>) = fixed.into_iter().partition(|(day, _)| is_weekend(*day));
    for (mut day, holiday) in moved {
        while is_weekend(day) || days.iter().any(|(taken, _)| *taken == day) {
            day = day.saturating_add(1.day());
        }
        days.push((day, holiday));
    }
    days
}

pub(crate) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn first_monday(year: i16, month: i8) -> Date {
    let first = date(year, month, 1);
    let ahead = i64::from((8 - first.weekday().to_monday_one_offset()) % 7);
    first.saturating_add(ahead.days())
}

fn last_monday(year: i16, month: i8) -> Date {
    let last = date(year, month, 1).last_of_month();
    last.saturating_sub(i64::from(last.weekday().to_monday_zero_offset()).days())
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm ("Meeus/Jones/Butcher").
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    // Both are small by construction: Easter falls between 22 March and 25 April.
    date(year, i8::try_from(month).unwrap_or(4), i8::try_from(day).unwrap_or(1))
}
