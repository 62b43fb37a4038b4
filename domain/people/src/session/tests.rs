//! When sessions end.

use std::time::Duration;

use folkmoot_common::{Role, Roles, Sources, Timestamp};

use super::{DAY, HOUR, is_live};
use crate::{KeptSession, Known};

const START: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);
const MOMENT: Duration = Duration::from_micros(1);

fn session(roles: &[Role], seen_after: Duration) -> KeptSession {
    let sources = Sources::system();
    let roles: Roles = roles.iter().copied().collect();
    let known = Known { person_id: sources.mint(START), name: None, roles, session_id: None };
    KeptSession {
        id: sources.mint(START),
        browser_name: String::new(),
        known,
        created_at: START,
        seen_at: START.plus(seen_after),
    }
}

#[test]
fn a_citizen_stays_for_thirty_days_and_ninety_at_most() {
    let idle = session(&[Role::Citizen], Duration::ZERO);
    assert!(is_live(&idle, START.plus(DAY * 30 - MOMENT)));
    assert!(!is_live(&idle, START.plus(DAY * 30)));

    let busy = session(&[Role::Citizen], DAY * 89);
    assert!(is_live(&busy, START.plus(DAY * 90 - MOMENT)));
    assert!(!is_live(&busy, START.plus(DAY * 90)));
}

#[test]
fn everybody_else_for_two_hours_and_twelve_at_most() {
    for role in [Role::Moderator, Role::Officer, Role::Admin] {
        let idle = session(&[Role::Citizen, role], Duration::ZERO);
        assert!(is_live(&idle, START.plus(HOUR * 2 - MOMENT)));
        assert!(!is_live(&idle, START.plus(HOUR * 2)));

        let busy = session(&[role], HOUR * 11);
        assert!(is_live(&busy, START.plus(HOUR * 12 - MOMENT)));
        assert!(!is_live(&busy, START.plus(HOUR * 12)));
    }
}
