//! Answers that were set for a time: they become public by themselves, if they still may. Whether they may is asked again
//! then, for departments and people have changed since.

use folkmoot_common::Timestamp;

use crate::port::{By, SaveDraft};
use crate::template::ready;
use crate::{Draft, Replies, ReplyError, Stage};

/// Answers that become public by themselves in one go.
const SOME: u64 = 20;

impl Replies {
    /// Publishes what was set for a time that has come. Called by the clock; says how many.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn publish_ripe(&self) -> Result<usize, ReplyError> {
        let now = self.sources.now();
        let mut done = 0;
        for draft in self.answers.ripe(now, SOME).await? {
            match self.publish_draft(&draft, now).await {
                Ok(()) => done += 1,
                // Another program did, or somebody saved it meanwhile.
                Err(ReplyError::Changed) => {}
                Err(ReplyError::Storage(why)) => return Err(why.into()),
                // Its idea is gone, its words are no answer any more, or whoever set it may not answer it now: it is a
                // draft on the desk again.
                Err(_why) => self.back_to_desk(&draft, now).await?,
            }
        }
        Ok(done)
    }

    async fn publish_draft(&self, draft: &Draft, now: Timestamp) -> Result<(), ReplyError> {
        let Stage::Scheduled { by: person, .. } = draft.stage else { return Ok(()) };
        let number = self.answers.number(draft.idea).await?.ok_or(ReplyError::NotFound)?;
        let about = self.about(number).await?;
        let progress = self.answers.progress(&[about.idea]).await?.remove(&about.idea).unwrap_or_default();
        let lead = progress.assignments.into_iter().find(|one| one.lead).ok_or(ReplyError::NotFound)?;
        let departments = self.answers.departments().await?;
        let department = departments.into_iter().find(|one| one.id == lead.department).ok_or(ReplyError::NotFound)?;
        let text = ready(&draft.raw)?;
        // Since it was set, its department may have become one in which two people agree.
        if department.two_people && draft.asked_by.is_none() {
            return Err(ReplyError::Forbidden);
        }
        let by = By { person, admin: false, at: now };
        self.not_suspended(by).await?;
        let with = (draft.others.clone(), draft.credits.clone());
        self.put_out(about, (&department, text), with, (draft.version, draft.asked_by, by)).await?;
        Ok(())
    }

    async fn back_to_desk(&self, draft: &Draft, now: Timestamp) -> Result<(), ReplyError> {
        let by = By { person: draft.by, admin: false, at: now };
        let again = SaveDraft {
            idea: draft.idea,
            others: draft.others.clone(),
            credits: draft.credits.clone(),
            raw: draft.raw.clone(),
            seen: draft.version,
            stage: Stage::Writing,
            asked_by: None,
            letters: Vec::new(),
            until: now,
            by,
        };
        self.answers.save_draft(again).await?;
        Ok(())
    }
}
