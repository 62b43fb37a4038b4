//! What was promised about an idea, as the pack says it: how each promise stands, how its day was found, and which acts on
//! its clock are possible now.

use folkmoot_replies::{ComputedLine, Duty, Kind, Standing};

use super::due::{Almanac, Due};
use crate::words::Words;

#[cfg(test)]
mod tests;

/// A promise.
#[derive(Debug, Clone)]
pub(crate) struct Promised {
    /// What, in the API's word.
    pub(crate) kind: &'static str,
    pub(crate) supporters: i64,
    pub(crate) days: i64,
    pub(crate) due: Due,
    /// How its day was found, line by line.
    pub(crate) lines: Vec<String>,
}

/// An act on a clock, as a form offers it: its value, and the end of its message's name.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    pub(crate) value: String,
    pub(crate) word: String,
}

impl Promised {
    pub(super) fn of(standing: &Standing, words: Words, almanac: &Almanac) -> Self {
        let step = standing.promise.step;
        Self {
            kind: step.kind.as_str(),
            supporters: step.supporters.into(),
            days: step.working_days.into(),
            due: almanac.duty(&standing.duty),
            lines: standing.computed.lines.iter().map(|line| said(line, words, almanac)).collect(),
        }
    }
}

fn said(line: &ComputedLine, words: Words, almanac: &Almanac) -> String {
    match *line {
        ComputedLine::Reached(day) => words.say("officers-line-reached").with("when", almanac.date(day)).to_string(),
        ComputedLine::Counted(days, day) => {
            let said = words.say("officers-line-counted").with("count", i64::from(days));
            said.with("when", almanac.date(day)).to_string()
        }
        ComputedLine::Stood(from, to, days) => {
            let said = words.say("officers-line-stood").with("count", i64::from(days));
            said.with("from", almanac.date(from)).with("to", almanac.date(to)).to_string()
        }
        ComputedLine::Extended(day, days) => {
            let said = words.say("officers-line-extended").with("count", i64::from(days));
            said.with("when", almanac.date(day)).to_string()
        }
    }
}

/// What can be done to the clocks now. What was kept is left alone; what is late stays late, and can only be kept.
pub(super) fn acts(standings: &[Standing]) -> Vec<Act> {
    let mut acts = Vec::new();
    for standing in standings {
        let kind = standing.promise.step.kind;
        let possible: &[&str] = match standing.duty {
            Duty::Kept { .. } | Duty::Overdue(_) => &[],
            Duty::Paused => &["resume", "extend"],
            Duty::Due(_) => &["pause", "extend"],
        };
        // A promise to reply is kept by replying alone.
        let keep = (kind != Kind::Reply && !matches!(standing.duty, Duty::Kept { .. })).then_some("keep");
        for act in keep.into_iter().chain(possible.iter().copied()) {
            acts.push(Act { value: format!("{act} {}", kind.as_str()), word: format!("{act}-{}", kind.as_str()) });
        }
    }
    acts
}
