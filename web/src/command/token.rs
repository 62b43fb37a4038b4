//! `folkmoot token issue EMAIL`: access tokens for scripts, and for measuring with many people at once.

use clap::Subcommand;
use folkmoot_common::{Role, Roles, Sources, Viewer};
use folkmoot_people::{DisplayName, Email, Issued, TokenName};

use super::{Failure, say};
use crate::config::Config;
use crate::site::Site;

/// What to do with tokens.
#[derive(Debug, Subcommand)]
pub(super) enum TokenCommand {
    /// Print new access tokens, one a line; they are shown only now
    Issue {
        /// Whose token it is; the person is made when there is none
        #[arg(required_unless_present = "count")]
        email: Option<String>,
        /// Make so many people without an address instead, with a token each
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
        count: Option<u32>,
        /// What those people are called, before their number
        #[arg(long, requires = "count", default_value = "Tester")]
        prefix: String,
    },
}

pub(super) async fn run(config: Config, command: TokenCommand) -> Result<(), Failure> {
    let TokenCommand::Issue { email, count, prefix } = command;
    let site = Site::open(config, Sources::system()).await?;
    if let Some(count) = count {
        return many(&site, count, &prefix).await;
    }
    one(&site, email.as_deref().unwrap_or_default()).await
}

async fn one(site: &Site, email: &str) -> Result<(), Failure> {
    let email = Email::parse(email).map_err(|problem| Failure::words(problem.message))?;
    let name = TokenName::parse("Command line").map_err(|problem| Failure::words(problem.message))?;
    let person = site.people.add_person(email, Roles::default().with(Role::Citizen), None).await?;
    let viewer = Viewer::Person { id: person.id, roles: person.roles };
    match site.people.issue_token(&viewer, name).await? {
        Issued::Token(_info, secret) => say::line(&secret.reveal()),
        Issued::TooMany => {
            return Err(Failure::words("this person has as many tokens as one may have: end some at /me"));
        }
        Issued::NotSignedIn => return Err(Failure::words("there is nobody to give a token to")),
    }
    Ok(())
}

async fn many(site: &Site, count: u32, prefix: &str) -> Result<(), Failure> {
    let prefix = DisplayName::parse(prefix).map_err(|problem| Failure::words(problem.message))?;
    let secrets = site.people.issue_tokens(count, &prefix).await?;
    let lines: String = secrets.iter().map(|secret| format!("{}\n", secret.reveal())).collect();
    say::text(&lines);
    Ok(())
}
