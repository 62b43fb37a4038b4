//! Which texts are the same, and when that matters.

use super::*;
use crate::rules::tests::by_ann;

const LONG: &str = "Please put more benches along the canal, because older people need to rest.";

#[test]
fn the_same_words_are_the_same_text() {
    let same = fingerprint(None, LONG);
    for other in [
        "PLEASE put more benches along the canal — because older people need to rest!!!",
        "Please  put\nmore *benches* along thé canal because older people need to rest",
        "P\u{200B}lease put more ben\u{AD}ches along the canal, because older people need to rest.\u{200E}",
        "Рlеаsе put more benches along the canal, because older people need to rest.",
    ] {
        assert!(fingerprint(None, other) == same, "{other}");
    }
    let (title, body) = LONG.split_at(24);
    assert!(fingerprint(Some(title), body) == same, "the line between title and body may move");
}

#[test]
fn other_words_are_another_text() {
    let same = fingerprint(None, LONG);
    for other in [
        "",
        "Please put more benches along the canal",
        &LONG.replace("older", "young"),
        &LONG.replace("put more", "putmore"),
    ] {
        assert!(fingerprint(None, other) != same, "{other}");
    }
}

#[test]
fn what_is_short_may_come_twice() {
    for short in [
        "I agree",
        "I agree with this, a very good idea.",
        "👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍",
    ] {
        assert_eq!(found(&by_ann(None, short), 9), None, "{short}");
    }
    let just = "a".repeat(REPEAT_LEAST);
    assert_eq!(found(&by_ann(None, &just), 9).as_deref(), Some("9"));
    assert_eq!(found(&by_ann(None, &just[1..]), 9), None);
    assert_eq!(found(&by_ann(Some("a"), &just[1..]), 9).as_deref(), Some("9"), "a title counts");
}

#[test]
fn the_first_time_and_an_edit_are_no_repeats() {
    assert_eq!(found(&by_ann(None, LONG), 0), None);
    assert_eq!(found(&by_ann(None, LONG), 1).as_deref(), Some("1"));
    assert_eq!(found(&Written { again: true, ..by_ann(None, LONG) }, 1), None);
}
