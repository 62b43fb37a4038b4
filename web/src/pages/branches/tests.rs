//! Which replies fold, told by their depths.

use folkmoot_common::Timestamp;

use super::super::when::When;
use super::*;

/// A page with comments of these depths, numbered from 1.
fn page(depths: &[i32]) -> Vec<Said> {
    let said = |(number, depth): (i32, &i32)| Said {
        number,
        path: String::new(),
        top: *depth == 0,
        step: *depth,
        posted: When::day(Timestamp::from_micros(0)),
        answers: None,
        words: None,
        deleted: false,
        held: false,
        hidden: false,
        answerable: true,
        replies: None,
    };
    (1..).zip(depths).map(said).collect()
}

/// How many each branch shows and folds, and whether it is open.
fn folds(depths: &[i32], at: Option<i32>) -> Vec<(usize, usize, bool)> {
    branches(page(depths), at).iter().map(|branch| (branch.shown.len(), branch.folded.len(), branch.open)).collect()
}

#[test]
fn a_short_thread_stands_whole() {
    assert_eq!(folds(&[0, 1, 2, 1, 2, 1, 0, 1], None), [(6, 0, false), (2, 0, false)]);
}

#[test]
fn after_three_direct_replies_the_rest_folds() {
    assert_eq!(folds(&[0, 1, 1, 1, 1, 2, 1], None), [(4, 3, false)]);
}

#[test]
fn after_five_replies_of_any_depth_the_rest_folds() {
    assert_eq!(folds(&[0, 1, 2, 3, 4, 4, 4, 4, 4], None), [(6, 3, false)]);
}

#[test]
fn one_more_reply_is_not_worth_a_fold() {
    assert_eq!(folds(&[0, 1, 1, 1, 1], None), [(5, 0, false)]);
}

#[test]
fn the_comment_that_was_asked_for_is_in_the_open() {
    assert_eq!(folds(&[0, 1, 1, 1, 1, 1], Some(6)), [(4, 2, true)]);
    assert_eq!(folds(&[0, 1, 1, 1, 1, 1], Some(2)), [(4, 2, false)]);
}

#[test]
fn a_page_that_begins_within_a_thread_reads_on() {
    assert_eq!(folds(&[4, 4, 4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 0], None), [(12, 0, false), (1, 0, false)]);
}
