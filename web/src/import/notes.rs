//! What an import says about single rows: every row that wasn't taken, or not as it stood, with its line and the reason.
//!
//! Memory stays flat however bad a file is: the first twenty are kept for the terminal, the rest only counted, and all
//! of them go to the file that `--report` names, as they are found.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::Path;

#[cfg(test)]
mod tests;

/// What became of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It isn't in the database.
    NotTaken,
    /// It is, with its words mended.
    Mended,
    /// It is, in another place than it asked for.
    Moved,
}

impl Fate {
    /// The words of reports.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotTaken => "not taken",
            Self::Mended => "taken, mended",
            Self::Moved => "taken, in another place",
        }
    }
}

/// One remark about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which file.
    pub file: &'static str,
    /// On which line the row begins; the header is line 1.
    pub line: u64,
    /// What became of it.
    pub fate: Fate,
    /// Why, in plain words.
    pub why: String,
}

/// The remarks of one import.
#[derive(Default)]
pub struct Notes {
    first: Vec<Note>,
    counts: BTreeMap<(&'static str, Fate), u64>,
    sink: Option<csv::Writer<File>>,
    broken: Option<io::Error>,
}

impl Notes {
    /// How many are kept for the terminal.
    pub const SHOWN: usize = 20;

    /// Remarks that are kept in short only.
    #[must_use]
    pub fn in_short() -> Self {
        Self::default()
    }

    /// Remarks that also go to a file: CSV with `file`, `line`, `outcome`, `reason`.
    ///
    /// # Errors
    /// When the file can't be made.
    pub fn into_file(path: &Path) -> io::Result<Self> {
        let mut sink = csv::Writer::from_writer(File::create(path)?);
        sink.write_record(["file", "line", "outcome", "reason"])?;
        Ok(Self { sink: Some(sink), ..Self::default() })
    }

    /// Notes what became of a row.
    pub(super) fn add(&mut self, file: &'static str, line: u64, fate: Fate, why: impl Into<String>) {
        let note = Note { file, line, fate, why: why.into() };
        let count = self.counts.entry((file, fate)).or_default();
        *count = count.saturating_add(1);
        if let Some(sink) = &mut self.sink
            && let Err(error) = sink.write_record([file, &line.to_string(), fate.words(), &note.why])
        {
            // A full disk shouldn't stop the import; it is said at the end.
            self.broken = Some(error.into());
            self.sink = None;
        }
        if self.first.len() < Self::SHOWN {
            self.first.push(note);
        }
    }

    /// Writes out what is left for the file.
    ///
    /// # Errors
    /// When any remark couldn't be written to the file.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        match (self.broken.take(), &mut self.sink) {
            (Some(error), _) => Err(error),
            (None, Some(sink)) => sink.flush(),
            (None, None) => Ok(()),
        }
    }

    /// The first remarks, in the order they were found.
    #[must_use]
    pub fn first(&self) -> &[Note] {
        &self.first
    }

    /// How many rows of each file met which fate.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, Fate, u64)> + '_ {
        self.counts.iter().map(|(&(file, fate), &count)| (file, fate, count))
    }

    /// How many rows of a file met a fate.
    #[must_use]
    pub fn count(&self, file: &str, fate: Fate) -> u64 {
        self.counts().filter(|&(name, met, _)| name == file && met == fate).map(|(_, _, count)| count).sum()
    }

    /// How many remarks there are.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.values().sum()
    }
}
