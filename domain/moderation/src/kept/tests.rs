//! It is given for its time and no longer, and to every clone.

use std::time::Duration;

use folkmoot_common::Timestamp;

use super::Kept;

const AGE: Duration = Duration::from_secs(300);

#[test]
fn it_is_given_until_it_is_too_old() {
    let kept = Kept::default();
    let other = kept.clone();
    let then = Timestamp::from_millis(1_000_000);
    assert_eq!(other.fresh(then, AGE), None, "nothing was kept yet");
    kept.keep(then, 7);
    assert_eq!(other.fresh(then, AGE), Some(7));
    assert_eq!(other.fresh(Timestamp::from_millis(1_299_999), AGE), Some(7));
    assert_eq!(other.fresh(Timestamp::from_millis(1_300_000), AGE), None);
}

#[test]
fn whoever_was_slow_does_not_bring_back_what_is_older() {
    let kept = Kept::default();
    kept.keep(Timestamp::from_millis(2_000), "new");
    kept.keep(Timestamp::from_millis(1_000), "old");
    assert_eq!(kept.fresh(Timestamp::from_millis(2_000), AGE), Some("new"));
}
