//! Watching: officers read what happens to ideas, of any department, and hear of those that they watch. Whoever watches is
//! no follower: followers hear as citizens what is told to citizens, watchers hear of their work.
//!
//! It refuses to tell anybody of what they did themselves.

use std::time::Duration;

use folkmoot_common::{IdeaId, Page, PageRequest, PersonId, Problem, Viewer};

use crate::herald::{Named, News};
use crate::port::{Feed, FeedLine, Unseen, Watch, WatchLetter, Watched};
use crate::{Happening, Replies, ReplyError};

/// So many ideas one officer watches at the most.
pub const MOST_WATCHED: u64 = 200;
/// Lines that one round tells of.
const SOME: u64 = 200;
/// Lines are told once they are so old: until then one that was begun earlier may still come in, from this node or another.
const SETTLED: Duration = Duration::from_secs(30);

impl Replies {
    /// The viewer watches an idea from now on, or no longer does. For staff.
    ///
    /// # Errors
    /// When the viewer may not, nobody sees the idea, they watch too many, or the store fails.
    pub async fn watch(&self, viewer: &Viewer, number: i64, watches: bool) -> Result<(), ReplyError> {
        let by = self.staff(viewer)?;
        let about = self.about(number).await?;
        let watch = Watch { officer: by.person, idea: about.idea, watches, at: by.at };
        if self.answers.watch(watch, MOST_WATCHED).await? {
            return Ok(());
        }
        let message = format!("You watch {MOST_WATCHED} ideas. Stop watching one of them first.");
        let most = usize::try_from(MOST_WATCHED).unwrap_or(usize::MAX);
        Err(ReplyError::Refused(Problem::new("watches", "TOO_MANY", message).of("watch").with("most", most)))
    }

    /// What the viewer watches, the newest first. For staff.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn watched(&self, viewer: &Viewer) -> Result<Vec<Watched>, ReplyError> {
        let by = self.staff(viewer)?;
        Ok(self.answers.watched(by.person).await?)
    }

    /// Whether the viewer watches an idea. For staff.
    ///
    /// # Errors
    /// The same.
    pub async fn watches(&self, viewer: &Viewer, idea: IdeaId) -> Result<bool, ReplyError> {
        let by = self.staff(viewer)?;
        Ok(self.answers.watches(by.person, idea).await?)
    }

    /// What happened to ideas, of whatever department, the newest first. For staff.
    ///
    /// # Errors
    /// The same.
    pub async fn feed(&self, viewer: &Viewer, feed: Feed, page: &PageRequest) -> Result<Page<FeedLine>, ReplyError> {
        self.staff(viewer)?;
        Ok(self.answers.feed(feed, page).await?)
    }

    /// Writes to those who watch what something happened to: a letter for each idea. Called by the clock.
    pub(crate) async fn tell_watchers(&self) -> Result<(), ReplyError> {
        let now = self.sources.now();
        let unseen = self.answers.unseen(now.minus(SETTLED), SOME).await?;
        for lines in unseen.chunk_by(|one, next| concern(one) == concern(next)) {
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
            let path = format!("/desk/ideas/{}", first.line.number);
            let about = Named { number: first.line.number, title: &first.line.title, path: &path };
            let happened: Vec<&Happening> = lines.iter().map(|one| &one.line.happening).collect();
            let letter = WatchLetter {
                officer: first.officer,
                idea: first.line.happening.idea,
                known: first.known,
                told: last.line.id,
                id: self.sources.mint(now),
                words: self.herald.letter(None, &News::Watched { about, lines: &happened }),
                at: now,
            };
            self.answers.tell_watcher(letter).await?;
        }
        Ok(())
    }
}

/// Whom and what it concerns.
fn concern(unseen: &Unseen) -> (PersonId, IdeaId) {
    (unseen.officer, unseen.line.happening.idea)
}
