//! Departments as everybody reads them, which of them has an idea, and their officers, whom only colleagues see.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use folkmoot_common::PersonId;
use folkmoot_replies as domain;

use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;
use crate::people::PublicPerson;

/// A department of the council.
pub(crate) struct Department(pub(crate) domain::Department);

/// A part of the council that answers for something.
#[Object]
impl Department {
    /// Opaque and lasting.
    pub(crate) async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// Its word in addresses.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it answers for, in Markdown.
    async fn about_markdown(&self) -> &str {
        self.0.about.as_str()
    }

    /// The same as sanitised HTML.
    async fn about_html(&self) -> String {
        self.0.about.to_html().as_str().to_owned()
    }

    /// Whether a second officer must approve its answers before they are published.
    async fn needs_two_people(&self) -> bool {
        self.0.two_people
    }

    /// When it was closed; null while it takes ideas. Its answers stay.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.closed_at.map(DateTime)
    }
}

/// A department that has an idea.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct IdeaDepartment {
    /// What it is called.
    name: String,
    /// Whether it leads: it answers. The others help.
    is_lead: bool,
    /// Since when it has it.
    since: DateTime,
    #[graphql(skip)]
    assignment: domain::Assignment,
}

impl From<domain::Assignment> for IdeaDepartment {
    fn from(assignment: domain::Assignment) -> Self {
        Self { name: assignment.name.clone(), is_lead: assignment.lead, since: assignment.since.into(), assignment }
    }
}

#[ComplexObject]
impl IdeaDepartment {
    /// The department.
    async fn department(&self, ctx: &Context<'_>) -> Result<Department, ApiError> {
        let found = ctx.loaders()?.department(self.assignment.department).await?;
        found.map(Department).ok_or_else(|| ApiError::missing("an idea's department is gone"))
    }

    /// Who of its officers has taken it on. For officers; null for everybody else, and when nobody has.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        match self.assignment.officer {
            Some(officer) if ctx.is_officer() => person(ctx, officer).await,
            _ => Ok(None),
        }
    }
}

/// What is shown beside the name of an officer, and beside nobody else's.
#[derive(SimpleObject)]
pub(crate) struct OfficerBadge {
    /// Their role in the department: "Head of Parks".
    role: String,
    /// What the department is called. Of several, the one that they joined first.
    department: String,
}

impl From<domain::Badge> for OfficerBadge {
    fn from(badge: domain::Badge) -> Self {
        Self { role: badge.job, department: badge.department }
    }
}

/// What everybody may know of a colleague; null when they have left.
pub(super) async fn person(ctx: &Context<'_>, id: PersonId) -> Result<Option<PublicPerson>, ApiError> {
    Ok(ctx.loaders()?.person(id).await?.map(PublicPerson))
}

/// An officer in a department. Only officers ever get one.
pub(crate) struct DepartmentOfficer(pub(crate) domain::Officer);

/// An officer in a department.
#[Object]
impl DepartmentOfficer {
    /// The department.
    async fn department(&self, ctx: &Context<'_>) -> Result<Option<Department>, ApiError> {
        Ok(ctx.loaders()?.department(self.0.department).await?.map(Department))
    }

    /// Who; null when they have left.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        person(ctx, self.0.person).await
    }

    /// Their role in the department, which their answers carry: "Head of Parks".
    async fn role(&self) -> &str {
        &self.0.job
    }
}
