//! What an import is to do, beside what it reads.

use std::time::Duration;

use folkmoot_common::{Language, Timestamp};
use folkmoot_ideas::{PublishingMode, Slug};
use folkmoot_text::Markdown;

/// What an import is to do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The campaign; made when there is none of that name.
    pub campaign: Slug,
    /// The present.
    pub now: Timestamp,
    /// What its texts are written in: no export says.
    pub language: Language,
    /// The question and the brief of a campaign that is made; otherwise the export's own.
    pub words: Option<Words>,
    /// Whether the past is played again as if it were now: only for demonstrations.
    pub replay: Option<Replay>,
}

/// What a campaign asks.
#[derive(Debug, Clone)]
pub struct Words {
    /// The question, one line.
    pub question: String,
    /// What people should know.
    pub brief: Markdown,
    /// What both are written in.
    pub language: Language,
}

/// Every instant of an export moved by one and the same time, so that its last vote was just now and its campaign is
/// open.
#[derive(Debug, Clone, Copy)]
pub struct Replay {
    /// How long ago the last thing shall have happened.
    pub ago: Duration,
    /// How long from now the campaign shall stay open.
    pub open_for: Duration,
    /// Whether what was refused waits once more, so that there is something to decide.
    pub undecided: bool,
    /// How what people post now is published; an export doesn't say.
    pub publishing_mode: PublishingMode,
}

impl Plan {
    /// An import into this campaign, with times as they were.
    #[must_use]
    pub const fn new(campaign: Slug, now: Timestamp, language: Language) -> Self {
        Self { campaign, now, language, words: None, replay: None }
    }
}

/// From the first instant of an export to its last, in milliseconds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span(Option<(i64, i64)>);

impl Span {
    /// Widens the span to this instant.
    pub(super) fn see(&mut self, millis: i64) {
        self.0 = Some(self.0.map_or((millis, millis), |(first, last)| (first.min(millis), last.max(millis))));
    }

    /// The last instant.
    pub(super) fn last(self) -> i64 {
        self.0.map_or(0, |(_, last)| last)
    }
}

/// Instants of an export as they are imported: as they were, or moved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    moved: i64,
    /// When the campaign opens.
    pub(super) opens_at: Timestamp,
    /// When it closes.
    pub(super) closes_at: Timestamp,
}

impl Times {
    /// The times of an export that spans this.
    pub(super) fn new(plan: &Plan, span: Span) -> Self {
        let (first, last) = span.0.unwrap_or_else(|| (plan.now.millis(), plan.now.millis()));
        let (moved, closes_at) = match plan.replay {
            None => (0, Timestamp::from_millis(last.saturating_add(1))),
            Some(replay) => {
                let moved = plan.now.minus(replay.ago).micros().saturating_sub(Timestamp::from_millis(last).micros());
                (moved, plan.now.plus(replay.open_for))
            }
        };
        let shape = Self { moved, opens_at: Timestamp::from_micros(0), closes_at };
        Self { opens_at: shape.at(first), ..shape }
    }

    /// The instant of this many milliseconds since 1970.
    pub(super) const fn at(&self, millis: i64) -> Timestamp {
        Timestamp::from_micros(Timestamp::from_millis(millis).micros().saturating_add(self.moved))
    }
}
