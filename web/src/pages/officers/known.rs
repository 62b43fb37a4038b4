//! What is known of an idea before any of its pack is drawn: a fixed number of questions, whatever was said of it.

use std::collections::HashMap;

use folkmoot_common::{DepartmentId, PersonId};
use folkmoot_ideas::{Idea, Label};
use folkmoot_people::PublicPerson;
use folkmoot_replies::{
    Assignment, Department, Draft, Officer, Progress, ReplyError, ReplyTemplate, StaffNote, Standing,
};

use super::piles::name;
use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::idea::look_up;
use crate::site::Site;
use crate::words::Words;

/// All of it.
pub(super) struct Known {
    pub(super) idea: Idea,
    /// Its place and its tags.
    pub(super) labels: Vec<Label>,
    pub(super) progress: Progress,
    pub(super) standings: Vec<Standing>,
    pub(super) departments: Vec<Department>,
    /// The officers of all departments.
    pub(super) officers: Vec<Officer>,
    pub(super) notes: Vec<StaffNote>,
    pub(super) draft: Option<Draft>,
    /// The templates that an answer can begin with.
    pub(super) templates: Vec<ReplyTemplate>,
    /// Whether the viewer answers for the department that leads.
    pub(super) leads: bool,
    /// Whether their department has a part in it, or nobody's has.
    pub(super) helps: bool,
    people: HashMap<PersonId, PublicPerson>,
}

impl Known {
    /// Of the idea with this number, which anybody must be able to see.
    pub(super) async fn of(site: &Site, asking: &Asking, number: i64) -> Result<Self, PageError> {
        let (replies, viewer) = (&site.replies, &asking.viewer);
        let (leads, helps) = replies.may_answer(viewer, number).await?;
        let idea = look_up(site, asking, number).await?;
        let labels = site.labels.of(&[idea.id]).await?.remove(&idea.id).unwrap_or_default();
        let progress = replies.progress(&[idea.id]).await?.remove(&idea.id).unwrap_or_default();
        let departments = replies.departments().await?;
        let ids: Vec<DepartmentId> = departments.iter().map(|department| department.id).collect();
        let draft = match replies.draft(viewer, number).await {
            Err(ReplyError::Forbidden) => None,
            found => found?,
        };
        let templates = if helps { replies.templates_for(viewer, number).await? } else { Vec::new() };
        let holders = progress.assignments.iter().filter_map(|one| one.officer);
        let writers = draft.iter().flat_map(|draft| [Some(draft.by), draft.lock.map(|(by, _)| by)]).flatten();
        let named: Vec<PersonId> = holders.chain(writers).chain([idea.author]).collect();
        Ok(Self {
            people: site.people.named(&named).await?,
            standings: replies.standings(&progress.promises).await?,
            officers: replies.officers(viewer, &ids).await?,
            notes: replies.notes(viewer, number).await?,
            idea,
            labels,
            progress,
            departments,
            draft,
            templates,
            leads,
            helps,
        })
    }

    /// The department that leads.
    pub(super) fn lead(&self) -> Option<&Assignment> {
        self.progress.assignments.iter().find(|one| one.lead)
    }

    /// Whether a second officer must approve an answer.
    pub(super) fn two_people(&self) -> bool {
        let lead = self.lead().map(|lead| lead.department);
        self.departments.iter().any(|one| Some(one.id) == lead && one.two_people)
    }

    /// What the viewer signs with: their role in the department that leads, or else in one of theirs.
    pub(super) fn job(&self, asking: &Asking) -> String {
        let lead = self.lead().map(|lead| lead.department);
        let mut own = self.officers.iter().filter(|officer| asking.viewer.is(officer.person)).collect::<Vec<_>>();
        own.sort_by_key(|officer| Some(officer.department) != lead);
        own.first().map(|officer| officer.job.clone()).unwrap_or_default()
    }

    /// What somebody here is called.
    pub(super) fn name(&self, words: Words, id: PersonId) -> String {
        let colleague = self.officers.iter().find(|officer| officer.person == id);
        let chosen = colleague.and_then(|officer| officer.name.clone());
        chosen.unwrap_or_else(|| name(words, &self.people, id))
    }
}
