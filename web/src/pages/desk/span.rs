//! A span of time as a desk says it: in the largest unit that still tells something.

use std::time::Duration;

use folkmoot_common::Timestamp;

/// Up to here in minutes, and up to here in hours.
const MINUTES: u64 = 90;
const HOURS: u64 = 36;

/// A span: the unit's word in the names of messages, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) unit: &'static str,
    pub(crate) count: u64,
}

impl Span {
    pub(crate) fn of(span: Duration) -> Self {
        let minutes = span.as_secs() / 60;
        let hours = (minutes + 30) / 60;
        if minutes < MINUTES {
            Self { unit: "minutes", count: minutes.max(1) }
        } else if hours < HOURS {
            Self { unit: "hours", count: hours }
        } else {
            Self { unit: "days", count: (hours + 12) / 24 }
        }
    }
}

/// By when somebody should have looked: whether that has passed, and how long it is from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) late: bool,
    pub(crate) span: Span,
}

impl Due {
    pub(super) fn of(due: Timestamp, now: Timestamp) -> Self {
        let late = due < now;
        Self { late, span: Span::of(if late { now.since(due) } else { due.since(now) }) }
    }

    /// The message that says it.
    pub(crate) fn id(self) -> String {
        if self.late { format!("desk-late-{}", self.span.unit) } else { format!("desk-due-{}", self.span.unit) }
    }
}
