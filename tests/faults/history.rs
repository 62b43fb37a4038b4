//! What each client sent and got, in the order in which it knew.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What a vote shall be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    Support,
    Oppose,
    Nothing,
}

impl Choice {
    /// As the table of votes has it.
    pub(crate) const fn number(self) -> i16 {
        match self {
            Self::Support => 1,
            Self::Oppose => -1,
            Self::Nothing => 0,
        }
    }
}

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Got {
    /// It is so, and something moved.
    Changed,
    /// It was so already.
    Same,
    /// Voting is over.
    Closed,
    /// Nobody listened: it was never sent.
    Refused,
    /// No answer, or one that tells nothing.
    Unknown,
}

/// One vote that was sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sent {
    pub(crate) person: usize,
    pub(crate) idea: usize,
    pub(crate) choice: Choice,
    pub(crate) node: usize,
    pub(crate) got: Got,
    /// When it was sent, and when the answer was there.
    pub(crate) sent: Instant,
    pub(crate) known: Instant,
}

/// Of one person on one idea.
pub(crate) type Key = (usize, usize);

/// All of it.
pub(crate) struct History {
    begun: Instant,
    lines: Mutex<Vec<Sent>>,
}

impl History {
    pub(crate) fn begin() -> Self {
        Self { begun: Instant::now(), lines: Mutex::default() }
    }

    pub(crate) fn note(&self, sent: Sent) {
        self.lines().push(sent);
    }

    /// How many had this answer.
    pub(crate) fn count(&self, got: &[Got]) -> u64 {
        let count = self.lines().iter().filter(|line| got.contains(&line.got)).count();
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    pub(crate) fn acknowledged(&self) -> u64 {
        self.count(&[Got::Changed, Got::Same])
    }

    /// Whether this node acknowledged anything since that was sent after this moment.
    pub(crate) fn node_lives(&self, node: usize, since: Instant) -> bool {
        let lines = self.lines();
        let mut lately = lines.iter().rev().take_while(|line| line.known > since);
        lately.any(|line| line.node == node && line.sent >= since && matches!(line.got, Got::Changed | Got::Same))
    }

    /// Of each person on each idea what they sent, in order.
    pub(crate) fn by_key(&self) -> HashMap<Key, Vec<Sent>> {
        let mut keys: HashMap<Key, Vec<Sent>> = HashMap::new();
        for line in self.lines().iter() {
            keys.entry((line.person, line.idea)).or_default().push(*line);
        }
        keys
    }

    /// As lines of CSV, with milliseconds since it began.
    pub(crate) fn csv(&self) -> String {
        let mut text = "sent_ms,known_ms,node,person,idea,choice,got\n".to_owned();
        for line in self.lines().iter() {
            let at = |moment: Instant| moment.duration_since(self.begun).as_millis();
            let Sent { person, idea, choice, node, got, .. } = *line;
            let (sent, known) = (at(line.sent), at(line.known));
            text.push_str(&format!("{sent},{known},{node},{person},{idea},{choice:?},{got:?}\n"));
        }
        text
    }

    fn lines(&self) -> MutexGuard<'_, Vec<Sent>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
