//! Moderation in numbers: what everybody may know, without a name or a word that anybody wrote.

use std::sync::Arc;

use async_graphql::{Object, SimpleObject};
use folkmoot_moderation as domain;

use super::decision::seconds;
use super::object::many;
use super::words::ModerationAct;

/// Moderation in numbers.
pub(crate) struct ModerationFigures(pub(crate) Arc<domain::Figures>);

/// Moderation of the last ninety days in numbers, of at most 10,000 decisions. Counted at most five minutes ago.
#[Object]
impl ModerationFigures {
    /// Decisions, without those that were taken back.
    async fn decided(&self) -> i32 {
        many(self.0.decided)
    }

    /// Of each act.
    async fn acts(&self) -> Vec<ActCount> {
        self.0.acts.iter().map(|(act, decided)| ActCount { act: (*act).into(), decided: many(*decided) }).collect()
    }

    /// Of those that took something from somebody: by the code of their reason.
    async fn reasons(&self) -> Vec<ReasonCount> {
        let reasons = self.0.reasons.iter();
        reasons.map(|(code, decided)| ReasonCount { code: code.as_str().to_owned(), decided: many(*decided) }).collect()
    }

    /// Half of the items waited no longer than this.
    async fn median_wait_seconds(&self) -> Option<i32> {
        self.0.median_wait.map(seconds)
    }

    /// Appeals that were answered.
    async fn appeals(&self) -> i32 {
        many(self.0.appeals)
    }

    /// Of those, the decision was overturned.
    async fn overturned(&self) -> i32 {
        many(self.0.overturned)
    }

    /// Decisions that moderators took back themselves.
    async fn undone(&self) -> i32 {
        many(self.0.undone)
    }
}

/// How often an act was done.
#[derive(SimpleObject)]
pub(crate) struct ActCount {
    /// What.
    act: ModerationAct,
    /// How often.
    decided: i32,
}

/// How often a reason was given.
#[derive(SimpleObject)]
pub(crate) struct ReasonCount {
    /// The reason's short name; `moderationReasons` has its words.
    code: String,
    /// How often.
    decided: i32,
}
