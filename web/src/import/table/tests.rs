//! Files as they shouldn't be.

use indicatif::ProgressBar;

use super::Table;
use crate::import::{Carried, Fate, ImportError, Notes};

fn open(content: &'static [u8]) -> Result<Table, ImportError> {
    let files: &'static [(&'static str, &'static [u8])] = Box::leak(Box::new([("votes.csv", content)]));
    Table::demand(&Carried(files), "votes.csv", &["vote", "timestamp"], &ProgressBar::hidden())
}

#[test]
fn columns_are_found_by_name_wherever_they_stand() {
    let mut table = open("\u{feff}timestamp,other,vote\r\n1651045893819,x,-1\r\n".as_bytes()).unwrap();
    let mut notes = Notes::in_short();
    let row = table.next(&mut notes, &ProgressBar::hidden()).unwrap().unwrap();
    assert_eq!(row.line, 2);
    assert_eq!(row.number::<i8>("vote"), Ok(-1));
    assert_eq!(row.millis("timestamp"), Ok(1_651_045_893_819));
    assert_eq!(row.text("nowhere"), Ok(""));
}

#[test]
fn a_header_without_a_needed_name_is_refused_by_name() {
    let refused = open(b"timestamp,choice\n1,1\n").err().unwrap();
    assert_eq!(refused.to_string(), "votes.csv has no column “vote”: is it the right kind of export?");
}

#[test]
fn bad_rows_are_noted_with_their_lines_and_the_next_is_read() {
    let content = b"timestamp,vote\n1\n\n2,\"a\nb\"\n3,\xff\n4,1,1\n-5,1\n6,1\n";
    let mut table = open(content).unwrap();
    let (mut notes, bar) = (Notes::in_short(), ProgressBar::hidden());
    let mut seen = Vec::new();
    while let Some(row) = table.next(&mut notes, &bar).unwrap() {
        seen.push((row.line, row.number::<i8>("vote").is_ok() && row.millis("timestamp").is_ok()));
    }
    assert_eq!(seen, [(4, false), (6, false), (8, false), (9, true)]);
    let noted = notes.first().iter().map(|note| (note.line, note.fate)).collect::<Vec<_>>();
    assert_eq!(noted, [(2, Fate::NotTaken), (7, Fate::NotTaken)]);
    assert_eq!(notes.first()[0].why, "The row has 1 fields where the header has 2.");
}
