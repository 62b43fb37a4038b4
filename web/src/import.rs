//! Where the importers go. The command line and `demo` call these names and no others; until the importers land, both
//! say so instead of doing nothing quietly.

use std::path::PathBuf;

use folkmoot_common::Timestamp;

use crate::site::Site;

/// What kind of export a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A Polis conversation.
    Polis,
    /// Decide Madrid's proposals and their threads.
    Madrid,
}

/// What the command line asks for.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    /// What kind of export.
    pub(crate) format: Format,
    /// Where it is.
    pub(crate) folder: PathBuf,
    /// The campaign's word in addresses, as typed.
    pub(crate) campaign: String,
    /// Whether to write nothing.
    pub(crate) dry_run: bool,
    /// Where every remark goes, if not only to the terminal.
    pub(crate) report: Option<PathBuf>,
}

/// Why an import ended.
#[derive(Debug, thiserror::Error)]
#[error("{format:?} exports can't be read by this build: {}, {campaign}, {dry_run}, {report:?}", .folder.display())]
pub(crate) struct ImportError {
    format: Format,
    folder: PathBuf,
    campaign: String,
    dry_run: bool,
    report: Option<PathBuf>,
}

/// Does what the command line asks for.
pub(crate) async fn run(order: &Order, _site: &Site, _now: Timestamp) -> Result<String, ImportError> {
    let Order { format, folder, campaign, dry_run, report } = order.clone();
    Err(ImportError { format, folder, campaign, dry_run, report })
}
