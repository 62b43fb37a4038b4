//! An ear that hears how PostgreSQL carried out each statement. The program's connections ask it to say so, in the address
//! that leads through the door, and what it says passes by on its way back. Only plans are heard, no other notice.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use url::Url;

use crate::door::{self, Ear};

/// What a connection asks for: a notice for every statement that has ended, with its plan and what each step of it did.
const ASKED: [(&str, &str); 7] = [
    // Comes with PostgreSQL's own contributions, which Debian's package holds.
    ("session_preload_libraries", "auto_explain"),
    ("auto_explain.log_min_duration", "0"),
    ("auto_explain.log_analyze", "on"),
    ("auto_explain.log_timing", "off"),
    ("auto_explain.log_format", "json"),
    ("auto_explain.log_level", "notice"),
    ("client_min_messages", "notice"),
];

/// A statement that was carried out.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) words: String,
    /// How many rows it looked at: those that it found, those that it passed over, and one for each time that it went to look.
    pub(super) rows: u64,
    /// The steps that looked at rows, for whoever must mend it.
    pub(super) steps: String,
}

/// What was heard since it was last asked.
#[derive(Default)]
pub(super) struct Hearing(Mutex<Vec<Heard>>);

impl Hearing {
    pub(super) fn take(&self) -> Vec<Heard> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    /// Opens a door before this database and gives the address through it, which asks for what is heard here.
    pub(super) fn stand_before(self: &Arc<Self>, database: &str) -> String {
        let mut asking: Url = database.parse().expect("a database has an address");
        for (name, value) in ASKED {
            asking.query_pairs_mut().append_pair(&format!("options[{name}]"), value);
        }
        door::stand_before(asking.as_str(), self)
    }
}

impl Ear for Hearing {
    fn server_said(&self, kind: u8, content: &[u8]) {
        if kind == b'N' {
            let heard = Heard::read(content);
            self.0.lock().unwrap().extend(heard);
        }
    }
}

impl Heard {
    /// A notice, when it tells of a plan. Its fields end in a zero; the one that begins with M is what it says.
    fn read(fields: &[u8]) -> Option<Self> {
        let message = fields.split(|byte| *byte == 0).find_map(|field| field.strip_prefix(b"M"))?;
        let (_, told) = std::str::from_utf8(message).ok()?.split_once("plan:\n")?;
        let told: Value = serde_json::from_str(told).expect("a plan is JSON");
        let mut steps = Vec::new();
        let rows = looked_at(&told["Plan"], &mut steps);
        steps.sort_by_key(|(rows, _)| std::cmp::Reverse(*rows));
        let steps: Vec<String> = steps.into_iter().take(4).map(|(rows, step)| format!("{rows} by {step}")).collect();
        let words = told["Query Text"].as_str().unwrap_or_default().to_owned();
        Some(Self { words, rows, steps: steps.join(", ") })
    }
}

/// The rows that this step and those below it looked at. A plan says of a step how many rows each of its rounds had.
fn looked_at(step: &Value, steps: &mut Vec<(u64, String)>) -> u64 {
    let number = |name: &str| step[name].as_f64().unwrap_or(0.0);
    let mut each = number("Rows Removed by Join Filter");
    let place = step["Index Name"].as_str().or(step["Relation Name"].as_str());
    if place.is_some() {
        each += 1.0 + number("Actual Rows");
        each += number("Rows Removed by Filter") + number("Rows Removed by Index Recheck");
    }
    let rows = (number("Actual Loops") * each).round() as u64;
    steps.push((rows, format!("{} on {}", step["Node Type"].as_str().unwrap_or_default(), place.unwrap_or("nothing"))));
    let below = step["Plans"].as_array().map(Vec::as_slice).unwrap_or_default();
    rows + below.iter().map(|step| looked_at(step, steps)).sum::<u64>()
}
