//! How often somebody wants to hear: when it happens, once a day, once a week, or never. Digests leave at the council's
//! eight o'clock.

use folkmoot_common::Timestamp;
use jiff::civil::{Time, Weekday, time};
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, Zoned};

#[cfg(test)]
mod tests;

/// When digests leave.
const MORNING: Time = time(8, 0, 0, 0);

/// How often somebody hears of what they support and follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NoticePace {
    /// When it happens.
    #[default]
    AtOnce,
    /// In the morning, everything since the last.
    Daily,
    /// On Monday morning, everything since the last.
    Weekly,
    /// Not at all.
    Never,
}

/// When the next digests leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextDigests {
    /// To those who want one a day.
    pub daily: Timestamp,
    /// To those who want one a week.
    pub weekly: Timestamp,
}

impl NoticePace {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Daily, Self::Weekly, Self::Never];

    /// The word it is stored as.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "never",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.as_str() == word)
    }
}

impl NextDigests {
    /// Those after this moment, on the council's own clock.
    #[must_use]
    pub fn after(now: Timestamp, zone: &TimeZone) -> Self {
        Self { daily: next(now, zone, |_| true), weekly: next(now, zone, |day| day == Weekday::Monday) }
    }
}

/// The next morning on such a day. A morning that the calendar doesn't have is a day from now.
fn next(now: Timestamp, zone: &TimeZone, is_day: impl Fn(Weekday) -> bool) -> Timestamp {
    let instant = jiff::Timestamp::from_microsecond(now.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let here = instant.to_zoned(zone.clone());
    let morning = |days: i32| -> Option<Zoned> {
        here.date().checked_add(days.days()).ok()?.to_datetime(MORNING).to_zoned(zone.clone()).ok()
    };
    let found = (0..=7).filter_map(morning).find(|morning| *morning > here && is_day(morning.weekday()));
    found.map_or_else(
        || now.plus(std::time::Duration::from_secs(24 * 60 * 60)),
        |morning| Timestamp::from_micros(morning.timestamp().as_microsecond()),
    )
}
