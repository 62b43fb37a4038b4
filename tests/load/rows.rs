//! The rows of the table, a file for each kind of work, and the words they share.

pub(crate) mod desk;
pub(crate) mod evening;
pub(crate) mod first_view;
pub(crate) mod growth;
pub(crate) mod idle;
pub(crate) mod live;
pub(crate) mod reads;
pub(crate) mod replay;
pub(crate) mod scale;
pub(crate) mod telling;
pub(crate) mod writes;

use crate::rounds::{Sample, Series};

/// One side's figures in a few words.
fn figures(series: &Series) -> String {
    let figure = |of: fn(&Sample) -> f64| series.median(of);
    format!(
        "{}/s ± {:.0} %, p50 {:.1} ms, p99 {:.1} ms, CPU {}{}{}",
        thousands(figure(|one| one.rate)),
        series.spread(|one| one.rate) / 2.0,
        figure(|one| one.p50),
        figure(|one| one.p99),
        cpu(series),
        memory(series),
        refused(series)
    )
}

/// How much of the program was in memory, where one is watched: to go on with.
fn memory(series: &Series) -> String {
    if series.memory() > 0 { format!(", memory {}", mib(series.memory())) } else { String::new() }
}

/// The processor's time for each, in a few words.
fn cpu(series: &Series) -> String {
    let figure = |of: fn(&Sample) -> f64| series.median(of);
    let all = figure(Sample::cpu);
    let (program, database) = (figure(|one| one.program_cpu), figure(|one| one.database_cpu));
    if program > 0.0 {
        format!("{all:.3} ms (program {program:.3}, database {database:.3})")
    } else {
        format!("{all:.3} ms")
    }
}

/// How many were not answered well, if any: to go on with.
fn refused(series: &Series) -> String {
    if series.bad() > 0.0 { format!(", {} refused", series.bad()) } else { String::new() }
}

/// Bytes of memory as people read them.
#[expect(clippy::cast_precision_loss, reason = "bytes of memory are far below 2^52")]
fn mib(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / 1_048_576.0)
}

/// A whole number with commas.
pub(crate) fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The ratio of two sides' rates.
fn ratio(ours: &Series, reference: &Series) -> f64 {
    ours.median(|one| one.rate) / reference.median(|one| one.rate).max(f64::EPSILON)
}
