//! How long a session lasts. Whoever can do harm with one is signed out sooner, and by the roles of now: a citizen
//! who is made a moderator doesn't keep a moderator's session for three months.

use std::time::Duration;

use folkmoot_common::{Roles, Timestamp};

use crate::{KeptSession, name::is_staff};

#[cfg(test)]
mod tests;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = HOUR.saturating_mul(24);

/// How often "last seen" is written down: reading pages should not write rows.
pub(crate) const TOUCH_EVERY: Duration = Duration::from_secs(5 * 60);

/// How long a session lasts.
struct Life {
    /// Without being seen.
    idle: Duration,
    /// At all.
    whole: Duration,
}

const CITIZEN: Life = Life { idle: DAY.saturating_mul(30), whole: DAY.saturating_mul(90) };
const STAFF: Life = Life { idle: HOUR.saturating_mul(2), whole: HOUR.saturating_mul(12) };

const fn life(staff: bool) -> Life {
    if staff { STAFF } else { CITIZEN }
}

/// Whether the session is good now.
pub(crate) fn is_live(session: &KeptSession, now: Timestamp) -> bool {
    let life = life(is_staff(session.known.roles));
    now < session.created_at.plus(life.whole) && now < session.seen_at.plus(life.idle)
}

/// When a session that begins now has ended, whoever's it is.
pub(crate) fn forgotten_at(now: Timestamp) -> Timestamp {
    now.plus(CITIZEN.whole)
}

/// How long the cookie that carries it should be kept by a browser of somebody with these roles.
pub(crate) fn longest(roles: Roles) -> Duration {
    life(is_staff(roles)).whole
}
