//! What was found: a Markdown table for people, and everything that clients sent and got as files.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use super::checks::Findings;

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Line {
    /// What was broken.
    pub fault: String,
    /// How often.
    pub strikes: usize,
    /// Votes that were acknowledged.
    pub acknowledged: u64,
    /// Votes without an answer at first that were sent again under their key, and got their answer.
    pub sent_again: u64,
    /// Votes of which the client learnt nothing to the end.
    pub unknown: u64,
    /// Answers of the council that were acknowledged.
    pub answers: u64,
    /// What is wrong.
    pub findings: Findings,
    /// The longest time from the end of the fault (from a node's death) until every node acknowledged votes again.
    pub recovered: Duration,
    /// The longest time from the last vote until every browser showed what is so.
    pub shown: Option<Duration>,
    /// What clients sent and got, as CSV.
    pub history: String,
}

impl Line {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings == Findings::default()
    }

    /// As the table has it.
    #[must_use]
    pub fn row(&self) -> String {
        let Self { fault, strikes, acknowledged, sent_again, unknown, answers, findings, .. } = self;
        let Findings { lost, answer_lost, doubled, tallies_off, late, answers_off, .. } = findings;
        let Findings { shown_wrong, gone_back, failed, deadlocks, .. } = findings;
        let shown = self.shown.map(|shown| format!("{:.1}", shown.as_secs_f64())).unwrap_or_default();
        format!(
            "| {fault} | {strikes} | {acknowledged} | {sent_again} | {unknown} | {answer_lost} | {lost} | {doubled} | \
             {tallies_off} | {late} | {answers} | {answers_off} | {failed} | {shown_wrong} | {gone_back} | {deadlocks} | \
             {:.1} | {shown} |",
            self.recovered.as_secs_f64()
        )
    }
}

/// The whole table.
#[must_use]
pub fn report(lines: &[Line]) -> String {
    let mut table = vec![
        "| fault | times | votes acknowledged | sent again | unknown | answer lost | lost | doubled | tallies off | late | \
         answers | answers off | failed | shown wrong | gone back | deadlocks | s to recover | s to show |"
            .to_owned(),
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|".to_owned(),
    ];
    table.extend(lines.iter().map(Line::row));
    let votes: u64 = lines.iter().map(|line| line.acknowledged).sum();
    table.push(format!("\n{votes} acknowledged votes in all."));
    table.join("\n")
}

/// Saves everything in a folder below this one, and says where.
///
/// # Errors
/// When it can't be written.
pub fn save(lines: &[Line], under: &Path, moment: i64) -> std::io::Result<PathBuf> {
    let folder = under.join(moment.to_string());
    fs::create_dir_all(&folder)?;
    for (number, line) in lines.iter().enumerate() {
        fs::write(folder.join(format!("{number:02}.csv")), &line.history)?;
    }
    let facts = |line: &Line| {
        json!({
            "fault": line.fault, "times": line.strikes, "acknowledged": line.acknowledged, "sent_again": line.sent_again,
            "unknown": line.unknown, "answers": line.answers, "findings": line.findings,
            "seconds_to_recover": line.recovered.as_secs_f64(),
            "seconds_to_show": line.shown.map(|shown| shown.as_secs_f64()),
        })
    };
    let all: Vec<_> = lines.iter().map(facts).collect();
    fs::write(folder.join("findings.json"), serde_json::to_vec_pretty(&all)?)?;
    Ok(folder)
}

#[cfg(test)]
mod tests;
