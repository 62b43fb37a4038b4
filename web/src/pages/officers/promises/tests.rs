//! The pack offers no act that the rules refuse whatever is typed.

use folkmoot_common::Timestamp;
use folkmoot_replies::{Computed, Day, Duty, Kind, Promise, Standing, Step};

use super::acts;

fn offered(kind: Kind, duty: Duty) -> Vec<String> {
    let promise = Promise {
        step: Step { kind, supporters: 50, working_days: 10 },
        reached_at: Timestamp::from_micros(0),
        due_at: None,
        changes: Vec::new(),
        kept_at: None,
    };
    let computed = Computed { due: None, lines: Vec::new() };
    acts(&[Standing { promise, duty, computed, late_by: 0 }]).into_iter().map(|act| act.value).collect()
}

#[test]
fn what_is_late_can_only_be_kept() {
    let day = Day::default();
    assert_eq!(offered(Kind::Reply, Duty::Overdue(day)), [] as [&str; 0]);
    assert_eq!(offered(Kind::Acknowledge, Duty::Overdue(day)), ["keep ACKNOWLEDGE"]);
}

#[test]
fn what_is_in_time_stands_still_or_takes_longer() {
    let day = Day::default();
    assert_eq!(offered(Kind::Reply, Duty::Due(day)), ["pause REPLY", "extend REPLY"]);
    assert_eq!(offered(Kind::Committee, Duty::Paused), ["keep COMMITTEE", "resume COMMITTEE", "extend COMMITTEE"]);
    assert_eq!(offered(Kind::Committee, Duty::Kept { on: day, late: true }), [] as [&str; 0]);
}
