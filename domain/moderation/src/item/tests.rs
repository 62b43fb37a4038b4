//! The published score, and what can be done where.

use std::time::Duration;

use folkmoot_common::Timestamp;

use super::rank;
use crate::{ActKind, ItemKind, TargetState};

const NOON: Timestamp = Timestamp::from_millis(1_800_000_000_000);

#[test]
fn what_was_promised_earlier_comes_first() {
    let later = NOON.plus(Duration::from_secs(1));
    assert!(rank(NOON, 0, 0) < rank(later, 0, 0));
}

#[test]
fn three_people_who_report_outweigh_half_a_day() {
    let later = NOON.plus(Duration::from_secs(12 * 60 * 60));
    assert!(rank(later, 3, 0) < rank(NOON, 0, 0), "three reports are worth eighteen hours");
    assert!(rank(later, 1, 0) > rank(NOON, 0, 0), "one is worth six");
}

#[test]
fn reach_counts_in_tenfolds() {
    assert_eq!(rank(NOON, 0, 0), rank(NOON, 0, 9));
    assert!(rank(NOON, 0, 10) < rank(NOON, 0, 9));
    assert_eq!(rank(NOON, 0, 10), rank(NOON, 0, 99));
}

#[test]
fn nothing_overflows() {
    let _earliest = rank(Timestamp::from_micros(i64::MIN), u32::MAX, u64::MAX);
}

#[test]
fn every_act_but_the_programs_own_fits_somewhere() {
    for act in ActKind::ALL {
        let fits = ItemKind::ALL
            .into_iter()
            .flat_map(|kind| TargetState::ALL.map(|state| (kind, state)))
            .any(|(kind, state)| act.fits(kind, state));
        assert_eq!(fits, act != ActKind::Hold, "{act:?}");
    }
}

#[test]
fn what_waits_is_published_or_rejected_and_what_is_public_is_kept_or_hidden() {
    let can = |kind, state| ActKind::ALL.into_iter().filter(move |act| act.fits(kind, state)).collect::<Vec<_>>();
    let waiting = can(ItemKind::Idea, TargetState::Waiting);
    assert!(waiting.contains(&ActKind::Publish) && waiting.contains(&ActKind::Reject));
    assert!(
        !waiting.contains(&ActKind::Hide) && !waiting.contains(&ActKind::Merge) && !waiting.contains(&ActKind::Keep)
    );
    let public = can(ItemKind::Report, TargetState::Public);
    assert!(public.contains(&ActKind::Keep) && public.contains(&ActKind::Hide) && !public.contains(&ActKind::Publish));
    assert_eq!(can(ItemKind::Appeal, TargetState::Hidden), [ActKind::Uphold, ActKind::Overturn]);
}
