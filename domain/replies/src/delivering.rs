//! Delivering: officers set milestones and say what came of them, move an idea on, and supporters say whether it happened.

use std::time::Duration;

use folkmoot_common::{MilestoneId, Problem, Timestamp, Viewer};

use crate::herald::News;
use crate::milestone::{Happens, Milestone};
use crate::port::{About, Claim, Due, MilestoneWord, NewMilestone, Step as Onward};
use crate::routing::{desk_path, named};
use crate::service::Right;
use crate::words::{Line, day, reason};
use crate::{NewsKind, Replies, ReplyError};

/// So long after its day the council has to say what came of a milestone; then its supporters are asked all the same.
pub const COUNCIL_FIRST: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// The most milestones of one idea.
pub const MOST_MILESTONES: usize = 30;
/// Milestones that one round looks at.
const SOME: u64 = 50;

impl Replies {
    /// Sets a milestone. Gives its id.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, there are enough of them, or the store fails.
    pub async fn set_milestone(
        &self,
        viewer: &Viewer,
        number: i64,
        (title, due): (&str, &str),
    ) -> Result<MilestoneId, ReplyError> {
        let right = self.right(viewer, number).await?;
        let mut problems = folkmoot_common::Problems::default();
        let title = problems.check(Line::parse("title", title, 5..=120).map_err(|problem| problem.of("milestone")));
        let due = problems.check(day("due", due));
        let (Some(title), Some(due)) = (title, due) else { return Err(problems.into()) };
        if right.progress.replies.is_empty() {
            return Err(refused("UNANSWERED", "Answer the idea first: milestones are of what the council said."));
        }
        if right.progress.milestones.len() >= MOST_MILESTONES {
            return Err(refused("TOO_MANY", "There are enough milestones. Say what came of some of them first."));
        }
        let id = self.sources.mint(right.by.at);
        let idea = right.about.idea;
        let new = NewMilestone { id, idea, title, due, due_at: self.end_of(due), by: right.by };
        self.answers.set_milestone(new).await?;
        Ok(id)
    }

    /// Says what came of a milestone, before or after its day. Its supporters are asked whether that is so.
    ///
    /// # Errors
    /// When the viewer may not, there is none, the words must be mended, or the store fails.
    pub async fn claim(
        &self,
        viewer: &Viewer,
        number: i64,
        (id, claim, words): (MilestoneId, Happens, &str),
    ) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        let note = reason(words).map_err(|problem| problem.at("note"))?;
        let milestone = right.milestone(id)?;
        let tells = self.ask_whether(&right.about, milestone, right.by.at);
        let claim = Claim { milestone: id, idea: right.about.idea, claim, note, tells, by: right.by };
        if self.answers.claim(claim).await? { Ok(()) } else { Err(ReplyError::NotFound) }
    }

    /// Says whether it happened. For those who support the idea, and its author, once they were asked; they may change
    /// their mind.
    ///
    /// # Errors
    /// When the viewer may not, nobody was asked, or the store fails.
    pub async fn say_whether(
        &self,
        viewer: &Viewer,
        number: i64,
        (id, said): (MilestoneId, Happens),
    ) -> Result<Milestone, ReplyError> {
        let person = viewer.person().ok_or(ReplyError::SignedOut)?;
        let about = self.about(number).await?;
        let progress = self.answers.progress(&[about.idea]).await?.remove(&about.idea).unwrap_or_default();
        let milestone = progress.milestones.iter().find(|one| one.id == id).ok_or(ReplyError::Forbidden)?;
        let reopening = self.reopening(&about, milestone).await?;
        let words = MilestoneWord { milestone: id, idea: about.idea, person, said, reopening, at: self.sources.now() };
        self.answers.say_whether(words).await?.ok_or(ReplyError::Forbidden)
    }

    /// What the viewer said of these milestones.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_words(
        &self,
        viewer: &Viewer,
        milestones: &[MilestoneId],
    ) -> Result<Vec<(MilestoneId, Happens)>, ReplyError> {
        match viewer.person() {
            Some(person) if !milestones.is_empty() => Ok(self.answers.own_words(person, milestones).await?),
            _ => Ok(Vec::new()),
        }
    }

    /// Moves an answered idea on: to in progress, to done, or back, with public words.
    ///
    /// # Errors
    /// When the viewer may not, the idea can't move so, the words must be mended, or the store fails.
    pub async fn move_on(&self, viewer: &Viewer, number: i64, (to, words): (&str, &str)) -> Result<(), ReplyError> {
        let right = self.right(viewer, number).await?;
        let words = reason(words).map_err(|problem| problem.at("words"))?;
        let to = &to.to_uppercase();
        let path = right.about.path();
        let news = |mine| News::Moved { about: named(&right.about, &path), mine, to, words: words.as_str() };
        let tells = self.announcement(&right.about, NewsKind::Status, right.by.at, news);
        let onward = Onward { idea: right.about.idea, to: to.to_owned(), words: words.clone(), tells, by: right.by };
        if self.answers.move_on(onward).await? {
            return Ok(());
        }
        Err(ReplyError::Refused(
            Problem::new("to", "CANNOT_MOVE", "The idea can’t move there from where it stands.").of("move-on"),
        ))
    }

    /// What is due: officers are asked what came of a milestone once its day has passed, and supporters whether it
    /// happened when the council hasn't said anything a week later. Called by the clock.
    pub(crate) async fn ask_about_milestones(&self) -> Result<(), ReplyError> {
        let now = self.sources.now();
        for due in self.answers.due_milestones(now, now.minus(COUNCIL_FIRST), SOME).await? {
            let Some(number) = self.answers.number(due.milestone.idea).await? else { continue };
            let about = self.about(number).await?;
            match due {
                Due { ask_officers: true, milestone } => {
                    let disputed = milestone.reopened_at.is_some();
                    let letters = self.to_department(&about, (&milestone.title, disputed)).await?;
                    self.answers.asked_officers(milestone.id, &letters, now).await?;
                }
                Due { milestone, .. } => {
                    let tells = self.ask_whether(&about, &milestone, now);
                    self.answers.asked_supporters(milestone.id, &tells, now).await?;
                }
            }
        }
        Ok(())
    }

    fn ask_whether(&self, about: &About, milestone: &Milestone, at: Timestamp) -> crate::Announcement {
        let path = format!("{}#milestones", about.path());
        let news = |mine| News::DidItHappen { about: named(about, &path), mine, milestone: &milestone.title };
        self.announcement(about, NewsKind::Milestone, at, news)
    }

    /// To whoever leads: what came of this step, or that many say that it didn't happen?
    pub(crate) async fn to_department(
        &self,
        about: &About,
        (milestone, disputed): (&str, bool),
    ) -> Result<Vec<(folkmoot_common::MailId, folkmoot_common::PersonId, crate::LetterWords)>, ReplyError> {
        let progress = self.answers.progress(&[about.idea]).await?.remove(&about.idea).unwrap_or_default();
        let Some(lead) = progress.assignments.iter().find(|one| one.lead) else { return Ok(Vec::new()) };
        let officers = self.answers.officers(&[lead.department]).await?;
        let path = desk_path(about);
        let news = News::MilestonePassed { about: named(about, &path), milestone, disputed };
        let now = self.sources.now();
        Ok(officers
            .into_iter()
            .map(|one| (self.sources.mint(now), one.person, self.herald.letter(None, &news)))
            .collect())
    }
}

impl Right {
    fn milestone(&self, id: MilestoneId) -> Result<&Milestone, ReplyError> {
        self.progress.milestones.iter().find(|one| one.id == id).ok_or(ReplyError::NotFound)
    }
}

fn refused(code: &'static str, message: &str) -> ReplyError {
    ReplyError::Refused(Problem::new("title", code, message).of("milestone"))
}
