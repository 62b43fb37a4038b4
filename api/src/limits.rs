//! How much one request may ask for. Everything is judged before anything is read, and the document's shape even
//! before the library looks at it: its own walks follow fragments as often as they are spread, so thirty short
//! fragments that spread one another twice would keep it busy for hours.

mod introspection;
mod repeats;
mod shape;
mod tokens;

use std::sync::Arc;

use async_graphql::async_trait::async_trait;
use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextPrepareRequest, NextValidation};
use async_graphql::parser::types::ExecutableDocument;
use async_graphql::{Request, ServerError, ServerResult, ValidationResult};
use folkmoot_common::{PageRequest, Role, Viewer};

use crate::connection::USUAL;

/// How deep a query may nest. The standard introspection query needs 13 by the library's count.
pub(crate) const DEPTH: usize = 15;
/// How deep selections and fragments may nest together.
pub(crate) const RECURSION: usize = 32;
/// Directives on one field.
pub(crate) const DIRECTIVES: usize = 10;

// A query's cost is about the number of fields in its answer at the most.

/// What a query may cost when nobody has signed in: 100 ideas with all their own fields, or 20 with a few comments each.
const NOBODY: usize = 5_000;
/// What a signed-in person's query may cost.
const SIGNED_IN: usize = 20_000;
/// What a moderator's, an officer's or an admin's query may cost.
const STAFF: usize = 50_000;
/// Where counting stops: sums of many of these still fit a machine word.
const CEILING: usize = 1_000_000;

/// What a list costs: its length times one item. An absurd length is refused later; here it must only not overflow.
pub(crate) fn list_cost(first: Option<i32>, last: Option<i32>, item: usize) -> usize {
    let asked = first.or(last).unwrap_or(USUAL);
    let length = usize::try_from(asked).unwrap_or(0).clamp(1, usize::from(PageRequest::MOST));
    length.saturating_mul(item).saturating_add(1).min(CEILING)
}

/// What an idea's comments cost: their first pages are read together for a whole list of ideas, later ones alone.
pub(crate) fn threads_cost(first: Option<i32>, is_later: bool, item: usize) -> usize {
    if is_later { sub_list_cost(first, item) } else { list_cost(first, None, item) }
}

/// What a list inside an item of another list costs: it is a question of its own to the store.
pub(crate) fn sub_list_cost(first: Option<i32>, item: usize) -> usize {
    list_cost(first, None, item).saturating_add(100).min(CEILING)
}

/// What a history costs, however long it is: it may hold a hundred versions, each as large as what it is the history of.
pub(crate) fn history_cost(item: usize) -> usize {
    item.saturating_mul(10).saturating_add(1_000).min(CEILING)
}

/// The request's document, if it is small enough to be parsed at all and can be. The library goes on with what was parsed
/// here.
pub fn document(request: &mut Request) -> Option<&ExecutableDocument> {
    if tokens::check(&request.query).is_err() {
        return None;
    }
    request.parsed_query().ok()
}

/// The limits as an extension of the schema.
pub(crate) struct Limits;

impl ExtensionFactory for Limits {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait]
impl Extension for Limits {
    async fn prepare_request(
        &self,
        ctx: &ExtensionContext<'_>,
        request: Request,
        next: NextPrepareRequest<'_>,
    ) -> ServerResult<Request> {
        let mut request = next.run(ctx, request).await?;
        tokens::check(&request.query).map_err(refused)?;
        // Parsed here once; the library uses what was parsed.
        let document = request.parsed_query()?;
        shape::check(document).map_err(refused)?;
        repeats::check(document).map_err(refused)?;
        introspection::check(document).map_err(refused)?;
        Ok(request)
    }

    async fn validation(
        &self,
        ctx: &ExtensionContext<'_>,
        next: NextValidation<'_>,
    ) -> Result<ValidationResult, Vec<ServerError>> {
        let result = next.run(ctx).await?;
        let most = allowance(&ctx.data_opt::<Viewer>().copied().unwrap_or_default());
        if result.complexity > most {
            let cost = result.complexity.min(CEILING);
            return Err(vec![refused(format!(
                "This query costs {cost} and {most} fit. Ask for fewer items or fewer fields at a time."
            ))]);
        }
        Ok(result)
    }
}

fn allowance(viewer: &Viewer) -> usize {
    let staff = [Role::Moderator, Role::Officer, Role::Admin].into_iter().any(|role| viewer.has(role));
    match viewer {
        Viewer::Nobody => NOBODY,
        Viewer::Person { .. } if staff => STAFF,
        Viewer::Person { .. } => SIGNED_IN,
    }
}

fn refused(why: String) -> ServerError {
    ServerError::new(why, None)
}

#[cfg(test)]
mod tests;
