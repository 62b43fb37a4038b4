//! `folkmoot person add EMAIL --role ROLE`: how the first moderator gets in. There is no default account.

use clap::Subcommand;
use folkmoot_common::{Role, Roles, Sources};
use folkmoot_people::{DisplayName, Email};

use super::{Failure, say};
use crate::config::Config;
use crate::site::Site;

/// What to do with people.
#[derive(Debug, Subcommand)]
pub(super) enum PersonCommand {
    /// Make a person, or give one more roles; prints a sign-in link that works once
    Add {
        /// Their address
        email: String,
        /// citizen, moderator, officer or admin; may be given several times
        #[arg(long = "role", value_parser = role, required = true)]
        roles: Vec<Role>,
        /// What others see them as
        #[arg(long)]
        name: Option<String>,
    },
}

fn role(word: &str) -> Result<Role, String> {
    Role::parse(word).ok_or_else(|| "the roles are citizen, moderator, officer and admin".to_owned())
}

pub(super) async fn run(config: Config, command: PersonCommand) -> Result<(), Failure> {
    let PersonCommand::Add { email, roles, name } = command;
    let email = Email::parse(&email).map_err(|problem| Failure::words(problem.message))?;
    let name =
        name.map(|name| DisplayName::parse(&name)).transpose().map_err(|problem| Failure::words(problem.message))?;
    let roles: Roles = roles.into_iter().chain([Role::Citizen]).collect();

    let site = Site::open(config, Sources::system()).await?;
    let (_person, link) = site.people.invite(email, roles, name).await?;
    say::line(&site.sign_in_link(&link));
    Ok(())
}
