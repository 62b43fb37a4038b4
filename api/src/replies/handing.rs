//! Who answers for an idea: giving it to a department, taking it on, and what colleagues write to each other about it.

use async_graphql::{Context, ID, InputObject, Object};
use folkmoot_common::{DepartmentId, Problems};
use folkmoot_replies::Handing;

use super::acts::{act_payload, idea};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;

/// The acts of handing ideas round.
#[derive(Default)]
pub(crate) struct HandingMutations;

#[Object]
impl HandingMutations {
    /// Gives an idea to a department. For officers of a department that has it, for any officer while none has, and for
    /// admins.
    async fn assign_idea(&self, ctx: &Context<'_>, input: AssignIdeaInput) -> Result<AssignIdeaPayload, ApiError> {
        ctx.officer()?;
        let mut problems = Problems::default();
        let named = problems.check(idea(ctx, &input.idea_id).await?);
        let to = problems.check(ids::field::<DepartmentId>(&input.department_id, "departmentId"));
        let (Some((id, number)), Some(to)) = (named, to) else {
            return Ok(AssignIdeaPayload::invalid(problems));
        };
        let handing = Handing {
            to,
            lead: input.is_lead,
            leave: input.leave,
            words: input.words.as_deref().unwrap_or_default(),
            note: input.note.as_deref().unwrap_or_default(),
        };
        let done = ctx.services()?.replies.assign(&ctx.viewer(), number, handing).await;
        AssignIdeaPayload::of(id, done, "departmentId")
    }

    /// Takes an idea on, or gives it back to the department. For officers of the department that leads, and for admins.
    async fn take_on_idea(&self, ctx: &Context<'_>, input: TakeOnIdeaInput) -> Result<TakeOnIdeaPayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(TakeOnIdeaPayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.take_on(&ctx.viewer(), number, input.take).await;
        TakeOnIdeaPayload::of(id, done, "ideaId")
    }

    /// Writes something about an idea to colleagues; no citizen ever sees it. Whoever is named by `@` and their name gets
    /// a letter. For officers and admins.
    async fn add_staff_note(
        &self,
        ctx: &Context<'_>,
        input: AddStaffNoteInput,
    ) -> Result<AddStaffNotePayload, ApiError> {
        ctx.officer()?;
        let (id, number) = match idea(ctx, &input.idea_id).await? {
            Ok(named) => named,
            Err(problem) => return Ok(AddStaffNotePayload::invalid(problem)),
        };
        let done = ctx.services()?.replies.note(&ctx.viewer(), number, &input.note).await;
        AddStaffNotePayload::of(id, done, "ideaId")
    }
}

/// To which department an idea goes.
#[derive(InputObject)]
pub(crate) struct AssignIdeaInput {
    /// Which idea.
    idea_id: ID,
    /// To which department.
    department_id: ID,
    /// Whether it leads from now on, so that it answers; otherwise it helps. Somebody always leads.
    #[graphql(default = true)]
    is_lead: bool,
    /// Whether the department that led goes away; otherwise it helps.
    #[graphql(default)]
    leave: bool,
    /// What everybody reads beside it, on one line, at most 200 characters.
    words: Option<String>,
    /// What colleagues read, in Markdown, at most 4,000 characters. Whoever is named by `@` and their name gets a letter.
    note: Option<String>,
}

/// An idea to take on.
#[derive(InputObject)]
pub(crate) struct TakeOnIdeaInput {
    /// Which idea.
    idea_id: ID,
    /// Whether to take it on; otherwise it is given back.
    #[graphql(default = true)]
    take: bool,
}

/// A note to colleagues.
#[derive(InputObject)]
pub(crate) struct AddStaffNoteInput {
    /// About which idea.
    idea_id: ID,
    /// What, in Markdown, at most 4,000 characters.
    note: String,
}

act_payload!(
    /// What became of giving an idea to a department.
    AssignIdeaPayload
);
act_payload!(
    /// What became of taking an idea on.
    TakeOnIdeaPayload
);
act_payload!(
    /// What became of a note to colleagues.
    AddStaffNotePayload
);
