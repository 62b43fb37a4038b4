//! The service: what its acts share, and who may act at all. Each group of acts stands in a file of its own.

use std::sync::{Arc, Mutex};

use folkmoot_common::{DepartmentId, IdeaId, Live, Role, Sources, Viewer};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::port::{About, By, OwnDay};
use crate::{Answers, Assignment, Calendar, Herald, Nation, Progress, ReplyError};

/// What the council set once for all its promises.
#[derive(Debug, Clone)]
pub struct Council {
    /// Its clock.
    pub zone: TimeZone,
    /// Whose bank holidays it keeps until somebody chooses.
    pub nation: Nation,
}

/// Everything that officers do, and what everybody may read of it. Cheap to clone.
#[derive(Clone)]
pub struct Replies {
    pub(crate) answers: Arc<dyn Answers>,
    pub(crate) live: Arc<dyn Live>,
    pub(crate) herald: Arc<dyn Herald>,
    pub(crate) sources: Sources,
    pub(crate) council: Arc<Council>,
    /// The last idea that rules looked at here: the next round goes on after it.
    pub(crate) looked_at: Arc<Mutex<Option<IdeaId>>>,
}

/// An officer who may act on an idea, and the department for which they do.
#[derive(Debug, Clone)]
pub(crate) struct Right {
    pub(crate) by: By,
    pub(crate) about: About,
    pub(crate) progress: Progress,
    /// The department that leads; none while nobody has the idea.
    pub(crate) lead: Option<Assignment>,
    /// The departments that the officer is in.
    pub(crate) own: Vec<DepartmentId>,
}

impl Replies {
    /// The service over a store, which announces what it publishes, followed by this megaphone, in these words.
    pub fn new(
        answers: Arc<dyn Answers>,
        live: Arc<dyn Live>,
        herald: Arc<dyn Herald>,
        sources: Sources,
        council: Council,
    ) -> Self {
        Self { answers, live, herald, sources, council: Arc::new(council), looked_at: Arc::default() }
    }

    /// The council's clock.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.council.zone
    }

    /// Which day it is, on that clock.
    #[must_use]
    pub fn today(&self) -> Date {
        crate::promise::on(self.sources.now(), self.zone())
    }

    /// Whose bank holidays the council keeps, and its own days, in order.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kept_days(&self) -> Result<(Nation, Vec<OwnDay>), ReplyError> {
        let chosen = self.answers.chosen().await?;
        Ok((chosen.nation.unwrap_or(self.council.nation), chosen.days))
    }

    /// The council's calendar as it stands.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn calendar(&self) -> Result<Calendar, ReplyError> {
        let (nation, own) = self.kept_days().await?;
        Ok(Calendar::of(nation, &own))
    }

    /// An officer, or an admin in their place.
    pub(crate) fn staff(&self, viewer: &Viewer) -> Result<By, ReplyError> {
        let person = viewer.person().ok_or(ReplyError::SignedOut)?;
        let admin = viewer.has(Role::Admin);
        if !admin && !viewer.has(Role::Officer) {
            return Err(ReplyError::Forbidden);
        }
        Ok(By { person, admin, at: self.sources.now() })
    }

    /// Whoever runs the site.
    pub(crate) fn admin(&self, viewer: &Viewer) -> Result<By, ReplyError> {
        let by = self.staff(viewer)?;
        if by.admin { Ok(by) } else { Err(ReplyError::Forbidden) }
    }

    /// The idea of this number, if anybody may see it.
    pub(crate) async fn about(&self, number: i64) -> Result<About, ReplyError> {
        self.answers.about(&[number]).await?.pop().ok_or(ReplyError::NotFound)
    }

    /// Any officer, with what is known of the idea.
    pub(crate) async fn colleague(&self, viewer: &Viewer, number: i64) -> Result<Right, ReplyError> {
        let by = self.staff(viewer)?;
        let about = self.about(number).await?;
        let progress = self.answers.progress(&[about.idea]).await?.remove(&about.idea).unwrap_or_default();
        let own = self.answers.departments_of(by.person).await?;
        let own = own.into_iter().map(|officer| officer.department).collect();
        let lead = progress.assignments.iter().find(|one| one.lead).cloned();
        Ok(Right { by, about, progress, lead, own })
    }

    /// An officer of the department that leads, or an admin: nobody else answers, and nobody whom a moderator suspended.
    pub(crate) async fn right(&self, viewer: &Viewer, number: i64) -> Result<Right, ReplyError> {
        let right = self.colleague(viewer, number).await?;
        if !right.leads() {
            return Err(ReplyError::Forbidden);
        }
        self.not_suspended(right.by).await?;
        Ok(right)
    }

    /// Who is suspended puts nothing before the public, in the council's name as little as in their own.
    pub(crate) async fn not_suspended(&self, by: By) -> Result<(), ReplyError> {
        match self.answers.suspended(by.person, by.at).await? {
            Some(until) => Err(ReplyError::Suspended(until)),
            None => Ok(()),
        }
    }
}

impl Right {
    /// Whether they answer for the department that leads.
    pub(crate) fn leads(&self) -> bool {
        self.by.admin || self.lead.as_ref().is_some_and(|lead| self.own.contains(&lead.department))
    }

    /// Whether their department has a part in it, or nobody's has.
    pub(crate) fn takes_part(&self) -> bool {
        self.leads()
            || self.lead.is_none()
            || self.progress.assignments.iter().any(|one| self.own.contains(&one.department))
    }
}
