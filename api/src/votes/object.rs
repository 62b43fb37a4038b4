//! How an idea stands, and what the viewer chose.

use async_graphql::{Enum, ID, Object};
use folkmoot_votes::Choice;

use crate::{count, ids};

/// The counts of one idea.
#[derive(Clone, Copy)]
pub(crate) struct Tally(pub(crate) folkmoot_common::Tally);

/// The counts of one idea, with one version that only grows: of two tallies of an idea, the higher version is the newer.
#[Object]
impl Tally {
    /// The idea that is counted.
    async fn idea_id(&self) -> ID {
        ids::global(self.0.idea)
    }

    /// Counted votes in favour.
    async fn support(&self) -> i32 {
        count(self.0.support)
    }

    /// Counted votes against.
    async fn oppose(&self) -> i32 {
        count(self.0.oppose)
    }

    /// Comments that anybody can read.
    async fn comments(&self) -> i32 {
        count(self.0.comments)
    }

    /// Grows whenever a count moves.
    async fn version(&self) -> i32 {
        count(self.0.version)
    }
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "Choice")]
pub(crate) enum VoteChoice {
    /// In favour.
    Support,
    /// Against.
    Oppose,
}
