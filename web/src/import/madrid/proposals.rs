//! Reading `proposals.csv`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{self, Read, Write};

use crate::import::plan::Span;
use crate::import::run::Desk;
use crate::import::sorted::{Record, Sorted, Sorter, read_number, read_text, write_number, write_text};
use crate::import::table::{Row, Table};
use crate::import::{Fate, ImportError};

/// Its name.
pub(super) const FILE: &str = "proposals.csv";
const COLUMNS: [&str; 7] = ["id", "title", "userId", "date", "summary", "text", "numSupports"];

/// The time of every proposal, by its number.
pub(super) type Born = HashMap<u64, i64>;

/// Proposals in order of time.
pub(super) struct Proposals {
    /// Themselves.
    pub(super) sorted: Sorted<Proposal>,
    /// How many supports they had, of persons unknown.
    pub(super) supports: u64,
}

/// A proposal as the data has it. Sorted by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Proposal {
    /// Milliseconds since 1970: the beginning of its day.
    pub(super) at: i64,
    /// Its number.
    pub(super) number: u64,
    /// Who wrote it.
    pub(super) author: u64,
    /// Its title.
    pub(super) title: String,
    /// What it says in short.
    pub(super) summary: String,
    /// What it says.
    pub(super) text: String,
    /// Where it stands in the file.
    pub(super) line: u64,
}

/// Reads all proposals: their times by number, and themselves in order of time.
pub(super) fn read(desk: &mut Desk<'_>, span: &mut Span) -> Result<(Born, Proposals), ImportError> {
    let notes = &mut desk.report.notes;
    let mut table = Table::demand(desk.folder, FILE, &COLUMNS, &desk.bar)?;
    let (mut born, mut sorter, mut supports) = (Born::new(), Sorter::new(), 0_u64);
    while let Some(row) = table.next(notes, &desk.bar)? {
        let proposal = match proposal(&row) {
            Ok(proposal) => proposal,
            Err(why) => {
                notes.add(FILE, row.line, Fate::NotTaken, why);
                continue;
            }
        };
        match born.entry(proposal.number) {
            Entry::Occupied(_) => {
                let why = format!("Proposal {} stands on an earlier line already.", proposal.number);
                notes.add(FILE, row.line, Fate::NotTaken, why);
            }
            Entry::Vacant(place) => {
                place.insert(proposal.at);
                span.see(proposal.at);
                supports = supports.saturating_add(row.number("numSupports").unwrap_or(0));
                sorter.push(proposal).map_err(ImportError::Sorting)?;
            }
        }
    }
    Ok((born, Proposals { sorted: sorter.finish().map_err(ImportError::Sorting)?, supports }))
}

fn proposal(row: &Row<'_>) -> Result<Proposal, String> {
    Ok(Proposal {
        at: super::comments::day(row)?,
        number: row.number("id")?,
        author: row.number("userId")?,
        title: row.text("title")?.to_owned(),
        summary: row.text("summary")?.to_owned(),
        text: row.text("text")?.to_owned(),
        line: row.line,
    })
}

impl Record for Proposal {
    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        for number in [self.at, self.number.cast_signed(), self.author.cast_signed(), self.line.cast_signed()] {
            write_number(to, number)?;
        }
        [&self.title, &self.summary, &self.text].into_iter().try_for_each(|text| write_text(to, text))
    }

    fn read(from: &mut impl Read) -> io::Result<Self> {
        let mut number = || read_number(from);
        let (at, id, author, line) = (number()?, number()?, number()?, number()?);
        Ok(Self {
            at,
            number: id.cast_unsigned(),
            author: author.cast_unsigned(),
            title: read_text(from)?,
            summary: read_text(from)?,
            text: read_text(from)?,
            line: line.cast_unsigned(),
        })
    }

    fn weight(&self) -> usize {
        size_of::<Self>() + self.title.len() + self.summary.len() + self.text.len()
    }
}
