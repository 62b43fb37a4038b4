//! An account and what was given to it, as whoever runs the site sees them: addresses stand here, so nobody else ever gets
//! one.

use async_graphql::{Context, ID, Object};

use super::object::{PublicPerson, Role, in_english};
use crate::context::Reach as _;
use crate::date_time::DateTime;
use crate::error::ApiError;
use crate::ids;

/// Somebody's account. Only admins ever get one.
pub(crate) struct Account(pub(super) folkmoot_people::Account);

/// Somebody's account, for whoever runs the site.
#[Object]
impl Account {
    /// The person's id: opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.person.id)
    }

    /// The name that others see; plain text.
    async fn name(&self) -> String {
        in_english(&self.0.person.called()).to_owned()
    }

    /// Where letters go; null for an account without an address.
    async fn email(&self) -> Option<&str> {
        self.0.person.email.as_ref().map(folkmoot_people::Email::as_str)
    }

    /// What they may do. Everybody is a citizen.
    async fn roles(&self) -> Vec<Role> {
        self.0.person.roles.iter().map(Into::into).collect()
    }

    /// Up to when a moderator keeps them from posting; null when nobody does.
    async fn suspended_until(&self, ctx: &Context<'_>) -> Result<Option<DateTime>, ApiError> {
        let now = ctx.services()?.sources.now();
        Ok(self.0.suspended_until.filter(|until| *until > now).map(DateTime))
    }

    /// When the account was made.
    async fn created_at(&self) -> DateTime {
        self.0.person.created_at.into()
    }
}

/// A role that was given or taken. Only admins ever get one.
pub(crate) struct RoleChange(pub(super) folkmoot_people::RoleChange);

/// A role that was given to somebody, or taken from them.
#[Object]
impl RoleChange {
    /// Opaque and lasting.
    async fn id(&self) -> ID {
        ids::global(self.0.id)
    }

    /// Which.
    async fn role(&self) -> Role {
        self.0.role.into()
    }

    /// Whether it was given; otherwise it was taken.
    async fn is_given(&self) -> bool {
        self.0.given
    }

    /// Why; null where it came by the command line, or with a department.
    async fn why(&self) -> Option<&str> {
        self.0.why.as_deref()
    }

    /// By whom; null for the command line, and for somebody who has left.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PublicPerson>, ApiError> {
        let Some(by) = self.0.by else { return Ok(None) };
        Ok(ctx.loaders()?.person(by).await?.map(PublicPerson))
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }
}
