//! Remarks: few in memory, all in the file.

use super::{Fate, Notes};

#[test]
fn all_remarks_go_to_the_file_and_the_first_twenty_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.csv");
    let mut notes = Notes::into_file(&path).unwrap();
    for line in 2..102 {
        notes.add("votes.csv", line, Fate::NotTaken, format!("“{line}” is no vote, \"really\""));
    }
    notes.add("comments.csv", 7, Fate::Mended, "short");
    notes.finish().unwrap();

    assert_eq!(notes.first().len(), Notes::SHOWN);
    assert_eq!(notes.count("votes.csv", Fate::NotTaken), 100);
    assert_eq!(notes.total(), 101);
    let written = csv::Reader::from_path(&path).unwrap().into_records().map(Result::unwrap).collect::<Vec<_>>();
    assert_eq!(written.len(), 101);
    assert_eq!(&written[99][3], "“101” is no vote, \"really\"");
    assert_eq!(written[100], csv::StringRecord::from(vec!["comments.csv", "7", "taken, mended", "short"]));
}
