//! What is read: an idea's way to its answer, the officers' piles, answered ideas, and how promises were kept.

use std::collections::HashMap;

use folkmoot_common::{
    AnswerStream, CampaignId, CommentId, DepartmentId, IdeaId, Page, PageRequest, PersonId, ReplyId, Timestamp, Viewer,
};

use crate::growth::summed;
use crate::port::{
    Answered, AnsweredFilter, Badge, Overdue, OverdueFrom, PileFilter, PileOrder, PileSizes, Score, Waiting,
};
use crate::{Growth, OfficialReply, Progress, Replies, ReplyError, ReplyRevision, Step};

/// Piles are counted up to so many: beyond it they are "more".
pub const MOST_COUNTED: u64 = 1_000;

/// So many ideas whose answer is overdue are named; of all others there is the number.
pub const MOST_OVERDUE: u64 = 20;

/// Microseconds in a day.
const A_DAY: i64 = 86_400_000_000;

impl Replies {
    /// How these ideas stand on their way to an answer. The caller has asked whether the viewer may see them. An idea of
    /// which nothing is known is left out.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn progress(&self, ideas: &[IdeaId]) -> Result<HashMap<IdeaId, Progress>, ReplyError> {
        Ok(self.answers.progress(ideas).await?)
    }

    /// What these campaigns promise.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn steps(&self, campaigns: &[CampaignId]) -> Result<HashMap<CampaignId, Vec<Step>>, ReplyError> {
        Ok(self.answers.steps(campaigns).await?)
    }

    /// A page of a pile. For officers and admins.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn pile(
        &self,
        viewer: &Viewer,
        filter: &PileFilter,
        order: PileOrder,
        page: &PageRequest,
    ) -> Result<Page<Waiting>, ReplyError> {
        self.staff(viewer)?;
        Ok(self.answers.pile(filter, order, page).await?)
    }

    /// How its numbers grew, for officers: lines in order of their days, votes in steps of five at least.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn growth(&self, viewer: &Viewer, idea: IdeaId) -> Result<Vec<Growth>, ReplyError> {
        self.staff(viewer)?;
        let today = self.sources.now().micros().div_euclid(A_DAY);
        Ok(summed(&self.answers.growth(idea).await?, today))
    }

    /// How long the viewer's piles are.
    ///
    /// # Errors
    /// The same.
    pub async fn sizes(&self, viewer: &Viewer) -> Result<PileSizes, ReplyError> {
        let by = self.staff(viewer)?;
        Ok(self.answers.sizes(by.person, by.at, MOST_COUNTED).await?)
    }

    /// One answer, if one of its ideas may be seen by anybody.
    ///
    /// # Errors
    /// When there is none, or the store fails.
    pub async fn reply(&self, id: ReplyId) -> Result<OfficialReply, ReplyError> {
        let reply = self.answers.reply(id).await?.ok_or(ReplyError::NotFound)?;
        for idea in &reply.ideas {
            if self.answers.number(*idea).await?.is_some() {
                return Ok(reply);
            }
        }
        Err(ReplyError::NotFound)
    }

    /// What an answer said, oldest first, with what it says now.
    ///
    /// # Errors
    /// The same.
    pub async fn revisions(&self, id: ReplyId) -> Result<Vec<ReplyRevision>, ReplyError> {
        self.reply(id).await?;
        Ok(self.answers.revisions(id).await?)
    }

    /// A page of answered ideas, the latest answer first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn answered(&self, filter: &AnsweredFilter, page: &PageRequest) -> Result<Page<Answered>, ReplyError> {
        Ok(self.answers.answered(filter, page).await?)
    }

    /// How promises stand, by what was promised and by department: those that were kept since then, and all that still wait.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn scores(&self, since: Timestamp) -> Result<Vec<Score>, ReplyError> {
        Ok(self.answers.scores(since, self.sources.now()).await?)
    }

    /// Ideas whose promised answer is overdue, the longest overdue first, up to [`MOST_OVERDUE`]: of all, or of those that
    /// this department led when their day passed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn overdue(&self, department: Option<DepartmentId>) -> Result<Vec<Overdue>, ReplyError> {
        Ok(self.answers.overdue(department, self.sources.now(), (OverdueFrom::Longest, MOST_OVERDUE)).await?)
    }

    /// Which of these people are officers of an open department: a page shows it beside what they write.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn badges(&self, people: &[PersonId]) -> Result<HashMap<PersonId, Badge>, ReplyError> {
        Ok(self.answers.badges(people).await?)
    }

    /// Those of these ideas that the council answers, revises its answer to, or says what came of a step of, from now on;
    /// each listener looks up what it may see.
    pub fn follow(&self, ideas: &[IdeaId]) -> AnswerStream {
        self.live.answers(ideas)
    }

    /// The comments of an idea with these numbers, as far as anybody may see them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn comments(&self, idea: IdeaId, numbers: &[i32]) -> Result<Vec<(i32, CommentId)>, ReplyError> {
        Ok(self.answers.comments(idea, numbers).await?)
    }
}
