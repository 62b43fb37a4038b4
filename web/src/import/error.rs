//! Why an import ends. A bad row is no reason: those are in the report.

use std::io;
use std::path::PathBuf;

use folkmoot_common::{Problem, StorageError};

/// Why an import ended before its end, in one line that says what to do. What it had taken by then stays, and running
/// it again goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The campaign's name can't be one.
    #[error("--campaign: {}", .0.message)]
    Campaign(Problem),
    /// The language can't be one.
    #[error("--language: {}", .0.message)]
    Language(Problem),
    /// There is no such folder.
    #[error("{} is no folder: give the folder that holds the export’s files", .0.display())]
    NoFolder(PathBuf),
    /// A file is missing.
    #[error("there is no {file} in that folder: give the folder that holds the export’s files")]
    NoFile {
        /// Its name.
        file: &'static str,
    },
    /// A file can't be read.
    #[error("{file} can’t be read: {source}")]
    Read {
        /// Its name.
        file: &'static str,
        /// Why.
        source: io::Error,
    },
    /// A file is of another kind.
    #[error("{file} has no column “{column}”: is it the right kind of export?")]
    Column {
        /// Its name.
        file: &'static str,
        /// What is missing.
        column: &'static str,
    },
    /// Sorting needs room for temporary files.
    #[error("the rows can’t be sorted: {0}; is there room for temporary files?")]
    Sorting(#[source] io::Error),
    /// The report can't be written.
    #[error("the report can’t be written: {0}")]
    Report(#[source] io::Error),
    /// The database failed.
    #[error("{0}; run the same import again to go on from here")]
    Storage(#[from] StorageError),
}
