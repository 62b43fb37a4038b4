//! Words to begin answers with, shared by a department. For its officers, and for admins.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{DepartmentId, Problems, TemplateId};
use folkmoot_replies::{self as domain, RawReply, ReplyError, TemplateChange, Variable};

use super::acts::{OfficerActOutcome, Refusal};
use super::department::Department;
use super::words::ReplyOutcome;
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The question for templates.
#[derive(Default)]
pub(crate) struct TemplateQueries;

#[Object]
impl TemplateQueries {
    /// The templates of the viewer's departments, or of all of them for an admin: at most 50 of each are offered, and retired
    /// ones come last. For officers and admins.
    #[graphql(complexity = "50 + 50 * child_complexity")]
    async fn reply_templates(&self, ctx: &Context<'_>) -> Result<Vec<ReplyTemplate>, ApiError> {
        ctx.officer()?;
        Ok(ctx.services()?.replies.templates(&ctx.viewer()).await?.into_iter().map(Into::into).collect())
    }

    /// What a template may name, as it is written there. For officers and admins.
    async fn reply_template_variables(&self, ctx: &Context<'_>) -> Result<Vec<String>, ApiError> {
        ctx.officer()?;
        Ok(Variable::ALL.map(Variable::written).to_vec())
    }
}

/// The acts on templates.
#[derive(Default)]
pub(crate) struct TemplateMutations;

#[Object]
impl TemplateMutations {
    /// Makes a template, or changes one. For officers of its department, and for admins.
    async fn save_reply_template(
        &self,
        ctx: &Context<'_>,
        input: SaveReplyTemplateInput,
    ) -> Result<SaveReplyTemplatePayload, ApiError> {
        ctx.officer()?;
        let mut problems = Problems::default();
        let id = match &input.template_id {
            None => Some(None),
            Some(id) => problems.check(ids::field::<TemplateId>(id, "templateId")).map(Some),
        };
        let department = problems.check(ids::field::<DepartmentId>(&input.department_id, "departmentId"));
        let (Some(id), Some(department)) = (id, department) else {
            return Ok(SaveReplyTemplatePayload::not(Refusal::invalid(problems)));
        };
        let (title, seen) = (input.title.clone(), input.version);
        let raw = input.raw(ctx)?;
        let change = TemplateChange { id, department, seen, title: &title, raw: &raw };
        match ctx.services()?.replies.save_template(&ctx.viewer(), change).await {
            Ok(id) => SaveReplyTemplatePayload::done(ctx, id).await,
            Err(error) => Ok(SaveReplyTemplatePayload::not(refused(error)?)),
        }
    }

    /// Retires a template, so that nobody is offered it, or offers it again. For officers of its department, and for admins.
    async fn retire_reply_template(
        &self,
        ctx: &Context<'_>,
        input: RetireReplyTemplateInput,
    ) -> Result<RetireReplyTemplatePayload, ApiError> {
        ctx.officer()?;
        let id = match ids::field::<TemplateId>(&input.template_id, "templateId") {
            Ok(id) => id,
            Err(problem) => return Ok(RetireReplyTemplatePayload::not(Refusal::invalid(problem))),
        };
        let seen = (input.version, input.retire);
        match ctx.services()?.replies.retire_template(&ctx.viewer(), id, seen).await {
            Ok(()) => RetireReplyTemplatePayload::done(ctx, id).await,
            Err(error) => Ok(RetireReplyTemplatePayload::not(refused(error)?)),
        }
    }
}

fn refused(error: ReplyError) -> Result<Refusal, ApiError> {
    let mut refusal = Refusal::of(error, "version")?;
    for problem in &mut refusal.problems.0 {
        if problem.field == "department" {
            problem.field = "departmentId";
        }
    }
    Ok(refusal)
}

/// Words to begin an answer with, variables in them as they are written. Only officers ever get one.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct ReplyTemplate {
    /// Opaque and lasting.
    id: ID,
    /// What officers know it by.
    title: String,
    /// The answer in a word; null where that is left open.
    outcome: Option<ReplyOutcome>,
    /// Why, in Markdown.
    reasons_markdown: String,
    /// What was done with people's arguments, in Markdown.
    arguments_markdown: String,
    /// For NOT_OURS: who to ask.
    refer_to: String,
    /// What happens next.
    next_step: String,
    /// What it costs, in words.
    cost: String,
    /// What it is written in, as a short code.
    language: String,
    /// 1, and one more for each change. Acts on it want it back, so that nobody overwrites what they haven't read.
    version: i32,
    /// When it was last changed.
    changed_at: DateTime,
    /// When it was retired; null while it is offered.
    retired_at: Option<DateTime>,
    #[graphql(skip)]
    of: DepartmentId,
}

impl From<domain::ReplyTemplate> for ReplyTemplate {
    fn from(one: domain::ReplyTemplate) -> Self {
        let raw = one.text.raw();
        Self {
            id: ids::global(one.id),
            title: one.text.title().to_owned(),
            outcome: domain::Outcome::parse(&raw.outcome).map(Into::into),
            reasons_markdown: raw.reasons.clone(),
            arguments_markdown: raw.arguments.clone(),
            refer_to: raw.refer_to.clone(),
            next_step: raw.next_step.clone(),
            cost: raw.cost.clone(),
            language: raw.language.clone(),
            version: one.version,
            changed_at: one.changed_at.into(),
            retired_at: one.retired_at.map(DateTime),
            of: one.department,
        }
    }
}

#[ComplexObject]
impl ReplyTemplate {
    /// Whose it is.
    async fn department(&self, ctx: &Context<'_>) -> Result<Department, ApiError> {
        let found = ctx.loaders()?.department(self.of).await?;
        found.map(Department).ok_or_else(|| ApiError::missing("a template's department is gone"))
    }
}

/// A template as it shall be.
#[derive(InputObject)]
pub(crate) struct SaveReplyTemplateInput {
    /// Which; a new one, if left out.
    template_id: Option<ID>,
    /// Whose. One that there is already stays where it is.
    department_id: ID,
    /// The version that you have read; 0 for a new one.
    #[graphql(default)]
    version: i32,
    /// What officers know it by, 3 to 100 characters.
    title: String,
    /// The answer in a word; open, if left out.
    outcome: Option<ReplyOutcome>,
    /// For NOT_OURS: who to ask, at most 200 characters.
    refer_to: Option<String>,
    /// Why, in Markdown, at most 10,000 characters.
    reasons: String,
    /// What was done with people's arguments, in Markdown, at most 10,000 characters.
    arguments: Option<String>,
    /// What it costs, in words, at most 200 characters.
    cost: Option<String>,
    /// What happens next, at most 200 characters.
    next_step: Option<String>,
    /// What it is written in, as a short code. The site's first language, if left out.
    language: Option<String>,
}

impl SaveReplyTemplateInput {
    /// The same as a form's fields.
    fn raw(self, ctx: &Context<'_>) -> Result<RawReply, ApiError> {
        let outcome = self.outcome.map(domain::Outcome::from);
        Ok(RawReply {
            outcome: outcome.map(|outcome| outcome.as_str().to_owned()).unwrap_or_default(),
            refer_to: self.refer_to.unwrap_or_default(),
            reasons: self.reasons,
            arguments: self.arguments.unwrap_or_default(),
            cost: self.cost.unwrap_or_default(),
            next_step: self.next_step.unwrap_or_default(),
            language: match self.language {
                Some(language) => language,
                None => ctx.services()?.language.as_str().to_owned(),
            },
            ..RawReply::default()
        })
    }
}

/// A template to retire.
#[derive(InputObject)]
pub(crate) struct RetireReplyTemplateInput {
    /// Which.
    template_id: ID,
    /// The version that you have read.
    version: i32,
    /// Whether to retire it; otherwise it is offered again.
    #[graphql(default = true)]
    retire: bool,
}

macro_rules! template_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub(crate) struct $name {
            /// In one word.
            outcome: OfficerActOutcome,
            /// The template as it stands now, if it was done.
            template: Option<ReplyTemplate>,
            /// What to mend, or why it was not done; empty if it was.
            user_errors: Vec<UserError>,
        }

        impl $name {
            fn not(refusal: Refusal) -> Self {
                Self { outcome: refusal.outcome, template: None, user_errors: user_errors(refusal.problems) }
            }

            async fn done(ctx: &Context<'_>, id: TemplateId) -> Result<Self, ApiError> {
                let template = ctx.services()?.replies.template(&ctx.viewer(), id).await?;
                Ok(Self { outcome: OfficerActOutcome::Done, template: Some(template.into()), user_errors: Vec::new() })
            }
        }
    };
}

template_payload!(
    /// What became of making or changing a template.
    SaveReplyTemplatePayload
);
template_payload!(
    /// What became of retiring a template, or offering it again.
    RetireReplyTemplatePayload
);
