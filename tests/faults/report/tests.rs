//! Each number stands under its own heading in the table, and under its own name in what is saved.

use std::fs;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::{Line, report, save};
use crate::faults::checks::Findings;

/// No number twice.
fn line() -> Line {
    let findings = Findings {
        lost: 11,
        answer_lost: 20,
        doubled: 12,
        tallies_off: 13,
        late: 14,
        answers_off: 15,
        shown_wrong: 16,
        gone_back: 17,
        failed: 18,
        deadlocks: 19,
    };
    Line {
        fault: "a storm".to_owned(),
        strikes: 1,
        acknowledged: 2,
        sent_again: 3,
        unknown: 5,
        answers: 6,
        findings,
        recovered: Duration::from_millis(7_500),
        shown: Some(Duration::from_millis(8_500)),
        history: String::new(),
    }
}

#[test]
fn each_number_stands_under_its_heading() {
    let table = report(&[line()]);
    let rows: Vec<Vec<&str>> = table.lines().take(3).map(|row| row.split('|').map(str::trim).collect()).collect();
    let [headings, rule, row] = rows.as_slice() else { panic!("{table}") };
    assert_eq!((headings.len(), rule.len()), (row.len(), row.len()));
    let under: Vec<(&str, &str)> = headings.iter().copied().zip(row.iter().copied()).collect();
    for pair in [
        ("fault", "a storm"),
        ("times", "1"),
        ("votes acknowledged", "2"),
        ("sent again", "3"),
        ("answer lost", "20"),
        ("unknown", "5"),
        ("answers", "6"),
        ("lost", "11"),
        ("doubled", "12"),
        ("tallies off", "13"),
        ("late", "14"),
        ("answers off", "15"),
        ("shown wrong", "16"),
        ("gone back", "17"),
        ("failed", "18"),
        ("deadlocks", "19"),
        ("s to recover", "7.5"),
        ("s to show", "8.5"),
    ] {
        assert!(under.contains(&pair), "{pair:?} in {table}");
    }
}

#[test]
fn what_is_saved_has_lost_answers_and_deadlocks() {
    let place = TempDir::new().unwrap();
    let folder = save(&[line()], place.path(), 7).unwrap();
    let saved: Value = serde_json::from_slice(&fs::read(folder.join("findings.json")).unwrap()).unwrap();
    assert_eq!(saved[0]["sent_again"], Value::from(3));
    let findings = &saved[0]["findings"];
    assert_eq!(findings["answer_lost"], Value::from(20));
    assert_eq!((&findings["gone_back"], &findings["deadlocks"]), (&Value::from(17), &Value::from(19)));
}

#[test]
fn a_lost_answer_a_deadlock_and_a_number_that_went_back_are_failures() {
    let with = |findings: Findings| Line { findings, ..line() }.is_clean();
    assert!(with(Findings::default()));
    assert!(!with(Findings { answer_lost: 1, ..Findings::default() }));
    assert!(!with(Findings { deadlocks: 1, ..Findings::default() }));
    assert!(!with(Findings { gone_back: 1, ..Findings::default() }));
}
