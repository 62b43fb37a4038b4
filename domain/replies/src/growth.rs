//! How the numbers of an idea grew, day by day, for whoever answers it. It counts votes and comments as they stand now, so
//! that its end is what everybody reads; no line of it names anybody.

use jiff::Span;
use jiff::civil::{Date, date};

/// The first day.
const BEGINNING: Date = date(1970, 1, 1);

/// The numbers of an idea at the end of a day on which one of them moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Growth {
    /// The day, since 1970 in UTC.
    pub day: i64,
    /// Who supports it now, and had said so last by then.
    pub support: i64,
    /// Who opposes it now, and had said so last by then.
    pub oppose: i64,
    /// Comments that stand under it now, and had been written by then.
    pub comments: i64,
}

impl Growth {
    /// The day. One that no calendar has is the last one.
    #[must_use]
    pub fn on(&self) -> Date {
        let since = Span::new().try_days(self.day);
        since.and_then(|since| BEGINNING.checked_add(since)).unwrap_or(Date::MAX)
    }
}

/// What came new on each day, summed up; the days in order.
pub(crate) fn summed(news: Vec<Growth>) -> Vec<Growth> {
    let add = |sum: &mut Growth, new: Growth| {
        *sum = Growth {
            day: new.day,
            support: sum.support.saturating_add(new.support),
            oppose: sum.oppose.saturating_add(new.oppose),
            comments: sum.comments.saturating_add(new.comments),
        };
        Some(*sum)
    };
    news.into_iter().scan(Growth::default(), add).collect()
}
