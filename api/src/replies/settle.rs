//! Settling who answers: departments and the officers in them. For whoever runs the site.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{DepartmentId, PersonId, Problem, Problems};
use folkmoot_replies::{DepartmentText, ReplyError};

use super::acts::in_inputs;
use super::department::Department;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The acts of settling who answers.
#[derive(Default)]
pub(crate) struct SettleMutations;

#[Object]
impl SettleMutations {
    /// Makes a department, or changes one. For admins.
    async fn save_department(
        &self,
        ctx: &Context<'_>,
        input: SaveDepartmentInput,
    ) -> Result<SaveDepartmentPayload, ApiError> {
        ctx.admin()?;
        let mut problems = Problems::default();
        let id = match &input.department_id {
            None => Some(None),
            Some(id) => problems.check(known(ctx, id).await?).map(Some),
        };
        let text = DepartmentText::parse(&input.name, &input.about, input.needs_two_people);
        let text = text.map_err(|more| problems.0.extend(more.0)).ok();
        let (Some(id), Some(text)) = (id, text) else { return Ok(SaveDepartmentPayload::invalid(problems)) };
        let id = ctx.services()?.replies.save_department(&ctx.viewer(), id, &text).await?;
        SaveDepartmentPayload::saved(ctx, id).await
    }

    /// Closes a department, or opens it again. A closed one takes no ideas; its answers stay. For admins.
    async fn close_department(
        &self,
        ctx: &Context<'_>,
        input: CloseDepartmentInput,
    ) -> Result<CloseDepartmentPayload, ApiError> {
        ctx.admin()?;
        let id = match known(ctx, &input.department_id).await? {
            Ok(id) => id,
            Err(problem) => return Ok(CloseDepartmentPayload::invalid(problem)),
        };
        ctx.services()?.replies.close_department(&ctx.viewer(), id, input.close).await?;
        CloseDepartmentPayload::saved(ctx, id).await
    }

    /// Puts somebody into a department, in this role: they become an officer by that. For admins who signed in with the
    /// browser that asks: with an access token it is FORBIDDEN.
    async fn join_department(
        &self,
        ctx: &Context<'_>,
        input: JoinDepartmentInput,
    ) -> Result<JoinDepartmentPayload, ApiError> {
        ctx.in_person()?;
        ctx.admin()?;
        let mut problems = Problems::default();
        let department = problems.check(known(ctx, &input.department_id).await?);
        let person = problems.check(somebody(ctx, &input.person_id).await?);
        let (Some(department), Some(person)) = (department, person) else {
            return Ok(JoinDepartmentPayload::invalid(problems));
        };
        match ctx.services()?.replies.join(&ctx.viewer(), department, person, &input.role).await {
            Err(ReplyError::Invalid(problems)) => Ok(JoinDepartmentPayload::invalid(problems)),
            joined => {
                joined?;
                JoinDepartmentPayload::saved(ctx, department).await
            }
        }
    }

    /// Takes somebody out of a department. They stay an officer. For admins.
    async fn leave_department(
        &self,
        ctx: &Context<'_>,
        input: LeaveDepartmentInput,
    ) -> Result<LeaveDepartmentPayload, ApiError> {
        ctx.admin()?;
        let mut problems = Problems::default();
        let department = problems.check(known(ctx, &input.department_id).await?);
        let person = problems.check(ids::field::<PersonId>(&input.person_id, "personId"));
        let (Some(department), Some(person)) = (department, person) else {
            return Ok(LeaveDepartmentPayload::invalid(problems));
        };
        ctx.services()?.replies.part(&ctx.viewer(), department, person).await?;
        LeaveDepartmentPayload::saved(ctx, department).await
    }
}

/// A department that there is.
pub(super) async fn known(ctx: &Context<'_>, id: &ID) -> Result<Result<DepartmentId, Problem>, ApiError> {
    let id: DepartmentId = match ids::field(id, "departmentId") {
        Ok(id) => id,
        Err(problem) => return Ok(Err(problem)),
    };
    let words = "There is no such department. Take one from the list of departments.";
    let found = ctx.loaders()?.department(id).await?;
    Ok(found.map(|one| one.id).ok_or_else(|| Problem::new("departmentId", "NOT_FOUND", words)))
}

/// A person who is here.
async fn somebody(ctx: &Context<'_>, id: &ID) -> Result<Result<PersonId, Problem>, ApiError> {
    let id: PersonId = match ids::field(id, "personId") {
        Ok(id) => id,
        Err(problem) => return Ok(Err(problem)),
    };
    let found = ctx.loaders()?.person(id).await?;
    let words = "There is nobody with this id, or not any more.";
    Ok(found.map(|one| one.id).ok_or_else(|| Problem::new("personId", "NOT_FOUND", words)))
}

/// What became of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum SettingOutcome {
    /// It holds from now on.
    Saved,
    /// Something typed must be mended; nothing was changed.
    Invalid,
}

/// A department as it shall be.
#[derive(InputObject)]
pub(crate) struct SaveDepartmentInput {
    /// Which; a new one, if left out.
    department_id: Option<ID>,
    /// What it is called, 2 to 80 characters.
    name: String,
    /// What it answers for, in Markdown, at most 1,000 characters.
    about: String,
    /// Whether a second officer must approve its answers.
    #[graphql(default)]
    needs_two_people: bool,
}

/// A department to close.
#[derive(InputObject)]
pub(crate) struct CloseDepartmentInput {
    /// Which.
    department_id: ID,
    /// Whether to close it; otherwise it opens again.
    #[graphql(default = true)]
    close: bool,
}

/// Somebody who shall answer for a department.
#[derive(InputObject)]
pub(crate) struct JoinDepartmentInput {
    /// For which.
    department_id: ID,
    /// Who.
    person_id: ID,
    /// Their role, which answers carry, 2 to 100 characters: "Head of Parks".
    role: String,
}

/// Somebody who shall answer for a department no more.
#[derive(InputObject)]
pub(crate) struct LeaveDepartmentInput {
    /// For which.
    department_id: ID,
    /// Who.
    person_id: ID,
}

macro_rules! setting_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        #[graphql(complex)]
        pub(crate) struct $name {
            /// In one word.
            outcome: SettingOutcome,
            /// What to mend; empty if it was done.
            user_errors: Vec<UserError>,
            #[graphql(skip)]
            id: Option<DepartmentId>,
        }

        impl $name {
            fn invalid(problems: impl Into<Problems>) -> Self {
                let user_errors = user_errors(in_inputs(problems.into()));
                Self { outcome: SettingOutcome::Invalid, user_errors, id: None }
            }

            async fn saved(ctx: &Context<'_>, id: DepartmentId) -> Result<Self, ApiError> {
                ctx.loaders()?.forget_departments().await;
                Ok(Self { outcome: SettingOutcome::Saved, user_errors: Vec::new(), id: Some(id) })
            }
        }

        #[ComplexObject]
        impl $name {
            /// The department as it stands now, read only if you ask for it.
            #[graphql(complexity = "10 + child_complexity")]
            async fn department(&self, ctx: &Context<'_>) -> Result<Option<Department>, ApiError> {
                match self.id {
                    Some(id) => Ok(ctx.loaders()?.department(id).await?.map(Department)),
                    None => Ok(None),
                }
            }
        }
    };
}

setting_payload!(
    /// What became of making or changing a department.
    SaveDepartmentPayload
);
setting_payload!(
    /// What became of closing or opening a department.
    CloseDepartmentPayload
);
setting_payload!(
    /// What became of putting somebody into a department.
    JoinDepartmentPayload
);
setting_payload!(
    /// What became of taking somebody out of a department.
    LeaveDepartmentPayload
);
