//! Finding places and tags. There are few of them: a list is all of them.

use async_graphql::{Context, Object};
use folkmoot_common::LabelId;
use folkmoot_ideas as domain;

use super::object::{Label, LabelKind};
use crate::context::Reach as _;
use crate::error::{ApiError, Code};

/// The questions about places and tags.
#[derive(Default)]
pub(crate) struct LabelQueries;

#[Object]
impl LabelQueries {
    /// The council's places and tags, at most 200 of each: places, then tags, by name. Closed ones are among them.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn labels(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these; both, if left out.")] kind: Option<LabelKind>,
    ) -> Result<Vec<Label>, ApiError> {
        let kind = kind.map(domain::LabelKind::from);
        let all = ctx.services()?.labels.all().await?;
        Ok(all.into_iter().filter(|one| kind.is_none_or(|kind| one.kind == kind)).map(Label).collect())
    }
}

/// The place or tag of this short name, for a filter.
pub(crate) async fn named(
    ctx: &Context<'_>,
    kind: domain::LabelKind,
    slug: Option<&str>,
) -> Result<Option<LabelId>, ApiError> {
    let Some(slug) = slug else { return Ok(None) };
    let all = ctx.loaders()?.all_labels().await?;
    let found = all.iter().find(|one| one.kind == kind && one.slug == slug);
    let unknown = || ApiError::new(Code::NotFound, "There is no place or tag with this short name.");
    Ok(Some(found.ok_or_else(unknown)?.id))
}
