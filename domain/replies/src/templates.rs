//! Templates: officers of a department make, change and retire its own, and admins everybody's. An idea is offered those of
//! the department that answers it and of the officer's own. Filling one saves nothing: its words come into the form.

use folkmoot_common::{DepartmentId, Language, Problem, TemplateId, Viewer};

use crate::port::{By, SaveTemplate};
use crate::service::Right;
use crate::template::Facts;
use crate::{Day, Filled, Kind, RawReply, Replies, ReplyError, ReplyTemplate, TemplateText};

/// The most templates of one department that are offered.
pub const MOST_TEMPLATES: usize = 50;

/// What a template needs to know of an idea, and answers can't tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its public number.
    pub number: i64,
    /// Its author's public name, where they chose one.
    pub author: Option<String>,
    /// How many support it.
    pub supporters: i64,
}

/// A template that an officer typed.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Which; none for a new one.
    pub id: Option<TemplateId>,
    /// Whose. One that there is already stays where it is.
    pub department: DepartmentId,
    /// The version that they saw; 0 for a new one.
    pub seen: i32,
    /// What it is called.
    pub title: &'a str,
    /// What it says.
    pub raw: &'a RawReply,
}

impl Replies {
    /// The templates that the viewer may change: those of their departments, or all of them for an admin. Retired ones last.
    ///
    /// # Errors
    /// When the viewer is no officer, or the store fails.
    pub async fn templates(&self, viewer: &Viewer) -> Result<Vec<ReplyTemplate>, ReplyError> {
        let by = self.staff(viewer)?;
        let own = self.own_of(by).await?;
        let mut all = self.answers.templates().await?;
        all.retain(|one| by.admin || own.contains(&one.department));
        Ok(all)
    }

    /// One of them.
    ///
    /// # Errors
    /// The same, or when there is none that the viewer may change.
    pub async fn template(&self, viewer: &Viewer, id: TemplateId) -> Result<ReplyTemplate, ReplyError> {
        self.templates(viewer).await?.into_iter().find(|one| one.id == id).ok_or(ReplyError::NotFound)
    }

    /// Makes a template, or changes it. Gives its id.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, somebody changed it meanwhile, the department has enough of them,
    /// or the store fails.
    pub async fn save_template(&self, viewer: &Viewer, change: Change<'_>) -> Result<TemplateId, ReplyError> {
        let by = self.staff(viewer)?;
        let of = self.templates(viewer).await?;
        let known = match change.id {
            Some(id) => Some(of.iter().find(|one| one.id == id).ok_or(ReplyError::NotFound)?),
            None => None,
        };
        let department = known.map_or(change.department, |known| known.department);
        self.theirs(by, department).await?;
        let text = TemplateText::parse(change.title, change.raw)?;
        if known.is_none() {
            room(&of, department)?;
        }
        let id = known.map_or_else(|| self.sources.mint(by.at), |known| known.id);
        let seen = if known.is_some() { change.seen } else { 0 };
        let saved = self.answers.save_template(SaveTemplate { id, department, seen, text, by }).await?;
        if saved { Ok(id) } else { Err(ReplyError::Changed) }
    }

    /// Retires a template, so that nobody is offered it, or offers it again.
    ///
    /// # Errors
    /// The same.
    pub async fn retire_template(
        &self,
        viewer: &Viewer,
        id: TemplateId,
        (seen, retire): (i32, bool),
    ) -> Result<(), ReplyError> {
        let by = self.staff(viewer)?;
        let of = self.templates(viewer).await?;
        let known = of.iter().find(|one| one.id == id).ok_or(ReplyError::NotFound)?;
        if !retire && known.retired_at.is_some() {
            room(&of, known.department)?;
        }
        let done = self.answers.retire_template(id, seen, retire.then_some(by.at), by).await?;
        if done { Ok(()) } else { Err(ReplyError::Changed) }
    }

    /// The templates that an answer to this idea can begin with, for those who may write it.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn templates_for(&self, viewer: &Viewer, number: i64) -> Result<Vec<ReplyTemplate>, ReplyError> {
        let right = self.colleague(viewer, number).await?;
        self.offered(&right).await
    }

    /// Fills a template for an answer to this idea, into what was typed already. The day that it names stands there in the
    /// template's own language.
    ///
    /// # Errors
    /// When the viewer may not write that answer, there is no such template for it, or the store fails.
    pub async fn fill_template(
        &self,
        viewer: &Viewer,
        (id, about): (TemplateId, &About),
        (typed, replace): (&RawReply, bool),
    ) -> Result<Filled, ReplyError> {
        let right = self.colleague(viewer, about.number).await?;
        let offered = self.offered(&right).await?;
        let template = offered.into_iter().find(|one| one.id == id).ok_or(ReplyError::NotFound)?;
        let promised = right.progress.promises.iter().find(|one| one.step.kind == Kind::Reply);
        let standing = self.standings(promised.map(std::slice::from_ref).unwrap_or_default()).await?;
        let language = Language::parse(&template.text.raw().language).ok();
        let day = |day: Day| self.herald.day(language.as_ref(), day);
        let facts = Facts {
            title: right.about.title.clone(),
            number: right.about.number,
            author: about.author.clone(),
            supporters: about.supporters,
            department: right.lead.as_ref().map(|lead| lead.name.clone()),
            role: self.role(&right, typed).await?,
            promised_day: standing.first().and_then(|one| one.computed.due).map(day),
        };
        Ok(template.text.fill(&facts, typed, replace))
    }

    /// What they sign with: what they typed, or their role in the department that leads, or in another of theirs.
    async fn role(&self, right: &Right, typed: &RawReply) -> Result<Option<String>, ReplyError> {
        let named = typed.role.trim();
        if !named.is_empty() {
            return Ok(Some(named.to_owned()));
        }
        let lead = right.lead.as_ref().map(|lead| lead.department);
        let mut own = self.answers.departments_of(right.by.person).await?;
        own.sort_by_key(|officer| Some(officer.department) != lead);
        Ok(own.into_iter().next().map(|officer| officer.job))
    }

    async fn offered(&self, right: &Right) -> Result<Vec<ReplyTemplate>, ReplyError> {
        if !right.takes_part() {
            return Err(ReplyError::Forbidden);
        }
        let lead = right.lead.as_ref().map(|lead| lead.department);
        let mut all = self.answers.templates().await?;
        all.retain(|one| {
            one.retired_at.is_none() && (Some(one.department) == lead || right.own.contains(&one.department))
        });
        // The department that answers comes first.
        all.sort_by_key(|one| Some(one.department) != lead);
        Ok(all)
    }

    async fn own_of(&self, by: By) -> Result<Vec<DepartmentId>, ReplyError> {
        let own = self.answers.departments_of(by.person).await?;
        Ok(own.into_iter().map(|officer| officer.department).collect())
    }

    /// Only for a department that there is, and that is theirs.
    async fn theirs(&self, by: By, department: DepartmentId) -> Result<(), ReplyError> {
        let known = self.answers.departments().await?.iter().any(|one| one.id == department);
        if !known {
            let message = "Choose whose template it is.";
            return Err(Problem::new("department", "EMPTY", message).of("template-department").into());
        }
        if by.admin || self.own_of(by).await?.contains(&department) { Ok(()) } else { Err(ReplyError::Forbidden) }
    }
}

/// Whether the department may have one more.
fn room(of: &[ReplyTemplate], department: DepartmentId) -> Result<(), ReplyError> {
    let offered = of.iter().filter(|one| one.department == department && one.retired_at.is_none()).count();
    if offered < MOST_TEMPLATES {
        return Ok(());
    }
    let message = "The department has enough templates. Retire one first.";
    Err(ReplyError::Refused(Problem::new("title", "TOO_MANY", message).of("template-title")))
}
