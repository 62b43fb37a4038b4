//! Sorting ideas by places and tags, and keeping the two lists.

use async_graphql::{Context, Enum, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use folkmoot_common::{LabelId, Problem, Problems};
use folkmoot_ideas::{self as domain, IdeaError, sorts, unknown};

use super::object::{Label, LabelKind};
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The acts on places and tags.
#[derive(Default)]
pub(crate) struct LabelMutations;

#[Object]
impl LabelMutations {
    /// Says where an idea is about, and what. Its author says where, while it can be edited; moderators, officers and
    /// admins say both, at any time.
    async fn sort_idea(&self, ctx: &Context<'_>, input: SortIdeaInput) -> Result<SortIdeaPayload, ApiError> {
        ctx.signed_in()?;
        let services = ctx.services()?;
        let viewer = ctx.viewer();
        let id = match ids::field(&input.idea_id, "ideaId") {
            Ok(id) => id,
            Err(problem) => return Ok(SortIdeaPayload::invalid(problem.into())),
        };
        let idea = services.ideas.find(&viewer, id).await?.ok_or_else(ApiError::not_found)?;
        // Whoever may not is told so before anything that they sent is.
        if !sorts(&viewer) && (!idea.editable_by(&viewer) || input.tags.is_some()) {
            return Err(IdeaError::Forbidden.into());
        }
        let all = services.labels.all().await?;
        let mut problems = Problems::default();
        let place = match input.place {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(slug) => problems.check(slug_in(&all, domain::LabelKind::Place, &slug)).map(Some),
        };
        let tags = input.tags.map(|tags| {
            let found = tags.iter().map(|slug| slug_in(&all, domain::LabelKind::Tag, slug));
            found.collect::<Result<Vec<_>, _>>()
        });
        let tags = tags.and_then(|tags| problems.check(tags));
        if !problems.is_empty() {
            return Ok(SortIdeaPayload::invalid(problems));
        }
        // The tags first: where they must be mended, nothing was changed.
        if let Some(tags) = tags {
            match services.labels.tag(&viewer, &idea, &tags).await {
                Err(IdeaError::Invalid(problems)) => return Ok(SortIdeaPayload::invalid(problems)),
                done => done?,
            }
        }
        if let Some(place) = place {
            match services.labels.place(&viewer, &idea, place).await {
                Err(IdeaError::Invalid(problems)) => return Ok(SortIdeaPayload::invalid(problems)),
                done => done?,
            }
        }
        let idea = Some(Idea::alone(ctx, idea)?);
        Ok(SortIdeaPayload { outcome: LabelOutcome::Saved, idea, user_errors: Vec::new() })
    }

    /// Adds a place or a tag to the council's list. For admins.
    async fn add_label(&self, ctx: &Context<'_>, input: AddLabelInput) -> Result<AddLabelPayload, ApiError> {
        ctx.admin()?;
        match ctx.services()?.labels.add(&ctx.viewer(), input.kind.into(), &input.name).await {
            Err(IdeaError::Invalid(problems)) => {
                Ok(AddLabelPayload { outcome: LabelOutcome::Invalid, label: None, user_errors: user_errors(problems) })
            }
            added => {
                let label = read(ctx, added?).await?;
                Ok(AddLabelPayload { outcome: LabelOutcome::Saved, label, user_errors: Vec::new() })
            }
        }
    }

    /// Renames a place or a tag, and closes or opens it. Its short name stays. For admins.
    async fn change_label(&self, ctx: &Context<'_>, input: ChangeLabelInput) -> Result<ChangeLabelPayload, ApiError> {
        ctx.admin()?;
        let invalid = |problems| ChangeLabelPayload {
            outcome: LabelOutcome::Invalid,
            label: None,
            user_errors: user_errors(problems),
        };
        let mut problems = Problems::default();
        let id: Option<LabelId> = problems.check(ids::field(&input.label_id, "labelId"));
        let name = problems.check(domain::LabelName::parse(&input.name));
        let (Some(id), Some(_name)) = (id, name) else { return Ok(invalid(problems)) };
        match ctx.services()?.labels.change(&ctx.viewer(), id, &input.name, input.close).await {
            Err(IdeaError::Invalid(problems)) => Ok(invalid(problems)),
            changed => {
                changed?;
                let label = read(ctx, id).await?;
                Ok(ChangeLabelPayload { outcome: LabelOutcome::Saved, label, user_errors: Vec::new() })
            }
        }
    }
}

/// The place or tag that an input names.
pub(crate) fn slug_in(all: &[domain::Label], kind: domain::LabelKind, slug: &str) -> Result<LabelId, Problem> {
    all.iter().find(|one| one.kind == kind && one.slug == slug).map(|one| one.id).ok_or_else(|| unknown(kind))
}

async fn read(ctx: &Context<'_>, id: LabelId) -> Result<Option<Label>, ApiError> {
    Ok(ctx.services()?.labels.all().await?.into_iter().find(|one| one.id == id).map(Label))
}

/// What an idea is to be sorted under.
#[derive(InputObject)]
pub(crate) struct SortIdeaInput {
    /// Which idea.
    idea_id: ID,
    /// The short name of the place; null takes it away; left out, it stays.
    place: MaybeUndefined<String>,
    /// The short names of all its tags, at most five; left out, they stay.
    tags: Option<Vec<String>>,
}

/// A place or a tag to add.
#[derive(InputObject)]
pub(crate) struct AddLabelInput {
    /// Which of the two.
    kind: LabelKind,
    /// What it is called, 2 to 60 characters. No other of its kind may be called so.
    name: String,
}

/// A place or a tag as it shall be.
#[derive(InputObject)]
pub(crate) struct ChangeLabelInput {
    /// Which.
    label_id: ID,
    /// What it is called, 2 to 60 characters.
    name: String,
    /// Whether nobody shall be able to choose it any more.
    #[graphql(default)]
    close: bool,
}

/// What became of a setting of places and tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum LabelOutcome {
    /// It is so now.
    Saved,
    /// Something must be mended; nothing was changed.
    Invalid,
}

/// What became of sorting an idea.
#[derive(SimpleObject)]
pub(crate) struct SortIdeaPayload {
    /// In one word.
    outcome: LabelOutcome,
    /// The idea, if it was sorted.
    idea: Option<Idea>,
    /// What to mend; empty if it was sorted.
    user_errors: Vec<UserError>,
}

impl SortIdeaPayload {
    fn invalid(problems: Problems) -> Self {
        Self { outcome: LabelOutcome::Invalid, idea: None, user_errors: user_errors(problems) }
    }
}

/// What became of a place or a tag that was to be added.
#[derive(SimpleObject)]
pub(crate) struct AddLabelPayload {
    /// In one word.
    outcome: LabelOutcome,
    /// As it stands in the list.
    label: Option<Label>,
    /// What to mend; empty if it was added.
    user_errors: Vec<UserError>,
}

/// What became of a place or a tag that was to be changed.
#[derive(SimpleObject)]
pub(crate) struct ChangeLabelPayload {
    /// In one word.
    outcome: LabelOutcome,
    /// As it stands in the list.
    label: Option<Label>,
    /// What to mend; empty if it was changed.
    user_errors: Vec<UserError>,
}
