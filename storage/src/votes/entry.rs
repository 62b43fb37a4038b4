//! A ballot as the tables have it, the rule that judges it, and how the answer is read: the same for both databases.

use std::time::Instant;

use folkmoot_common::{Id, IdeaId, StorageError, Tally};
use folkmoot_votes::{Ballot, PastVote, Verdict};
use uuid::Uuid;

use crate::retries::Claim;

/// One ballot as the tables have it. `at` is `None` for a vote of now, which counts only while voting is open; `waited`
/// is for how many microseconds it has waited since it arrived, and is taken off the clock.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) idea: Uuid,
    pub(super) person: Uuid,
    pub(super) choice: i16,
    pub(super) at: Option<i64>,
    pub(super) waited: i64,
    arrived: Option<Instant>,
    /// The key under which it was asked for.
    pub(super) claim: Option<Claim>,
}

impl Entry {
    /// A ballot that arrived then, with or without a key.
    pub(super) fn of(ballot: &Ballot, arrived: Instant, claim: Option<Claim>) -> Self {
        let choice = choice_number(ballot.choice);
        let (idea, person) = (ballot.idea.uuid(), ballot.person.uuid());
        Self { idea, person, choice, at: None, waited: 0, arrived: Some(arrived), claim }
    }

    /// The same, having waited until now: for whoever has a connection in hand, and every lock that they need before they ask
    /// the database for the time.
    pub(super) fn until_now(&self) -> Self {
        let waited = self.arrived.map_or(0, |then| i64::try_from(then.elapsed().as_micros()).unwrap_or(i64::MAX));
        #[cfg(all(feature = "sabotage", debug_assertions))]
        let waited = if crate::sabotage::is(crate::sabotage::Sabotage::Late) { 0 } else { waited };
        Self { waited, ..self.clone() }
    }
}

impl From<&PastVote> for Entry {
    fn from(past: &PastVote) -> Self {
        let choice = choice_number(past.choice);
        Self {
            idea: past.idea.uuid(),
            person: past.person.uuid(),
            choice,
            at: Some(past.at.micros()),
            waited: 0,
            arrived: None,
            claim: None,
        }
    }
}

const fn choice_number(choice: Option<folkmoot_votes::Choice>) -> i16 {
    match choice {
        Some(folkmoot_votes::Choice::Support) => 1,
        Some(folkmoot_votes::Choice::Oppose) => -1,
        None => 0,
    }
}

/// Whether a ballot may be written, as one SQL expression over `t` (tally), `c` (campaign) and `b` (ballot): the rule of
/// voting, judged by `b.arrived`, which is how the database's own clock stood when the ballot arrived. Read back by [`verdict`].
pub(super) const JUDGED: &str = "CASE WHEN b.at IS NOT NULL THEN 'open' \
     WHEN NOT t.votable THEN 'closed' \
     WHEN c.opens_at > b.arrived THEN 'not_open_yet' \
     WHEN c.closes_at IS NOT NULL AND c.closes_at <= b.arrived THEN 'closed' \
     WHEN b.choice = -1 AND c.voting_rule = 'support_only' THEN 'support_only' \
     ELSE 'open' END";

/// The verdict on a ballot that was judged so, and either changed its row or not.
pub(super) fn verdict(judged: Option<&str>, changed: bool) -> Result<Verdict, StorageError> {
    match judged {
        None => Ok(Verdict::NoSuchIdea),
        Some("open") if changed => Ok(Verdict::Changed),
        Some("open") => Ok(Verdict::Unchanged),
        Some("closed") => Ok(Verdict::Closed),
        Some("not_open_yet") => Ok(Verdict::NotOpenYet),
        Some("support_only") => Ok(Verdict::SupportOnly),
        Some("nobody") => Ok(Verdict::NoSuchPerson),
        Some(other) => Err(StorageError::corrupt(format!("a ballot was judged {other}"))),
    }
}

/// The tally of these counts.
pub(super) fn tally(idea: Uuid, counts: [i64; 4]) -> Tally {
    let [support, oppose, comments, version] = counts;
    Tally { idea: IdeaId::from_uuid(idea), support, oppose, comments, version }
}
