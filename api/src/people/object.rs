//! A person as others see them, and as they see themselves.

use async_graphql::{Context, Enum, ID, Object};
use folkmoot_common as common;
use folkmoot_ideas::IdeaFilter;
use folkmoot_people::Called;

use crate::connection::{Listing, Window};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ideas::{self, Idea, IdeaOrder};
use crate::ids;
use crate::limits::list_cost;
use crate::telling::Notices;

/// What everybody may know of a person.
pub(crate) struct PublicPerson(pub(crate) folkmoot_people::PublicPerson);

/// What everybody may know of a person.
#[Object]
impl PublicPerson {
    /// Opaque and lasting.
    pub(crate) async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// The name they chose; plain text.
    async fn name(&self) -> &str {
        in_english(&self.0.called)
    }
}

/// A name for those who read the API, whose words are English: the chosen one, or what stands for it.
pub(super) fn in_english(called: &Called) -> &str {
    match called {
        Called::Named(name) => name,
        Called::Nameless => "Resident",
        Called::Former => "Former member",
    }
}

/// The viewer's own account.
pub(crate) struct Person(pub(crate) folkmoot_people::Person);

/// The viewer's own account. Nobody else's can be read so.
#[Object]
impl Person {
    /// Opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// The name that others see; plain text.
    async fn name(&self) -> String {
        in_english(&self.0.called()).to_owned()
    }

    /// Where letters go; null for an account without an address.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_ref().map(folkmoot_people::Email::as_str)
    }

    /// What they may do.
    async fn roles(&self) -> Vec<Role> {
        self.0.roles.iter().map(Into::into).collect()
    }

    /// How often they are told what happens with ideas that they posted, support or follow.
    async fn notices(&self, ctx: &Context<'_>) -> Result<Notices, ApiError> {
        Ok(ctx.services()?.telling.pace(&ctx.viewer()).await?.unwrap_or_default().into())
    }

    /// When the account was made.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// Their own ideas, whatever their status, newest first; at most 100 at a time.
    #[graphql(complexity = "list_cost(first, None, child_complexity)")]
    async fn ideas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many: 1 to 100, 20 if left out.")] first: Option<i32>,
        #[graphql(desc = "Where to go on: the endCursor of the page before.")] after: Option<String>,
    ) -> Result<Listing<Idea>, ApiError> {
        let filter = IdeaFilter { author: Some(self.0.id), ..IdeaFilter::default() };
        let window = Window { first, after, ..Window::default() };
        ideas::list(ctx, filter, Some(IdeaOrder::Newest), &window).await
    }
}

/// What a person may do beyond their own things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "common::Role")]
pub(crate) enum Role {
    /// Posts, votes, comments. Everybody with an account.
    Citizen,
    /// Decides what is published.
    Moderator,
    /// Replies for the council.
    Officer,
    /// Runs the site.
    Admin,
}
