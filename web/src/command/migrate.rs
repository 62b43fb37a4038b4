//! `folkmoot migrate up|down|status`: the operator's hand on the schema.

use clap::Subcommand;

use super::{Failure, say};
use crate::config::Config;
use crate::site::{Site, StartError};

/// What to do with the schema.
#[derive(Debug, Subcommand)]
pub(super) enum Migrate {
    /// Apply what is missing
    Up,
    /// Take the newest migrations back, and the data in what they made
    Down {
        /// How many
        #[arg(long, default_value_t = 1)]
        steps: u32,
    },
    /// List every migration and whether the database has it
    Status,
}

pub(super) async fn run(config: &Config, migrate: Migrate) -> Result<(), Failure> {
    let url = config.database.url.reveal();
    match migrate {
        Migrate::Up => {
            let applied = Site::migrate(config).await?;
            say::line(&format!("{applied} migrations applied"));
        }
        Migrate::Down { steps } => {
            folkmoot_migrations::down(url, steps).await.map_err(StartError::from)?;
            say::line(&format!("{steps} migrations taken back"));
        }
        Migrate::Status => {
            for step in folkmoot_migrations::status(url).await.map_err(StartError::from)? {
                let mark = if step.applied { "applied" } else { "missing" };
                say::line(&format!("{mark}  {}", step.name));
            }
        }
    }
    Ok(())
}
