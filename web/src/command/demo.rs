//! `folkmoot demo`: a throwaway council. Everything lies in a temporary folder that goes when the program ends; letters
//! are shown at `/dev/mail` instead of being sent.

mod answers;
mod labels;
mod talk;

use folkmoot_common::{Role, Roles, Sources};
use folkmoot_people::{DisplayName, Email};
use tempfile::TempDir;

use super::{Failure, say, serve};
use crate::config::Config;
use crate::site::Site;

/// One person for each role.
const PEOPLE: [(Role, &str, &str); 4] = [
    (Role::Citizen, "citizen@example.org", "Robin Ash"),
    (Role::Moderator, "moderator@example.org", "Sam Birch"),
    (Role::Officer, "officer@example.org", "Alex Hazel"),
    (Role::Admin, "admin@example.org", "Kim Rowan"),
];

pub(super) async fn run(mut config: Config) -> Result<(), Failure> {
    let folder = tempfile::Builder::new().prefix("folkmoot-demo-").tempdir()?;
    set(&mut config, &folder)?;
    serve::log(&config);
    let listener = serve::listen(&config).await?;
    let site = Site::open(config, Sources::system()).await?;

    crate::import::demo_content(site.as_ref(), site.sources.now())
        .await
        .map_err(|why| Failure::words(why.to_string()))?;

    talk::begin(&site).await?;

    say::line(&format!("A throwaway council is at {}", site.config.site.public_url));
    let (mut officer, mut admin) = (None, None);
    for (role, email, name) in PEOPLE {
        let email = Email::parse(email).map_err(|problem| Failure::words(problem.message))?;
        let name = DisplayName::parse(name).map_err(|problem| Failure::words(problem.message))?;
        let roles: Roles = [Role::Citizen, role].into_iter().collect();
        let (person, link) = site.people.invite(email, roles, Some(name)).await?;
        match role {
            Role::Officer => officer = Some(person.id),
            Role::Admin => admin = Some(person.id),
            Role::Citizen | Role::Moderator => {}
        }
        say::line(&format!("  sign in as {:<10} {}", role.as_str(), site.sign_in_link(&link)));
    }
    if let Some((officer, admin)) = officer.zip(admin) {
        labels::begin(&site, admin).await?;
        answers::begin(&site, officer, admin).await?;
    }
    say::line(&format!("  letters               {}", site.config.site.public_url.link("/dev/mail")));

    serve::until_told(site, listener).await?;
    Ok(folder.close()?)
}

/// What makes a demonstration of any configuration: its own database and key, no Redis, no mail, links that work here.
fn set(config: &mut Config, folder: &TempDir) -> Result<(), Failure> {
    config.dev = true;
    config.database.url = format!("sqlite://{}?mode=rwc", folder.path().join("folkmoot.db").display()).into();
    config.secrets.key_file = std::path::PathBuf::new();
    config.redis.url = "".into();
    config.mail.smtp_url = "".into();
    if config.log.filter == "info" {
        "warn".clone_into(&mut config.log.filter);
    }
    let address = config.server.listen;
    let default = Config::embedded()?;
    if config.site.public_url == default.site.public_url && address != default.server.listen {
        config.site.public_url = format!("http://{address}").parse().map_err(Failure::words)?;
    }
    Ok(())
}
