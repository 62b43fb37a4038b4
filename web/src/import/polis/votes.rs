//! Reading `votes.csv`, and telling apart votes that share a millisecond.

use std::io::{self, Read, Write};
use std::time::Duration;

use folkmoot_votes::Choice;

use super::Born;
use crate::import::plan::Span;
use crate::import::run::Desk;
use crate::import::sorted::{Record, Sorted, Sorter, read_number, write_number};
use crate::import::table::{Row, Table};
use crate::import::{Fate, ImportError};

const FILE: &str = "votes.csv";
const COLUMNS: [&str; 4] = ["timestamp", "comment-id", "voter-id", "vote"];

/// A vote as the export has it. Sorted by time; of votes by one person on one comment in one millisecond, the one
/// further down in the file is the later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ballot {
    /// Milliseconds since 1970.
    pub(super) at: i64,
    /// On which comment.
    pub(super) comment: u64,
    /// Whose.
    pub(super) voter: u64,
    /// Where it stands in the file.
    pub(super) line: u64,
    /// 1, 0 or -1.
    pub(super) vote: i8,
    /// Whether it comes from the matrix.
    pub(super) from_matrix: bool,
}

impl Ballot {
    /// What it chooses; nothing when it is a pass.
    pub(super) const fn choice(&self) -> Option<Choice> {
        super::choice(self.vote)
    }

    /// The file it comes from.
    pub(super) const fn file(&self) -> &'static str {
        if self.from_matrix { super::matrix::FILE } else { FILE }
    }
}

/// Reads all votes in order of time; `None` when there is no such file.
pub(super) fn read(desk: &mut Desk<'_>, born: &Born, span: &mut Span) -> Result<Option<Sorted<Ballot>>, ImportError> {
    let notes = &mut desk.report.notes;
    let Some(mut table) = Table::open(desk.folder, FILE, &COLUMNS, &desk.bar)? else { return Ok(None) };
    let mut sorter = Sorter::new();
    while let Some(row) = table.next(notes, &desk.bar)? {
        match ballot(&row, born) {
            Ok(ballot) => {
                span.see(ballot.at);
                sorter.push(ballot).map_err(ImportError::Sorting)?;
            }
            Err(why) => notes.add(FILE, row.line, Fate::NotTaken, why),
        }
    }
    sorter.finish().map(Some).map_err(ImportError::Sorting)
}

fn ballot(row: &Row<'_>, born: &Born) -> Result<Ballot, String> {
    let comment = row.number("comment-id")?;
    if !born.contains_key(&comment) {
        return Err(format!("There is no comment {comment}."));
    }
    let vote = row.number("vote")?;
    if !matches!(vote, -1..=1) {
        return Err(format!("The vote is {vote}, and only 1, 0 and -1 have a meaning."));
    }
    let (at, voter) = (row.millis("timestamp")?, row.number("voter-id")?);
    Ok(Ballot { at, comment, voter, line: row.line, vote, from_matrix: false })
}

/// Places votes that share a millisecond one microsecond apart, so that the later one counts.
#[derive(Default)]
pub(super) struct Ties {
    last: Option<(i64, u64, u64)>,
    count: u64,
}

impl Ties {
    /// How far into its millisecond this vote goes; `None` when the millisecond is full. Votes come in their order.
    pub(super) fn place(&mut self, ballot: &Ballot) -> Option<Duration> {
        let key = Some((ballot.at, ballot.comment, ballot.voter));
        self.count = if self.last == key { self.count.saturating_add(1) } else { 0 };
        self.last = key;
        (self.count < 1_000).then(|| Duration::from_micros(self.count))
    }
}

impl Record for Ballot {
    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let vote = i64::from(self.vote) * 2 + i64::from(self.from_matrix);
        for number in [self.at, self.comment.cast_signed(), self.voter.cast_signed(), self.line.cast_signed(), vote] {
            write_number(to, number)?;
        }
        Ok(())
    }

    fn read(from: &mut impl Read) -> io::Result<Self> {
        let mut number = || read_number(from);
        let (at, comment, voter, line, vote) = (number()?, number()?, number()?, number()?, number()?);
        Ok(Self {
            at,
            comment: comment.cast_unsigned(),
            voter: voter.cast_unsigned(),
            line: line.cast_unsigned(),
            vote: i8::try_from(vote.div_euclid(2)).map_err(io::Error::other)?,
            from_matrix: vote.rem_euclid(2) == 1,
        })
    }

    fn weight(&self) -> usize {
        size_of::<Self>()
    }
}
