//! Opaque ids of the API: the kind of thing and its UUID, in base64. Whoever takes one apart has themselves to blame.
//!
//! An id of another kind is refused here, so that no resolver ever looks for an idea by a comment's id.

use async_graphql::ID;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use folkmoot_common::{CampaignId, CommentId, DepartmentId, Id, IdeaId, PersonId, Problem, ReplyId};
use uuid::Uuid;

use crate::error::ApiError;

/// The API's id of a thing.
pub(crate) fn global<I: Id>(id: I) -> ID {
    ID(URL_SAFE_NO_PAD.encode(format!("{}:{}", I::KIND, id.uuid().simple())))
}

/// Reads an id of this kind; `None` for any other text.
pub(crate) fn read<I: Id>(id: &ID) -> Option<I> {
    let (kind, uuid) = split(id)?;
    (kind == I::KIND).then(|| I::from_uuid(uuid))
}

/// Reads an id that a query names.
pub(crate) fn argument<I: Id>(id: &ID, name: &'static str) -> Result<I, ApiError> {
    read(id)
        .ok_or_else(|| ApiError::invalid(format!("{name}: this is not the id of {}. Take ids from the API.", a::<I>())))
}

/// How many ideas one subscription may name.
const MOST_FOLLOWED: usize = 50;

/// The ideas that a subscription names as its `ideaIds`, each once.
pub(crate) fn followed(ids: &[ID]) -> Result<Vec<IdeaId>, ApiError> {
    if ids.is_empty() || ids.len() > MOST_FOLLOWED {
        return Err(ApiError::invalid(format!("ideaIds: name 1 to {MOST_FOLLOWED} ideas.")));
    }
    let mut wanted = ids.iter().map(|id| argument(id, "ideaIds")).collect::<Result<Vec<IdeaId>, _>>()?;
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
}

/// Reads an id that an input names.
pub(crate) fn field<I: Id>(id: &ID, name: &'static str) -> Result<I, Problem> {
    read(id).ok_or_else(|| {
        Problem::new(name, "INVALID", format!("This is not the id of {}. Take ids from the API.", a::<I>()))
    })
}

/// Everything that `node` finds.
pub(crate) enum Any {
    Idea(IdeaId),
    Comment(CommentId),
    Campaign(CampaignId),
    Person(PersonId),
    Department(DepartmentId),
    Reply(ReplyId),
}

impl Any {
    /// Reads an id of any kind that has a node.
    pub(crate) fn read(id: &ID) -> Option<Self> {
        let (kind, uuid) = split(id)?;
        match kind.as_str() {
            IdeaId::KIND => Some(Self::Idea(IdeaId::from_uuid(uuid))),
            CommentId::KIND => Some(Self::Comment(CommentId::from_uuid(uuid))),
            CampaignId::KIND => Some(Self::Campaign(CampaignId::from_uuid(uuid))),
            PersonId::KIND => Some(Self::Person(PersonId::from_uuid(uuid))),
            DepartmentId::KIND => Some(Self::Department(DepartmentId::from_uuid(uuid))),
            ReplyId::KIND => Some(Self::Reply(ReplyId::from_uuid(uuid))),
            _ => None,
        }
    }
}

fn split(id: &ID) -> Option<(String, Uuid)> {
    let plain = String::from_utf8(URL_SAFE_NO_PAD.decode(id.as_str()).ok()?).ok()?;
    let (kind, uuid) = plain.split_once(':')?;
    Some((kind.to_owned(), Uuid::try_parse(uuid).ok()?))
}

fn a<I: Id>() -> String {
    let article = if I::KIND.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {}", I::KIND)
}

#[cfg(test)]
mod tests;
