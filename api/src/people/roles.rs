//! Giving and taking roles, and inviting people. For whoever runs the site, and only in person: a token that leaked must not
//! make others powerful.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Object, SimpleObject};
use folkmoot_common::{PersonId, Problems};
use folkmoot_people::{Invitation, RoleError};

use super::account::Account;
use super::object::Role;
use crate::context::Reach as _;
use crate::error::ApiError;
use crate::ids;
use crate::user_error::{UserError, user_errors};

/// The acts on roles.
#[derive(Default)]
pub(crate) struct RoleMutations;

#[Object]
impl RoleMutations {
    /// Makes an account for somebody, gives it these roles, and sends them a link that lets them in once, within a day. For
    /// admins who signed in with the browser that asks: with an access token it is FORBIDDEN.
    async fn invite_person(
        &self,
        ctx: &Context<'_>,
        input: InvitePersonInput,
    ) -> Result<InvitePersonPayload, ApiError> {
        ctx.in_person()?;
        ctx.admin()?;
        let services = ctx.services()?;
        let other = match input.language.as_deref().map(|tag| services.letters_in(tag)).transpose() {
            Ok(other) => other,
            Err(problem) => return Ok(InvitePersonPayload::invalid(problem)),
        };
        let words = other.as_deref().unwrap_or(&*services.letters);
        let name = input.name.unwrap_or_default();
        let roles = input.roles.into_iter().map(folkmoot_common::Role::from).collect();
        let invitation = Invitation { email: &input.email, name: &name, roles, why: &input.why };
        match services.people.invite_by_mail(&ctx.viewer(), invitation, words).await {
            Err(RoleError::Invalid(problems)) => Ok(InvitePersonPayload::invalid(problems)),
            invited => {
                // Nobody is suspended before they were here.
                let account = folkmoot_people::Account { person: invited?, suspended_until: None };
                let (outcome, account) = (InvitationOutcome::Invited, Some(Account(account)));
                Ok(InvitePersonPayload { outcome, account, user_errors: Vec::new() })
            }
        }
    }

    /// Gives somebody a role, from their next request on. Nobody changes their own. For admins who signed in with the browser
    /// that asks: with an access token it is FORBIDDEN.
    async fn give_role(&self, ctx: &Context<'_>, input: GiveRoleInput) -> Result<GiveRolePayload, ApiError> {
        ctx.in_person()?;
        ctx.admin()?;
        Ok(change(ctx, &input.person_id, (input.role, true), &input.why).await?.into())
    }

    /// Takes a role from somebody, from their next request on. Nobody changes their own, and one admin always stays. For
    /// admins who signed in with the browser that asks: with an access token it is FORBIDDEN.
    async fn take_role(&self, ctx: &Context<'_>, input: TakeRoleInput) -> Result<TakeRolePayload, ApiError> {
        ctx.in_person()?;
        ctx.admin()?;
        Ok(change(ctx, &input.person_id, (input.role, false), &input.why).await?.into())
    }
}

/// Whose role it is, and whether it changed.
type Changed = Result<(PersonId, bool), Problems>;

async fn change(ctx: &Context<'_>, person: &ID, (role, given): (Role, bool), why: &str) -> Result<Changed, ApiError> {
    let person: PersonId = match ids::field(person, "personId") {
        Ok(person) => person,
        Err(problem) => return Ok(Err(problem.into())),
    };
    match ctx.services()?.people.change_role(&ctx.viewer(), person, (role.into(), given), why).await {
        Err(RoleError::Invalid(problems)) => Ok(Err(problems)),
        changed => Ok(Ok((person, changed?))),
    }
}

/// Somebody who shall have an account.
#[derive(InputObject)]
pub(crate) struct InvitePersonInput {
    /// Their email address. It must have no account yet.
    email: String,
    /// What others see them as; they are asked for it when they come, if it is left out.
    name: Option<String>,
    /// What they may do beyond a citizen.
    #[graphql(default)]
    roles: Vec<Role>,
    /// Why, on one line of 3 to 200 characters. It stays in the record.
    why: String,
    /// In which language the letter is written, as a short code; the site's first, if left out.
    language: Option<String>,
}

/// A role to give.
#[derive(InputObject)]
pub(crate) struct GiveRoleInput {
    /// To whom.
    person_id: ID,
    /// Which.
    role: Role,
    /// Why, on one line of 3 to 200 characters. It stays in the record.
    why: String,
}

/// A role to take.
#[derive(InputObject)]
pub(crate) struct TakeRoleInput {
    /// From whom.
    person_id: ID,
    /// Which.
    role: Role,
    /// Why, on one line of 3 to 200 characters. It stays in the record.
    why: String,
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum InvitationOutcome {
    /// The account is made, and the letter is on its way.
    Invited,
    /// Something must be mended; nothing was done.
    Invalid,
}

/// What became of a role that was to be given or taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum RoleOutcome {
    /// It is so now.
    Done,
    /// It was so before; nothing was changed.
    AsItWas,
    /// Something must be mended; nothing was changed.
    Invalid,
}

/// What became of an invitation.
#[derive(SimpleObject)]
pub(crate) struct InvitePersonPayload {
    /// In one word.
    outcome: InvitationOutcome,
    /// The account, if it was made.
    account: Option<Account>,
    /// What to mend; empty if the account was made.
    user_errors: Vec<UserError>,
}

impl InvitePersonPayload {
    fn invalid(problems: impl Into<Problems>) -> Self {
        let user_errors = user_errors(problems.into());
        Self { outcome: InvitationOutcome::Invalid, account: None, user_errors }
    }
}

macro_rules! role_payload {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        #[graphql(complex)]
        pub(crate) struct $name {
            /// In one word.
            outcome: RoleOutcome,
            /// What to mend; empty if it is so now.
            user_errors: Vec<UserError>,
            #[graphql(skip)]
            person: Option<PersonId>,
        }

        impl From<Changed> for $name {
            fn from(changed: Changed) -> Self {
                match changed {
                    Ok((person, changed)) => {
                        let outcome = if changed { RoleOutcome::Done } else { RoleOutcome::AsItWas };
                        Self { outcome, user_errors: Vec::new(), person: Some(person) }
                    }
                    Err(problems) => {
                        let user_errors = user_errors(problems);
                        Self { outcome: RoleOutcome::Invalid, user_errors, person: None }
                    }
                }
            }
        }

        #[ComplexObject]
        impl $name {
            /// The account as it stands now, read only if you ask for it.
            #[graphql(complexity = "10 + child_complexity")]
            async fn account(&self, ctx: &Context<'_>) -> Result<Option<Account>, ApiError> {
                let Some(person) = self.person else { return Ok(None) };
                let found = ctx.services()?.people.account(&ctx.viewer(), person).await?;
                Ok(Some(Account(found)))
            }
        }
    };
}

role_payload!(
    /// What became of a role that was to be given.
    GiveRolePayload
);
role_payload!(
    /// What became of a role that was to be taken.
    TakeRolePayload
);
