//! Anything with an id, found by it. Every path goes through the viewer's sight: an id opens no door.

use async_graphql::{Context, ID, Interface, Object};

use crate::campaigns::Campaign;
use crate::comments::Comment;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ideas::Idea;
use crate::ids::Any;
use crate::people::PublicPerson;
use crate::replies::{Department, OfficialReply};

/// Anything with an opaque and lasting id.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque and lasting."))]
pub(crate) enum Node {
    Idea(Idea),
    Comment(Comment),
    Campaign(Campaign),
    PublicPerson(PublicPerson),
    Department(Department),
    OfficialReply(OfficialReply),
}

/// Finding by id.
#[derive(Default)]
pub(crate) struct NodeQueries;

#[Object]
impl NodeQueries {
    /// The thing with this id; null when there is none that the viewer may see.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Node>, ApiError> {
        let loaders = ctx.loaders()?;
        Ok(match Any::read(&id) {
            None => None,
            Some(Any::Idea(id)) => {
                loaders.idea(id).await?.map(|idea| Idea::alone(ctx, idea)).transpose()?.map(Node::Idea)
            }
            Some(Any::Comment(id)) => loaders.comment(id).await?.map(|comment| Node::Comment(Comment(comment))),
            Some(Any::Campaign(id)) => loaders.campaign(id).await?.map(|campaign| Node::Campaign(Campaign(campaign))),
            Some(Any::Person(id)) => loaders.person(id).await?.map(|person| Node::PublicPerson(PublicPerson(person))),
            Some(Any::Department(id)) => loaders.department(id).await?.map(|one| Node::Department(Department(one))),
            Some(Any::Reply(id)) => OfficialReply::found(ctx, id).await?.map(Node::OfficialReply),
        })
    }
}
