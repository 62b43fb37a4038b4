//! Reading `comments.csv`.

use std::collections::hash_map::Entry;
use std::io::{self, Read, Write};

use super::Born;
use crate::import::plan::Span;
use crate::import::run::Desk;
use crate::import::sorted::{Record, Sorted, Sorter, read_number, read_text, write_number, write_text};
use crate::import::table::{Row, Table};
use crate::import::{Fate, ImportError};

const FILE: &str = "comments.csv";
const COLUMNS: [&str; 5] = ["timestamp", "comment-id", "author-id", "moderated", "comment-body"];

/// A comment as the export has it. Sorted by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Statement {
    /// Milliseconds since 1970.
    pub(super) at: i64,
    /// Its number in the conversation.
    pub(super) number: u64,
    /// Who wrote it.
    pub(super) author: u64,
    /// 1, 0 or -1.
    pub(super) moderated: i8,
    /// What it says.
    pub(super) body: String,
    /// Where it stands in the file.
    pub(super) line: u64,
}

/// Reads all comments: their times by number, and themselves in order of time.
pub(super) fn read(desk: &mut Desk<'_>, span: &mut Span) -> Result<(Born, Sorted<Statement>), ImportError> {
    let notes = &mut desk.report.notes;
    let mut table = Table::demand(desk.folder, FILE, &COLUMNS, &desk.bar)?;
    let (mut born, mut sorter) = (Born::new(), Sorter::new());
    while let Some(row) = table.next(notes, &desk.bar)? {
        let statement = match statement(&row) {
            Ok(statement) => statement,
            Err(why) => {
                notes.add(FILE, row.line, Fate::NotTaken, why);
                continue;
            }
        };
        match born.entry(statement.number) {
            Entry::Occupied(_) => {
                let why = format!("Comment {} stands on an earlier line already.", statement.number);
                notes.add(FILE, row.line, Fate::NotTaken, why);
            }
            Entry::Vacant(place) => {
                place.insert(statement.at);
                span.see(statement.at);
                sorter.push(statement).map_err(ImportError::Sorting)?;
            }
        }
    }
    Ok((born, sorter.finish().map_err(ImportError::Sorting)?))
}

fn statement(row: &Row<'_>) -> Result<Statement, String> {
    let moderated = row.number("moderated")?;
    if !matches!(moderated, -1..=1) {
        return Err(format!("The field “moderated” is {moderated}, and only 1, 0 and -1 have a meaning."));
    }
    Ok(Statement {
        at: row.millis("timestamp")?,
        number: row.number("comment-id")?,
        author: row.number("author-id")?,
        moderated,
        body: row.text("comment-body")?.to_owned(),
        line: row.line,
    })
}

impl Record for Statement {
    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        for number in [
            self.at,
            self.number.cast_signed(),
            self.author.cast_signed(),
            self.moderated.into(),
            self.line.cast_signed(),
        ] {
            write_number(to, number)?;
        }
        write_text(to, &self.body)
    }

    fn read(from: &mut impl Read) -> io::Result<Self> {
        let mut number = || read_number(from);
        let (at, id, author, moderated, line) = (number()?, number()?, number()?, number()?, number()?);
        Ok(Self {
            at,
            number: id.cast_unsigned(),
            author: author.cast_unsigned(),
            moderated: i8::try_from(moderated).map_err(io::Error::other)?,
            body: read_text(from)?,
            line: line.cast_unsigned(),
        })
    }

    fn weight(&self) -> usize {
        size_of::<Self>() + self.body.len()
    }
}
