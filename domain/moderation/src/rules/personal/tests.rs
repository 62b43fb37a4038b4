//! Which details count.

use super::*;
use crate::rules::tests::by_ann;

#[test]
fn private_details_are_shown_one_of_each_kind() {
    let post = by_ann(Some("Ring 07700 900123"), "or 0117 496 0000. Write to ann@example.org, 12 Mill Lane.");
    assert_eq!(found(&post).as_deref(), Some("07700 900123, ann@example.org, 12 Mill Lane"));
}

#[test]
fn what_else_an_author_is_told_is_no_reason_to_look() {
    for body in [
        "Mr Jones of the library says so",
        "WHY DOES NOBODY LISTEN TO US",
        "Why?",
        "It costs £1 000 000 000 over 2026-2030; the B4051 and room 12 of the Mill Lane school",
    ] {
        assert_eq!(found(&by_ann(Some("An idea"), body)), None, "{body}");
    }
}
