//! `folkmoot import FORMAT DIR --campaign SLUG`: reads the command's words; what a format means is the importer's.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use folkmoot_common::Sources;

use super::{Failure, say};
use crate::config::Config;
use crate::import;
use crate::site::Site;

/// What to bring in, and where to.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Whose export it is
    format: Format,
    /// The folder with the export's files
    dir: PathBuf,
    /// The campaign that the ideas go into; made when there is none
    #[arg(long, value_name = "SLUG")]
    campaign: String,
    /// What the texts are written in, such as de or zh; the site's first language (Madrid's: es, UK petitions': en) when not said
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Read and check everything, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write every row that wasn't taken, and why, into this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A conversation exported from Polis
    Polis,
    /// Proposals and comments of Decide Madrid
    Madrid,
    /// Petitions to the UK Government and Parliament, with responses and refusals
    UkPetitions,
}

pub(super) async fn run(config: Config, import: Import) -> Result<(), Failure> {
    let (sources, usual) = (Sources::system(), Site::first_language(&config));
    // A dry run opens nothing: not even an empty database is made.
    let site = if import.dry_run { None } else { Some(Site::open(config, sources.clone()).await?) };
    let order = import::Order {
        format: match import.format {
            Format::Polis => import::Format::Polis,
            Format::Madrid => import::Format::Madrid,
            Format::UkPetitions => import::Format::UkPetitions,
        },
        folder: import.dir,
        campaign: import.campaign,
        language: import.language,
        usual,
        report: import.report,
    };
    let shelf = site.as_deref().map(|site| site as &dyn import::Shelf);
    let report = import::run(&order, shelf, sources.now()).await.map_err(|why| Failure::words(why.to_string()))?;
    say::text(&report.to_string());
    Ok(())
}
