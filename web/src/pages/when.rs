//! An instant as a page says it: in the language of the page and on the council's own clock, with the exact time for
//! the browser.

use folkmoot_common::Timestamp;
use jiff::tz::TimeZone;

use crate::words::{Html, Words};

/// An instant that a page names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct When {
    at: Timestamp,
    detail: Detail,
}

/// How much of an instant matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    Month,
    Day,
    /// A day that is no instant: the same on every clock.
    Date,
    Minute,
}

/// Midnight of UTC comes round so often.
const A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

impl When {
    /// The month alone. Say it in words: the exact time of an element would tell more.
    pub(crate) const fn month(at: Timestamp) -> Self {
        Self { at, detail: Detail::Month }
    }

    /// The day.
    pub(crate) const fn day(at: Timestamp) -> Self {
        Self { at, detail: Detail::Day }
    }

    /// A day of a calendar, the same on every clock.
    pub(crate) fn date(day: folkmoot_replies::Day) -> Self {
        let midnight = day.at(0, 0, 0, 0).to_zoned(TimeZone::UTC).map(|at| at.timestamp().as_microsecond());
        Self { at: Timestamp::from_micros(midnight.unwrap_or_default()), detail: Detail::Date }
    }

    /// The day and the time of day.
    pub(crate) const fn minute(at: Timestamp) -> Self {
        Self { at, detail: Detail::Minute }
    }

    /// As much as is known. An import whose source has no times of day brings days, which begin at midnight of UTC to
    /// the microsecond: an instant that nobody posts at.
    pub(crate) const fn known(at: Timestamp) -> Self {
        Self { at, detail: if at.micros() % A_DAY == 0 { Detail::Date } else { Detail::Minute } }
    }

    /// For people: `3 November 2026`, perhaps with the time of day.
    pub(crate) fn words(self, words: Words, zone: &TimeZone) -> String {
        let clock = if self.detail == Detail::Date { TimeZone::UTC } else { zone.clone() };
        let here = self.instant().to_zoned(clock);
        let said = words.say(match self.detail {
            Detail::Month => "date-month",
            Detail::Day | Detail::Date => "date-day",
            Detail::Minute => "date-minute",
        });
        let said = said.with("month", here.month().unsigned_abs()).with("year", here.year().to_string());
        let said = if self.detail == Detail::Month { said } else { said.with("day", here.day().to_string()) };
        match self.detail {
            Detail::Minute => {
                said.with("hour", here.hour().to_string()).with("minute", format!("{:02}", here.minute())).to_string()
            }
            _ => said.to_string(),
        }
    }

    /// As a `<time>` element.
    pub(crate) fn html(self, words: Words, zone: &TimeZone) -> Html {
        Html::ours(format!("<time datetime=\"{}\">{}</time>", self.exact(), self.words(words, zone)))
    }

    /// For browsers and other software: `2026-11-03T09:30:00Z`, or the day alone.
    pub(crate) fn exact(self) -> String {
        if self.detail == Detail::Date {
            return self.instant().to_zoned(TimeZone::UTC).date().to_string();
        }
        jiff::fmt::temporal::DateTimePrinter::new().precision(Some(0)).timestamp_to_string(&self.instant())
    }

    /// An instant that no calendar reaches is shown as the beginning of time.
    fn instant(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.at.micros()).unwrap_or_default()
    }
}
