//! How the numbers of an idea grew, day by day, for whoever answers it. It counts votes and comments as they stand now, so
//! that its end is what everybody reads. It refuses to tell of fewer votes than five by themselves.

use jiff::Span;
use jiff::civil::{Date, date};

/// The first day.
const BEGINNING: Date = date(1970, 1, 1);

/// The numbers of an idea at the end of a day.
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

/// Votes are told in steps of at least so many: one look at them tells nobody's own. Whoever compares many looks, and knows
/// who changed a mind in between, may still guess.
const FEW: i64 = 5;

/// What came new on each day, summed up to today; the days in order. Comments are everybody's to read, each with its day;
/// votes join the next step until it is large enough, and the last few join the last step. The end is what everybody reads.
pub(crate) fn summed(news: &[Growth], today: i64) -> Vec<Growth> {
    let mut sum = Growth::default();
    let (mut lines, mut steps) = (Vec::new(), vec![(0, 0)]);
    let mut waiting = 0;
    for new in news {
        sum.support = sum.support.saturating_add(new.support);
        sum.oppose = sum.oppose.saturating_add(new.oppose);
        sum.comments = sum.comments.saturating_add(new.comments);
        waiting += new.support.saturating_add(new.oppose);
        if waiting >= FEW {
            steps.push((sum.support, sum.oppose));
            waiting = 0;
        } else if new.comments == 0 {
            continue;
        }
        lines.push((new.day, steps.len() - 1, sum.comments));
    }
    if waiting > 0 && steps.len() > 1 {
        steps.pop();
    }
    let told = |(day, step, comments): (i64, usize, i64)| {
        let (support, oppose) = steps.get(step).or(steps.last()).copied().unwrap_or_default();
        Growth { day, support, oppose, comments }
    };
    let mut lines: Vec<Growth> = lines.into_iter().map(told).filter(|line| line.day < today).collect();
    // A day on which nothing is told is no line.
    lines.insert(0, Growth::default());
    lines.dedup_by(|next, before| Growth { day: before.day, ..*next } == *before);
    lines.remove(0);
    if sum != Growth::default() {
        lines.push(Growth { day: today, ..sum });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i64, support: i64, oppose: i64, comments: i64) -> Growth {
        Growth { day, support, oppose, comments }
    }

    #[test]
    fn nothing_came_of_nothing() {
        assert_eq!(summed(&[], 9), []);
    }

    #[test]
    fn votes_are_told_in_steps_and_the_end_is_the_tally() {
        let news = [day(1, 4, 0, 0), day(2, 0, 1, 0), day(3, 1, 0, 1), day(5, 5, 0, 0), day(6, 2, 0, 0)];
        // Five by the second day; the comment of the third shows no vote of its day; the last two join the step of the fifth.
        assert_eq!(summed(&news, 8), [day(2, 4, 1, 0), day(3, 4, 1, 1), day(8, 12, 1, 1)]);
    }

    #[test]
    fn few_votes_have_no_day() {
        assert_eq!(summed(&[day(1, 1, 0, 0), day(2, 1, 0, 1), day(4, 1, 1, 0)], 7), [day(2, 0, 0, 1), day(7, 3, 1, 1)]);
        assert_eq!(summed(&[day(7, 9, 0, 0)], 7), [day(7, 9, 0, 0)], "today is one line");
    }
}
