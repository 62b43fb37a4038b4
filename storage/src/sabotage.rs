//! Six ways to break what votes promise, and one that must break nothing (`NoAnswer`), for the tests of the tests: a checker
//! that can't fail proves nothing. Compiled with the feature `sabotage` alone, which nothing asks for but our tests, and never
//! where assertions are off, as in every release. Nothing in the environment or in a configuration chooses one: only
//! `tests/saboteur` does, by calling [`choose`].

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use folkmoot_common::{IdeaId, Tally};

/// What is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sabotage {
    /// Nothing keeps one person from two rows on one idea: whoever votes looks first, and then writes.
    NoKey,
    /// Whoever votes is told that it counts before it is written.
    EarlyWord,
    /// Redis counts: it is told by how much a tally moved, and everybody believes its sums.
    Increments,
    /// Ideas are locked in any order, so that two nodes can wait for each other.
    AnyOrder,
    /// No answer is kept under its key. What a vote came to is noted: so nothing of it is lost.
    NoAnswer,
    /// Nor is anything noted.
    NoNote,
    /// A vote is judged by when it is written, however long it had to wait.
    Late,
}

static CHOSEN: OnceLock<Sabotage> = OnceLock::new();

/// Breaks this from now on, in this whole process. Says whether there is such a way.
pub fn choose(word: &str) -> bool {
    let chosen = match word {
        "no-key" => Sabotage::NoKey,
        "early-word" => Sabotage::EarlyWord,
        "increments" => Sabotage::Increments,
        "any-order" => Sabotage::AnyOrder,
        "no-answer" => Sabotage::NoAnswer,
        "no-note" => Sabotage::NoNote,
        "late" => Sabotage::Late,
        _ => return false,
    };
    CHOSEN.set(chosen).is_ok()
}

/// Whether this is broken.
pub(crate) fn is(what: Sabotage) -> bool {
    CHOSEN.get() == Some(&what)
}

/// In place of the upsert, where no key tells one row from another. It thinks between its look and its writing, so that who
/// presses twice is caught by certainty rather than by chance.
pub(crate) const LOOKED_FIRST: &str = "thought AS MATERIALIZED (SELECT pg_sleep(0.02)), inserted AS (
            INSERT INTO vote (idea_id, person_id, choice, previous, state, changed_at)
            SELECT idea_id, person_id, choice, 0, 'counted', coalesce(at, arrived) FROM judged j, thought
            WHERE judged = 'open' AND choice <> 0 AND NOT EXISTS (
                SELECT 1 FROM vote v WHERE v.idea_id = j.idea_id AND v.person_id = j.person_id)
            RETURNING idea_id, person_id, choice, previous, state, changed_at
        ), changed AS (
            UPDATE vote SET previous = vote.choice, choice = j.choice, changed_at = coalesce(j.at, j.arrived)
            FROM judged j WHERE j.judged = 'open' AND vote.idea_id = j.idea_id AND vote.person_id = j.person_id
                AND vote.choice <> j.choice
            RETURNING vote.idea_id, vote.person_id, vote.choice, vote.previous, vote.state, vote.changed_at
        ), written AS (
            SELECT * FROM inserted UNION ALL SELECT * FROM changed
        )";

/// In place of the room, where tallies are held in one order. It thinks before each, so that nodes meet half way.
pub(crate) const ANY_ORDER: &str = "room AS MATERIALIZED (
            SELECT t.*, pg_sleep(0.005) IS NULL AS thought FROM tally t
            WHERE t.idea_id IN (SELECT idea_id FROM ballot) AND (t.listed OR $5)
            ORDER BY random() FOR NO KEY UPDATE
        )";

/// In place of the absolute tally: Redis adds up what it is told, and says its own sum.
pub(crate) const ADD_UP: &str = r"
local told = cjson.decode(ARGV[2])
told.tally.support = redis.call('HINCRBY', KEYS[1], 'support', ARGV[4])
told.tally.oppose = redis.call('HINCRBY', KEYS[1], 'oppose', ARGV[5])
redis.call('PUBLISH', KEYS[2], cjson.encode(told))
return 1
";

/// By how much the tally moved since this node last told of it.
pub(crate) fn moved(tally: &Tally) -> (i64, i64) {
    static LAST: LazyLock<Mutex<HashMap<IdeaId, Tally>>> = LazyLock::new(Mutex::default);
    let before = LAST.lock().unwrap_or_else(PoisonError::into_inner).insert(tally.idea, *tally);
    let before = before.unwrap_or_else(|| Tally::none(tally.idea));
    (tally.support - before.support, tally.oppose - before.oppose)
}
