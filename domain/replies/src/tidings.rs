//! What people are told of an idea's way besides its answers: that one was promised, that officers have it in hand, what
//! becomes of a promise, and that so many said "it didn't happen" that the council must look again.
//!
//! The promises that an answer keeps are not told apart from it: it says so itself. A clock is started by whoever counts the
//! vote, who has no words: the next round finds what nobody was told of.

use folkmoot_common::Timestamp;
use jiff::civil::Date;

use crate::herald::News;
use crate::port::{About, Reopening};
use crate::routing::named;
use crate::{Announcement, Change, Kind, Milestone, NewsKind, Replies, ReplyError};

/// Promises that people are told of in one round.
const SOME: u64 = 20;

impl Replies {
    /// Tells of answers that were promised since the last round. Called by the clock.
    pub(crate) async fn tell_of_promises(&self) -> Result<(), ReplyError> {
        let now = self.sources.now();
        for idea in self.answers.untold(SOME).await? {
            // Hidden since: it is told once it can be seen again.
            let Some(number) = self.answers.number(idea).await? else { continue };
            let Some(about) = self.answers.about(&[number]).await?.pop() else { continue };
            let path = about.path();
            // A day that has passed is no promise.
            let due = self.due_day(&about).filter(|day| !self.has_passed(*day, now));
            let news = |mine| News::Promised { about: named(&about, &path), mine, due };
            let tells = self.announcement(&about, NewsKind::Status, now, news);
            self.answers.told_of_promise(&tells).await?;
        }
        Ok(())
    }

    /// That officers of this department have an idea in hand.
    pub(crate) fn in_hand(&self, about: &About, department: &str, at: Timestamp) -> Announcement {
        let path = about.path();
        let news = |mine| News::InHand { about: named(about, &path), mine, department };
        self.announcement(about, NewsKind::Status, at, news)
    }

    /// That the clock of a promise stands still, runs again or has more time, and which day that leaves. Who was told that it
    /// stands still holds no day any more, so that it runs again is news too.
    pub(crate) fn changed(
        &self,
        about: &About,
        kind: Kind,
        (change, due): (&Change, Option<Date>),
        at: Timestamp,
    ) -> Announcement {
        let path = about.path();
        let news = |mine| {
            let about = named(about, &path);
            match change {
                Change::Paused { reason, .. } => News::Paused { about, mine, kind, why: reason },
                Change::Resumed { .. } => News::Resumed { about, mine, kind, due },
                Change::Extended { reason, .. } => News::Extended { about, mine, kind, due, why: reason },
            }
        };
        self.announcement(about, NewsKind::Status, at, news)
    }

    /// That a promise was kept by these words.
    pub(crate) fn kept(&self, about: &About, kind: Kind, words: &str, at: Timestamp) -> Announcement {
        let path = about.path();
        let news = |mine| News::Kept { about: named(about, &path), mine, kind, words };
        self.announcement(about, NewsKind::Status, at, news)
    }

    /// What is said if this word is the one too many: to everybody, and to the department.
    pub(crate) async fn reopening(&self, about: &About, milestone: &Milestone) -> Result<Reopening, ReplyError> {
        let at = self.sources.now();
        let path = format!("{}#milestones", about.path());
        let news = |mine| News::Reopened { about: named(about, &path), mine, milestone: &milestone.title };
        Ok(Reopening {
            tells: self.announcement(about, NewsKind::Milestone, at, news),
            letters: self.to_department(about, (&milestone.title, true)).await?,
        })
    }
}
