//! An instant as a page says it: words for people, and the exact time for their browser.

use folkmoot_common::Timestamp;
use time::OffsetDateTime;

/// An instant in words, for a `<time>` element.
#[derive(Debug, Clone)]
pub(crate) struct When {
    /// For the `datetime` attribute.
    pub(crate) exact: String,
    /// For people: `3 November 2026`, perhaps with the time of day.
    pub(crate) words: String,
}

impl When {
    /// The day.
    pub(crate) fn day(at: Timestamp) -> Self {
        let utc = at.to_utc();
        Self { exact: exact(utc), words: day(utc) }
    }

    /// The day and the time of day.
    pub(crate) fn minute(at: Timestamp) -> Self {
        let utc = at.to_utc();
        Self { exact: exact(utc), words: format!("{}, {:02}:{:02} UTC", day(utc), utc.hour(), utc.minute()) }
    }
}

fn exact(at: OffsetDateTime) -> String {
    let (date, time) = (at.date(), at.time());
    let month = u8::from(date.month());
    format!(
        "{:04}-{month:02}-{:02}T{:02}:{:02}:{:02}Z",
        date.year(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn day(at: OffsetDateTime) -> String {
    format!("{} {} {}", at.day(), at.month(), at.year())
}
