//! Ours and the reference by turns, because the machine is noisy: A B A B A B, and the medians of each.

use std::time::Duration;

use serde::Serialize;

use crate::client::Run;
use crate::failure::Measured;
use crate::spent::Spent;

/// One turn of one side.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Sample {
    /// Good answers a second.
    pub(crate) rate: f64,
    /// Milliseconds that half of them stayed within, and so on.
    pub(crate) p50: f64,
    /// 95 of 100.
    pub(crate) p95: f64,
    /// 99 of 100.
    pub(crate) p99: f64,
    /// Milliseconds of the program's processor time for each.
    pub(crate) program_cpu: f64,
    /// Milliseconds of the database's.
    pub(crate) database_cpu: f64,
    /// Bytes of the program in memory at the turn's end; 0 where no program is watched.
    pub(crate) memory: u64,
    /// How many good answers there were.
    pub(crate) good: f64,
    /// How many others.
    pub(crate) bad: f64,
}

impl Sample {
    /// From latencies in sorted microseconds.
    pub(crate) fn new(rate: f64, micros: &[u32], spent: Spent, good: f64) -> Self {
        let each = |seconds: f64| if good > 0.0 { seconds * 1_000.0 / good } else { 0.0 };
        let within = |percent| percentile(micros, percent) / 1_000.0;
        Self {
            rate,
            p50: within(50),
            p95: within(95),
            p99: within(99),
            program_cpu: each(spent.program),
            database_cpu: each(spent.database),
            memory: spent.memory,
            good,
            bad: 0.0,
        }
    }

    /// From a run of our own client.
    pub(crate) fn of(run: &Run, spent: Spent) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a count of answers is far below 2^52")]
        let (good, bad) = (run.good as f64, run.bad as f64);
        Self::new(good / run.seconds, &run.micros, spent, good).with_bad(bad)
    }

    /// With so many answers that were not good.
    pub(crate) fn with_bad(mut self, bad: f64) -> Self {
        self.bad = bad;
        self
    }

    /// Program and database together, in milliseconds each.
    pub(crate) fn cpu(&self) -> f64 {
        self.program_cpu + self.database_cpu
    }
}

/// The value that so many of a hundred stay within; 0 of nothing.
pub(crate) fn percentile(sorted: &[u32], percent: usize) -> f64 {
    let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(at).copied().map_or(0.0, f64::from)
}

/// The turns of one side.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Series(pub(crate) Vec<Sample>);

impl Series {
    /// The median of one figure.
    pub(crate) fn median(&self, figure: impl Fn(&Sample) -> f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(figure).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    }

    /// The most of the program that was in memory at the end of a turn, in bytes.
    pub(crate) fn memory(&self) -> u64 {
        self.0.iter().map(|sample| sample.memory).max().unwrap_or_default()
    }

    /// How far the values of one figure lie apart, in percent of their median.
    pub(crate) fn spread(&self, figure: impl Fn(&Sample) -> f64) -> f64 {
        let values = || self.0.iter().map(&figure);
        let (least, most) = (values().fold(f64::MAX, f64::min), values().fold(0.0, f64::max));
        let median = self.median(&figure);
        if median > 0.0 { (most - least) * 100.0 / median } else { 0.0 }
    }

    /// Everything that was not answered well.
    pub(crate) fn bad(&self) -> f64 {
        self.0.iter().map(|sample| sample.bad).sum()
    }
}

/// A turn before the first that nobody writes down.
const WARM_UP: Duration = Duration::from_millis(1_500);

/// How often and how long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rounds {
    /// Turns of each side.
    pub(crate) turns: usize,
    /// The length of one turn.
    pub(crate) time: Duration,
}

/// One side: shoots for so long.
pub(crate) type Side<'a> = &'a mut dyn FnMut(Duration) -> Measured<Sample>;
/// Two sides in one turn of so long.
pub(crate) type Both<'a> = &'a mut dyn FnMut(Duration) -> Measured<(Sample, Sample)>;

impl Rounds {
    /// Lets both sides warm up, then measures them by turns.
    pub(crate) fn alternate(&self, ours: Side<'_>, reference: Side<'_>) -> Measured<(Series, Series)> {
        self.both(&mut |time| Ok((ours(time)?, reference(time)?)))
    }

    /// The same where one turn measures both, be it one after the other or at once.
    pub(crate) fn both(&self, turn: Both<'_>) -> Measured<(Series, Series)> {
        turn(WARM_UP.min(self.time))?;
        let samples = (0..self.turns).map(|_| turn(self.time)).collect::<Measured<Vec<_>>>()?;
        let (a, b) = samples.into_iter().unzip();
        Ok((Series(a), Series(b)))
    }

    /// The same without a reference.
    pub(crate) fn alone(&self, ours: Side<'_>) -> Measured<Series> {
        ours(WARM_UP.min(self.time))?;
        let samples = (0..self.turns).map(|_| ours(self.time)).collect::<Measured<Vec<_>>>()?;
        Ok(Series(samples))
    }
}
