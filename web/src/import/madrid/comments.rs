//! Reading `comments.csv`, twice: first the bones of the threads, then the words in the order they are taken.

use std::collections::hash_map::Entry;
use std::io::{self, Read, Write};

use time::Date;
use time::macros::format_description;

use super::proposals::Born;
use super::threads::{Bone, Bones, Threads};
use crate::import::plan::Span;
use crate::import::run::Desk;
use crate::import::sorted::{Record, Sorted, Sorter, read_number, read_text, write_number, write_text};
use crate::import::table::{Row, Table};
use crate::import::{Fate, ImportError};

/// Its name.
pub(super) const FILE: &str = "comments.csv";
const COLUMNS: [&str; 8] = ["id", "parentId", "proposalId", "userId", "date", "time", "text", "numVotes"];

/// Comments in the order they are taken.
pub(super) struct Remarks {
    /// Themselves.
    pub(super) sorted: Sorted<Remark>,
    /// How many votes they had, of persons unknown.
    pub(super) votes: u64,
}

/// A comment's words. Sorted by time, but never before what it replies to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Remark {
    /// Not before this, in milliseconds since 1970…
    after: i64,
    /// …and at the same time, in order of depth.
    depth: i32,
    /// Its number.
    pub(super) number: u64,
    /// Who wrote it.
    pub(super) author: u64,
    /// What it says.
    pub(super) text: String,
    /// Where it stands in the file.
    pub(super) line: u64,
}

/// Reads the shape of the threads. Every row that can't be taken is noted here.
pub(super) fn bones(desk: &mut Desk<'_>, born: &Born, span: &mut Span) -> Result<Bones, ImportError> {
    let notes = &mut desk.report.notes;
    let mut table = Table::demand(desk.folder, FILE, &COLUMNS, &desk.bar)?;
    let mut bones = Bones::new();
    while let Some(row) = table.next(notes, &desk.bar)? {
        let (number, bone) = match bone(&row, born) {
            Ok(bone) => bone,
            Err(why) => {
                notes.add(FILE, row.line, Fate::NotTaken, why);
                continue;
            }
        };
        match bones.entry(number) {
            Entry::Occupied(_) => {
                notes.add(
                    FILE,
                    row.line,
                    Fate::NotTaken,
                    format!("Comment {number} stands on an earlier line already."),
                );
            }
            Entry::Vacant(place) => {
                span.see(bone.at);
                place.insert(bone);
            }
        }
    }
    Ok(bones)
}

fn bone(row: &Row<'_>, born: &Born) -> Result<(u64, Bone), String> {
    let proposal = row.number("proposalId")?;
    if !born.contains_key(&proposal) {
        return Err(format!("There is no proposal {proposal}."));
    }
    let parent = match row.number::<i64>("parentId")? {
        -1 => None,
        number => {
            Some(u64::try_from(number).map_err(|_negative| format!("There is no comment {number} to reply to."))?)
        }
    };
    row.number::<u64>("userId")?;
    if row.text("text")?.trim().is_empty() {
        return Err("The text is empty.".to_owned());
    }
    Ok((row.number("id")?, Bone::new(parent, proposal, day(row)?.saturating_add(clock(row)?), row.line)))
}

/// Reads the words of all comments that have a place, in the order they are taken.
pub(super) fn read(desk: &mut Desk<'_>, threads: &Threads) -> Result<Remarks, ImportError> {
    // What can't be taken was noted the first time.
    let mut noted = crate::import::Notes::in_short();
    let mut table = Table::demand(desk.folder, FILE, &COLUMNS, &desk.bar)?;
    let (mut sorter, mut votes) = (Sorter::new(), 0_u64);
    while let Some(row) = table.next(&mut noted, &desk.bar)? {
        let Ok(number) = row.number("id") else { continue };
        let Some(bone) = threads.get(number).filter(|bone| bone.line == row.line) else { continue };
        let (Ok(author), Ok(text)) = (row.number("userId"), row.text("text")) else { continue };
        votes = votes.saturating_add(row.number("numVotes").unwrap_or(0));
        let remark =
            Remark { after: bone.after, depth: bone.depth, number, author, text: text.to_owned(), line: row.line };
        sorter.push(remark).map_err(ImportError::Sorting)?;
    }
    Ok(Remarks { sorted: sorter.finish().map_err(ImportError::Sorting)?, votes })
}

/// The beginning of the row's day, in milliseconds since 1970.
pub(super) fn day(row: &Row<'_>) -> Result<i64, String> {
    let text = row.text("date")?.trim();
    let date = Date::parse(text, format_description!("[year]-[month]-[day]"));
    let date = date.map_err(|_not_a_date| "The field “date” is no date: write it as 2015-09-15.".to_owned())?;
    Ok(date.midnight().assume_utc().unix_timestamp().saturating_mul(1_000))
}

/// The row's time of day in milliseconds: `11:48:43`, also after a count of days, as in `0 days 11:48:43`.
fn clock(row: &Row<'_>) -> Result<i64, String> {
    let text = row.text("time")?.trim();
    let refused = || "The field “time” is no time of day: write it as 11:48:43.".to_owned();
    let bare = text.rsplit(' ').next().unwrap_or(text);
    let mut seconds = 0_i64;
    let mut parts = 0;
    for part in bare.split('.').next().unwrap_or(bare).split(':') {
        let number = part.parse::<u8>().ok().filter(|&number| number < 60).ok_or_else(refused)?;
        seconds = seconds * 60 + i64::from(number);
        parts += 1;
        if parts > 3 {
            return Err(refused());
        }
    }
    if parts == 3 && seconds < 86_400 { Ok(seconds * 1_000) } else { Err(refused()) }
}

impl Record for Remark {
    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let numbers = [
            self.after,
            self.depth.into(),
            self.number.cast_signed(),
            self.author.cast_signed(),
            self.line.cast_signed(),
        ];
        numbers.into_iter().try_for_each(|number| write_number(to, number))?;
        write_text(to, &self.text)
    }

    fn read(from: &mut impl Read) -> io::Result<Self> {
        let mut number = || read_number(from);
        let (after, depth, id, author, line) = (number()?, number()?, number()?, number()?, number()?);
        Ok(Self {
            after,
            depth: i32::try_from(depth).map_err(io::Error::other)?,
            number: id.cast_unsigned(),
            author: author.cast_unsigned(),
            text: read_text(from)?,
            line: line.cast_unsigned(),
        })
    }

    fn weight(&self) -> usize {
        size_of::<Self>() + self.text.len()
    }
}
