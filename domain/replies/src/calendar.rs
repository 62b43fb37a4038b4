//! Which days a council works, and by when a number of them has passed. The calendar is the council's: bank holidays by rule,
//! days that it closes besides, and days that it works although a rule says otherwise.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::bank_holidays::{Holiday, Nation, bank_holidays, is_weekend};
use crate::port::OwnDay;

#[cfg(test)]
mod tests;

/// What the council says of one day, over the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closure {
    /// The offices are closed.
    Closed,
    /// They are open, whatever a rule says.
    Open,
}

/// The days on which a council works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    nation: Nation,
    own: BTreeMap<Date, Closure>,
}

impl Calendar {
    /// The calendar of a nation, with the council's own days over it.
    #[must_use]
    pub fn new(nation: Nation, own: impl IntoIterator<Item = (Date, Closure)>) -> Self {
        Self { nation, own: own.into_iter().collect() }
    }

    /// The same, with its days as they are kept.
    pub(crate) fn of(nation: Nation, own: &[OwnDay]) -> Self {
        Self::new(nation, own.iter().map(|own| (own.day, own.closure)))
    }

    /// Whose bank holidays it keeps.
    #[must_use]
    pub const fn nation(&self) -> Nation {
        self.nation
    }

    /// Whether the council works on that day.
    #[must_use]
    pub fn works_on(&self, day: Date) -> bool {
        match self.own.get(&day) {
            Some(closure) => *closure == Closure::Open,
            None => !is_weekend(day) && self.holiday(day).is_none(),
        }
    }

    /// The bank holiday of that day, by rule.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<Holiday> {
        bank_holidays(day.year(), self.nation).into_iter().find(|(on, _)| *on == day).map(|(_, holiday)| holiday)
    }

    /// The last of so many working days after a day, which doesn't count itself: what is promised within one working day on
    /// a Friday is due on Monday. None of them is the day itself.
    #[must_use]
    pub fn after(&self, from: Date, working_days: u16) -> Date {
        let mut day = from;
        for _ in 0..working_days {
            day = self.next(day);
        }
        day
    }

    /// The next working day after a day. A calendar in which nobody works for two years has none: its last day is given.
    #[must_use]
    pub fn next(&self, from: Date) -> Date {
        let mut day = from;
        for _ in 0..FARTHEST {
            day = day.saturating_add(1.day());
            if self.works_on(day) {
                break;
            }
        }
        day
    }

    /// How many working days lie after one day, up to and with another.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> u16 {
        let mut day = from;
        let mut count: u16 = 0;
        while day < to {
            day = day.saturating_add(1.day());
            count = count.saturating_add(u16::from(self.works_on(day)));
        }
        count
    }
}

/// No council is closed for longer.
const FARTHEST: u16 = 2 * 366;
