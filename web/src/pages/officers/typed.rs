//! The form of an answer, as typed: what is in its fields, and how numbers and a time are read out of them. Nothing is lost
//! when something can't be read: the fields come back as they were.

use std::collections::BTreeSet;

use folkmoot_common::Timestamp;
use folkmoot_replies::{Draft, RawReply, Typed};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::pages::form::Wrong;

/// The fields.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypedReply {
    pub(crate) raw: RawReply,
    /// Numbers of other ideas that it answers.
    pub(crate) others: String,
    /// Comments of the pack that were ticked.
    pub(crate) ticked: BTreeSet<i32>,
    /// Numbers of further ones.
    pub(crate) credits: String,
    /// The version of the draft that its writer saw.
    pub(crate) seen: i32,
    /// What becomes of it next.
    pub(crate) then: String,
    /// When it shall become public.
    pub(crate) at: String,
    /// The template whose words shall come in, and whether they replace what was typed.
    pub(crate) template: String,
    pub(crate) replace: bool,
}

impl TypedReply {
    /// Out of a form. Comments are ticked one by one, so that their field comes more than once.
    pub(super) fn of(fields: &[(String, String)]) -> Self {
        let take = |name: &str| {
            let found = fields.iter().find(|(known, _)| known == name);
            // Browsers send lines that end otherwise: the same words must be the same when somebody else approves them.
            found.map(|(_, value)| value.replace("\r\n", "\n")).unwrap_or_default()
        };
        let ticked = fields.iter().filter(|(name, _)| name == "credit").filter_map(|(_, value)| value.parse().ok());
        Self {
            raw: RawReply {
                outcome: take("outcome"),
                until: take("until"),
                refer_to: take("refer_to"),
                reasons: take("reasons"),
                arguments: take("arguments"),
                cost: take("cost"),
                next_step: take("next_step"),
                next_date: take("next_date"),
                role: take("role"),
                language: take("language"),
            },
            others: take("others"),
            ticked: ticked.collect(),
            credits: take("credits"),
            seen: take("seen").parse().unwrap_or(0),
            then: take("then"),
            at: take("at"),
            template: take("template"),
            replace: take("replace") == "yes",
        }
    }

    /// Out of a draft; `at` is when it shall become public, where that is set.
    pub(super) fn of_draft(draft: &Draft, at: String) -> Self {
        Self {
            raw: draft.raw.clone(),
            others: joined(&draft.others),
            ticked: draft.credits.iter().copied().collect(),
            credits: String::new(),
            seen: draft.version,
            at,
            ..Self::default()
        }
    }

    /// The same, with those ticks as numbers that the pack has no box for.
    pub(super) fn with_boxes(mut self, boxes: &[i32]) -> Self {
        let unseen: Vec<i32> = self.ticked.iter().copied().filter(|number| !boxes.contains(number)).collect();
        if !unseen.is_empty() {
            self.ticked.retain(|number| boxes.contains(number));
            let typed = std::mem::take(&mut self.credits);
            self.credits =
                if typed.trim().is_empty() { joined(&unseen) } else { format!("{typed}, {}", joined(&unseen)) };
        }
        self
    }

    /// Whether it is kept as a draft and goes no further.
    pub(super) fn is_kept(&self) -> bool {
        !["preview", "approval", "schedule", "publish", "template"].contains(&self.then.as_str())
    }

    /// Whether a comment's box is ticked.
    pub(crate) fn ticks(&self, number: &i32) -> bool {
        self.ticked.contains(number)
    }

    /// For the service.
    pub(super) fn read(&self) -> Result<Typed, Wrong> {
        let (others, credits) = (numbers::<i64>(&self.others), numbers::<i32>(&self.credits));
        match (others, credits) {
            (Some(others), Some(more)) => {
                let mut credits: BTreeSet<i32> = self.ticked.clone();
                credits.extend(more);
                let credits = credits.into_iter().collect();
                Ok(Typed { raw: self.raw.clone(), others, credits, seen: self.seen })
            }
            (others, credits) => {
                let mut wrong = Wrong::default();
                for (field, is_right) in [("others", others.is_some()), ("credits", credits.is_some())] {
                    if !is_right {
                        wrong.0.extend(Wrong::of_kind("officers-numbers", field, "INVALID").0);
                    }
                }
                Err(wrong)
            }
        }
    }

    /// When it shall become public, on the council's clock.
    pub(super) fn moment(&self, zone: &TimeZone) -> Result<Timestamp, Wrong> {
        let read: Option<DateTime> = self.at.trim().parse().ok();
        let zoned = read.and_then(|at| zone.to_ambiguous_zoned(at).compatible().ok());
        let at = zoned.map(|zoned| Timestamp::from_micros(zoned.timestamp().as_microsecond()));
        at.ok_or_else(|| Wrong::of_kind("publish-at", "at", "INVALID"))
    }
}

/// A moment as its field shows it, on the council's clock.
pub(super) fn field_of(at: Timestamp, zone: &TimeZone) -> String {
    let instant = jiff::Timestamp::from_microsecond(at.micros()).unwrap_or_default();
    zone.to_datetime(instant).strftime("%Y-%m-%dT%H:%M").to_string()
}

fn joined<T: ToString>(numbers: &[T]) -> String {
    numbers.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}

/// Numbers between commas and spaces, each perhaps with a `#`.
fn numbers<T: std::str::FromStr>(text: &str) -> Option<Vec<T>> {
    let parts = text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty());
    parts.map(|part| part.trim_start_matches('#').parse().ok()).collect()
}
