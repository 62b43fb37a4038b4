//! What was found: one Markdown table for people, and everything that was measured as JSON.

use std::fs;
use std::path::PathBuf;

use serde::Serialize;
use serde_json::Value;

use crate::failure::Measured;

/// Whether a goal was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    /// It was.
    Met,
    /// It wasn't.
    Missed,
    /// There is nothing to judge.
    None,
}

impl From<bool> for Verdict {
    fn from(met: bool) -> Self {
        if met { Self::Met } else { Self::Missed }
    }
}

/// One line of the table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// The work.
    pub(crate) work: String,
    /// What was measured of ours.
    pub(crate) ours: String,
    /// What was measured of the reference.
    pub(crate) reference: String,
    /// Ours by the reference's.
    pub(crate) ratio: Option<f64>,
    /// What it shall be.
    pub(crate) goal: String,
    /// Whether it is.
    pub(crate) verdict: Verdict,
    /// The single turns.
    pub(crate) raw: Value,
}

impl Row {
    /// A line with nothing but its name.
    pub(crate) fn new(work: impl Into<String>, ours: impl Into<String>) -> Self {
        Self {
            work: work.into(),
            ours: ours.into(),
            reference: String::new(),
            ratio: None,
            goal: String::new(),
            verdict: Verdict::None,
            raw: Value::Null,
        }
    }

    /// Beside what.
    pub(crate) fn beside(mut self, reference: impl Into<String>, ratio: f64) -> Self {
        self.reference = reference.into();
        // Beside a reference that did nothing in its turn there is no ratio.
        self.ratio = Some(ratio).filter(|ratio| *ratio < 1e6);
        self
    }

    /// What it shall be, and whether it is.
    pub(crate) fn shall(mut self, goal: impl Into<String>, met: bool) -> Self {
        self.goal = goal.into();
        self.verdict = met.into();
        self
    }

    /// The single turns.
    pub(crate) fn with(mut self, raw: Value) -> Self {
        self.raw = raw;
        self
    }

    fn line(&self) -> String {
        let ratio = self.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let verdict = match self.verdict {
            Verdict::Met => "met",
            Verdict::Missed => "missed",
            Verdict::None => "",
        };
        format!("| {} | {} | {} | {ratio} | {} | {verdict} |", self.work, self.ours, self.reference, self.goal)
    }
}

/// The whole table.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut lines =
        vec!["| work | ours | reference | ratio | goal | |".to_owned(), "|---|---|---|---|---|---|".to_owned()];
    lines.extend(rows.iter().map(Row::line));
    lines.join("\n")
}

/// Saves everything under `bench-results/` and says where.
pub(crate) fn save(rows: &[Row], setting: &Value, moment: i64) -> Measured<PathBuf> {
    let folder = PathBuf::from("bench-results");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{moment}.json"));
    let all = serde_json::json!({ "setting": setting, "rows": rows });
    fs::write(&file, serde_json::to_vec_pretty(&all)?)?;
    Ok(file)
}

/// Saves the picture where the documents show it; of a quick run, beside the raw results. Says where.
pub(crate) fn picture(svg: &str, quick: bool) -> Measured<PathBuf> {
    let folder = PathBuf::from(if quick { "bench-results" } else { "docs" });
    fs::create_dir_all(&folder)?;
    let file = folder.join("growth.svg");
    fs::write(&file, svg)?;
    Ok(file)
}
