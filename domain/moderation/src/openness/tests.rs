//! The figures say what was decided and stands, and what was reversed.

use std::time::Duration;

use folkmoot_common::Timestamp;

use super::{Figure, of, sum};
use crate::{ActKind, ReasonCode};

fn figure(act: ActKind, waited: i64) -> Figure {
    let reason = act.needs_reason().then(|| ReasonCode::stored("SPAM".to_owned()));
    Figure { act, reason, actor: None, waited, undone: false, overturned: None }
}

#[test]
fn an_empty_board_has_no_median() {
    assert_eq!(sum(&[], Timestamp::from_millis(0)).median_wait, None);
}

#[test]
fn what_was_undone_is_counted_apart_and_a_warning_has_no_wait() {
    let undone = Figure { undone: true, ..figure(ActKind::Reject, 99_000_000) };
    let overturned = Figure { overturned: Some(true), ..figure(ActKind::Hide, 3_000_000) };
    let all = [figure(ActKind::Publish, 1_000_000), figure(ActKind::Warn, 77_000_000), undone, overturned];
    let figures = sum(&all, Timestamp::from_millis(0));
    assert_eq!((figures.decided, figures.undone), (3, 1));
    assert_eq!((figures.appeals, figures.overturned), (1, 1));
    assert_eq!(figures.reasons.values().sum::<u64>(), 2);
    assert_eq!(figures.median_wait, Some(Duration::from_secs(3)), "of one and three seconds, the later");
}

#[test]
fn a_moderators_own_rate_is_of_their_own_decisions() {
    let me = folkmoot_common::Id::from_uuid(uuid::Uuid::from_u128(7));
    let mine = Figure { actor: Some(me), overturned: Some(true), ..figure(ActKind::Hide, 1) };
    let reversals = of(me, &[mine, figure(ActKind::Hide, 1)]);
    assert_eq!((reversals.decided, reversals.overturned), (1, 1));
}
