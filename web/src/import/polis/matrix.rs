//! Reading `participants-votes.csv`, for exports without a `votes.csv`: one row for each person, one column for each
//! comment, 1, 0, -1 or nothing in it.
//!
//! It has last choices and no times. All of them get the time of the last comment: no vote in it can be known to be
//! older, and a later export's matrix is newer.

use super::Born;
use super::votes::Ballot;
use crate::import::run::Desk;
use crate::import::sorted::{Sorted, Sorter};
use crate::import::table::{Row, Table};
use crate::import::{Fate, ImportError};

/// Its name.
pub(super) const FILE: &str = "participants-votes.csv";
const COLUMNS: [&str; 2] = ["participant", "n-disagree"];

/// Reads all last choices, as if made at this time.
pub(super) fn read(desk: &mut Desk<'_>, born: &Born, at: i64) -> Result<Sorted<Ballot>, ImportError> {
    let notes = &mut desk.report.notes;
    let table = Table::open(desk.folder, FILE, &COLUMNS, &desk.bar)?;
    let mut table = table.ok_or(ImportError::NoFile { file: "votes.csv or participants-votes.csv" })?;

    // Comments' columns follow the counts of the person's votes, and have numbers for names.
    let first = table.header().iter().position(|name| name == "n-disagree").unwrap_or_default();
    let mut comments = vec![None; table.header().len()];
    for (column, (name, place)) in table.header().iter().zip(&mut comments).enumerate().skip(first.saturating_add(1)) {
        match name.parse::<u64>() {
            Ok(comment) if born.contains_key(&comment) => *place = Some(comment),
            Ok(comment) => {
                notes.add(FILE, 1, Fate::NotTaken, format!("There is no comment {comment} (column {}).", column + 1))
            }
            Err(_not_a_comment) => {}
        }
    }

    let mut sorter = Sorter::new();
    while let Some(row) = table.next(notes, &desk.bar)? {
        let voter = match row.number("participant") {
            Ok(voter) => voter,
            Err(why) => {
                notes.add(FILE, row.line, Fate::NotTaken, why);
                continue;
            }
        };
        for (comment, cell) in votes(&row, &comments) {
            match cell {
                Ok(vote) => {
                    let ballot = Ballot { at, comment, voter, line: row.line, vote, from_matrix: true };
                    sorter.push(ballot).map_err(ImportError::Sorting)?;
                }
                Err(text) => {
                    let why =
                        format!("The vote on comment {comment} is “{text}”, and only 1, 0 and -1 have a meaning.");
                    notes.add(FILE, row.line, Fate::NotTaken, why);
                }
            }
        }
    }
    sorter.finish().map_err(ImportError::Sorting)
}

/// The votes in a row; empty cells are none.
fn votes<'r>(row: &'r Row<'_>, comments: &'r [Option<u64>]) -> impl Iterator<Item = (u64, Result<i8, String>)> + 'r {
    row.cells().zip(comments).filter_map(|(cell, comment)| {
        let comment = (*comment)?;
        let vote = match cell.trim_ascii() {
            b"" => return None,
            b"1" => Ok(1),
            b"0" => Ok(0),
            b"-1" => Ok(-1),
            other => Err(folkmoot_text::shorten(&String::from_utf8_lossy(other), 20)),
        };
        Some((comment, vote))
    })
}
