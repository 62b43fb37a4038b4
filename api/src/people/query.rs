//! Who asks; and whoever else has an account, for those who run the site.

use async_graphql::{Context, ID, Object};
use folkmoot_people::RoleError;

use super::account::{Account, RoleChange};
use super::object::Person;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;

/// The questions about people.
#[derive(Default)]
pub(crate) struct PersonQueries;

#[Object]
impl PersonQueries {
    /// The account that asks; null when nobody has signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Option<Person>, ApiError> {
        Ok(ctx.services()?.people.person(&ctx.viewer()).await?.map(Person))
    }

    /// Accounts, at most 50, by address. For admins.
    #[graphql(complexity = "20 + 50 * child_complexity")]
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Words of their name or their address. Left out: the council's own people, and whoever is suspended."
        )]
        search: Option<String>,
    ) -> Result<Vec<Account>, ApiError> {
        ctx.admin()?;
        let words = search.unwrap_or_default();
        let found = ctx.services()?.people.find_accounts(&ctx.viewer(), &words).await?;
        Ok(found.into_iter().map(Account).collect())
    }

    /// One account by its person's id; null when there is none. For admins.
    #[graphql(complexity = "10 + child_complexity")]
    async fn account(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Account>, ApiError> {
        ctx.admin()?;
        let id = ids::argument(&id, "id")?;
        match ctx.services()?.people.account(&ctx.viewer(), id).await {
            Err(RoleError::NotFound) => Ok(None),
            found => Ok(Some(Account(found?))),
        }
    }

    /// What was given to somebody and taken from them, newest first; at most 100. For admins.
    #[graphql(complexity = "20 + 100 * child_complexity")]
    async fn role_changes(&self, ctx: &Context<'_>, person_id: ID) -> Result<Vec<RoleChange>, ApiError> {
        ctx.admin()?;
        let id = ids::argument(&person_id, "personId")?;
        let changes = ctx.services()?.people.role_changes(&ctx.viewer(), id).await?;
        let loaders = ctx.loaders()?;
        changes.iter().filter_map(|change| change.by).for_each(|by| loaders.expect_person(by));
        Ok(changes.into_iter().map(RoleChange).collect())
    }
}
