//! One import from end to end: the order of the command line, the choice of the format, the progress bar.

use std::path::PathBuf;

use folkmoot_common::{Language, Timestamp};
use folkmoot_ideas::Slug;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Directory, Folder, ImportError, Notes, Nowhere, Plan, Report, Shelf, madrid, petitions, polis};

/// What kind of export a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A Polis conversation: `comments.csv`, `votes.csv` or `participants-votes.csv`, `summary.csv`.
    Polis,
    /// Decide Madrid's proposals and their threads: `proposals.csv`, `comments.csv`.
    Madrid,
    /// Records of UK petitions: `petitions-with-responses-and-rejections.json`.
    UkPetitions,
}

impl Format {
    /// What such an export is written in, on a site of this language, when nobody says.
    #[must_use]
    pub fn language(self, usual: &Language) -> Language {
        match self {
            Self::Polis => usual.clone(),
            Self::Madrid => Language::from_stored("es".to_owned()),
            Self::UkPetitions => Language::english(),
        }
    }
}

/// What the command line asks for.
#[derive(Debug, Clone)]
pub struct Order {
    /// What kind of export.
    pub format: Format,
    /// Where it is.
    pub folder: PathBuf,
    /// The campaign's word in addresses, as typed.
    pub campaign: String,
    /// What the export's texts are written in, as typed; nothing for what is usual.
    pub language: Option<String>,
    /// The site's first language.
    pub usual: Language,
    /// Where every remark goes, if not only to the terminal.
    pub report: Option<PathBuf>,
}

/// What an import works with while it runs.
pub(super) struct Desk<'a> {
    /// Where it reads from.
    pub(super) folder: &'a dyn Folder,
    /// Where it puts things.
    pub(super) shelf: &'a dyn Shelf,
    /// What it is to do.
    pub(super) plan: &'a Plan,
    /// What it did.
    pub(super) report: Report,
    /// How far it is.
    pub(super) bar: ProgressBar,
}

/// Does what the command line asks for, with a progress bar on a terminal. Without a shelf to put things on it is a dry run:
/// everything is read, nothing is written.
///
/// # Errors
/// In one line that says what to do.
pub async fn run(order: &Order, shelf: Option<&dyn Shelf>, now: Timestamp) -> Result<Report, ImportError> {
    let campaign = Slug::parse(&order.campaign).map_err(ImportError::Campaign)?;
    if !order.folder.is_dir() {
        return Err(ImportError::NoFolder(order.folder.clone()));
    }
    let notes = match &order.report {
        Some(path) => Notes::into_file(path).map_err(ImportError::Report)?,
        None => Notes::in_short(),
    };
    let language = match &order.language {
        Some(typed) => Language::parse(typed).map_err(ImportError::Language)?,
        None => order.format.language(&order.usual),
    };
    let plan = Plan::new(campaign, now, language);
    let folder = Directory(order.folder.clone());
    let mut report = work(order.format, &folder, shelf.unwrap_or(&Nowhere), &plan, (notes, progress())).await?;
    report.dry_run = shelf.is_none();
    Ok(report)
}

/// Imports a folder, without a word on the terminal.
///
/// # Errors
/// In one line that says what to do.
pub async fn import(
    format: Format,
    folder: &dyn Folder,
    shelf: &dyn Shelf,
    plan: &Plan,
) -> Result<Report, ImportError> {
    work(format, folder, shelf, plan, (Notes::in_short(), ProgressBar::hidden())).await
}

async fn work(
    format: Format,
    folder: &dyn Folder,
    shelf: &dyn Shelf,
    plan: &Plan,
    (notes, bar): (Notes, ProgressBar),
) -> Result<Report, ImportError> {
    let report = Report { campaign: plan.campaign.as_str().to_owned(), notes, ..Report::default() };
    let mut desk = Desk { folder, shelf, plan, report, bar };
    match format {
        Format::Polis => polis::import(&mut desk).await?,
        Format::Madrid => madrid::import(&mut desk).await?,
        Format::UkPetitions => petitions::import(&mut desk).await?,
    }
    desk.bar.finish_and_clear();
    desk.report.notes.finish().map_err(ImportError::Report)?;
    Ok(desk.report)
}

impl Desk<'_> {
    /// Begins a stretch of writing, with so many rows to go.
    pub(super) fn begin(&self, what: &'static str, rows: u64) {
        self.bar.set_length(rows);
        self.bar.set_position(0);
        self.bar.set_message(what);
    }
}

/// A bar on standard error; it draws nothing when that is no terminal.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:28} {wide_bar} {percent:>3} %  {eta:>4}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_bad_template| ProgressStyle::default_bar()))
}
