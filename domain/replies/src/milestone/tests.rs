//! How many must say no.

use super::Said;

#[test]
fn two_who_say_no_are_not_enough_and_three_are() {
    assert!(!Said { yes: 0, partly: 0, no: 2 }.reopens());
    assert!(Said { yes: 0, partly: 0, no: 3 }.reopens());
}

#[test]
fn as_many_who_say_otherwise_keep_it_closed() {
    assert!(!Said { yes: 2, partly: 1, no: 3 }.reopens());
    assert!(Said { yes: 2, partly: 1, no: 4 }.reopens());
}
